/** A word of a generated draft. `of`: the number of the old sentence that it comes from, null for a word that is new. */
export interface Word {
  readonly text: string
  readonly of: number | null
}

/** `notes`: numbers of the notes called behind the word at `at`; in the order of their place. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly calls: readonly { readonly at: number; readonly note: number }[]
  /** Set with typographic quotation marks, other dashes and wider spaces. */
  readonly typeset: boolean
}

export interface GeneratedDraft {
  readonly paragraphs: readonly (readonly Sentence[])[]
  /** Words of the notes by number; null for one that is missing. */
  readonly notes: ReadonlyMap<number, string | null>
  /** What the labels start from. */
  readonly firstLabel: number
}

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T
const below = (random: Random, count: number): number => Math.floor(random() * count)

const WHO = [
  'miller',
  'ferryman',
  'baker',
  'clerk',
  'warden',
  'pilot',
  'weaver',
  'joiner',
  'widow',
  'bailiff',
]
const NAMES = ['Orlen', 'Maris', 'Tobel', 'Venn', 'Sarka', 'Ilmo', 'Pretz', 'Quade']
const DID = [
  'carried',
  'counted',
  'signed',
  'repaired',
  'sold',
  'measured',
  'hid',
  'painted',
  'opened',
  'lost',
]
const WHAT = [
  'ledger',
  'boat',
  'bell',
  'gate',
  'cellar',
  'lamp',
  'bridge',
  'wagon',
  'letter',
  'oven',
  'fence',
]
const WHERE = ['harbour', 'market', 'chapel', 'quarry', 'orchard', 'mill', 'school', 'station', 'yard']
const MONTHS = ['March', 'April', 'June', 'July', 'October', 'November']

const plain = (random: Random): string[] =>
  `The ${pick(random, WHO)} ${pick(random, NAMES)} ${pick(random, DID)} the ${pick(random, WHAT)} of the ${pick(random, WHERE)} and ${2 + below(random, 97)} "${pick(random, WHAT)}s" on ${1 + below(random, 28)} ${pick(random, MONTHS)} near the ${pick(random, WHERE)}`.split(
    ' ',
  )

const noteOf = (random: Random): string =>
  `${pick(random, NAMES)} Gazette, "The ${pick(random, WHAT)}", ${1 + below(random, 28)} ${pick(random, MONTHS)} 19${10 + below(random, 80)}`

/** An old draft: paragraphs of flat assertions, some of them look-alikes or the same again, some with notes. */
export function generatedDraft(random: Random): GeneratedDraft {
  const notes = new Map<number, string | null>()
  let sentences = 0
  const made: string[][] = []
  const paragraphs = Array.from({ length: 2 + below(random, 5) }, () =>
    Array.from({ length: 1 + below(random, 4) }, (): Sentence => {
      const of = sentences++
      const chance = random()
      const before = made.length > 0 ? pick(random, made) : plain(random)
      const words = chance < 0.06 ? before : chance < 0.2 ? alike(random, before) : plain(random)
      made.push(words)
      const called = random() < 0.5 ? 1 + below(random, 2) : 0
      const calls = Array.from({ length: called }, (_, i) => {
        const note = notes.size > 0 && random() < 0.2 ? below(random, notes.size) : notes.size
        if (!notes.has(note)) notes.set(note, random() < 0.08 ? null : noteOf(random))
        return { at: i === called - 1 ? words.length - 1 : 5, note }
      })
      return { words: words.map((text) => ({ text, of })), calls, typeset: false }
    }),
  )
  return { paragraphs, notes, firstLabel: 1 }
}

/** The same sentence with another number, name or thing. */
function alike(random: Random, words: readonly string[]): string[] {
  const at = pick(
    random,
    [2, 3, 5, 10].filter((index) => index < words.length),
  )
  return words.map((word, index) => (index === at ? otherThan(random, word) : word))
}

function otherThan(random: Random, word: string): string {
  if (/^\d+$/.test(word)) return String(Number(word) + 1 + below(random, 40))
  const list = [NAMES, DID, WHAT, WHO, WHERE, MONTHS].find((one) => one.includes(word)) ?? WHAT
  return pick(
    random,
    list.filter((other) => other !== word),
  )
}

type Edit = (random: Random, draft: Draft) => void

/** A draft that is being edited. */
interface Draft {
  paragraphs: Sentence[][]
  notes: Map<number, string | null>
  firstLabel: number
}

/** A next draft: one to eight changes, of words, notes, sentences or paragraphs, or of nothing but typography. */
export function editedDraft(random: Random, old: GeneratedDraft): GeneratedDraft {
  const draft: Draft = {
    paragraphs: old.paragraphs.map((paragraph) => [...paragraph]),
    notes: new Map(old.notes),
    firstLabel: old.firstLabel,
  }
  for (let count = 1 + below(random, 8); count > 0; count--) pick(random, EDITS)(random, draft)
  draft.paragraphs = draft.paragraphs.filter((paragraph) => paragraph.length > 0)
  if (draft.paragraphs.length === 0) draft.paragraphs.push([fresh(random)])
  return draft
}

const fresh = (random: Random): Sentence => ({
  words: plain(random).map((text) => ({ text, of: null })),
  calls: [],
  typeset: false,
})

interface Spot {
  readonly paragraph: Sentence[]
  readonly at: number
  readonly sentence: Sentence
}

function spotIn(random: Random, { paragraphs }: Draft): Spot | null {
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0)
  if (filled.length === 0) return null
  const paragraph = pick(random, filled)
  const at = below(random, paragraph.length)
  const sentence = paragraph[at]
  return sentence === undefined ? null : { paragraph, at, sentence }
}

/** An edit of one sentence. */
const ofSentence =
  (change: (random: Random, sentence: Sentence, draft: Draft) => readonly Sentence[]): Edit =>
  (random, draft) => {
    const spot = spotIn(random, draft)
    if (spot !== null) spot.paragraph.splice(spot.at, 1, ...change(random, spot.sentence, draft))
  }

function withWords(sentence: Sentence, at: number, gone: number, come: readonly string[]): Sentence {
  const words = sentence.words.toSpliced(at, gone, ...come.map((text) => ({ text, of: null })))
  const calls = sentence.calls.map((call) => ({
    ...call,
    at: Math.min(call.at >= at + gone ? call.at + come.length - gone : call.at, words.length - 1),
  }))
  return { ...sentence, words, calls }
}

const insertWord = ofSentence((random, sentence) => [
  withWords(sentence, 1 + below(random, sentence.words.length - 1), 0, [
    pick(random, ['old', 'not', 'never', 'reportedly', 'possibly', 'three', 'Venn', 'quickly']),
  ]),
])
const deleteWord = ofSentence((random, sentence) =>
  sentence.words.length < 5
    ? [sentence]
    : [withWords(sentence, 1 + below(random, sentence.words.length - 2), 1, [])],
)
const replaceWord = ofSentence((random, sentence) => {
  const at = 1 + below(random, sentence.words.length - 1)
  return [withWords(sentence, at, 1, [otherThan(random, sentence.words[at]?.text ?? '')])]
})
const changeNumber = ofSentence((random, sentence) => {
  const at = sentence.words.findLastIndex(({ text }) => /^\d+$/.test(text))
  return at < 0
    ? [sentence]
    : [withWords(sentence, at, 1, [otherThan(random, sentence.words[at]?.text ?? '')])]
})
const rewrite = ofSentence((random, sentence) => [
  withWords(sentence, 0, sentence.words.length, plain(random)),
])
const insertSentence = ofSentence((random, sentence) =>
  random() < 0.5 ? [fresh(random), sentence] : [sentence, fresh(random)],
)
const deleteSentence = ofSentence(() => [])
const copySentence: Edit = (random, draft) => {
  const [from, to] = [spotIn(random, draft), spotIn(random, draft)]
  if (from === null || to === null) return
  const words = from.sentence.words.map(({ text }) => ({ text, of: null }))
  to.paragraph.splice(to.at, 0, { ...from.sentence, words })
}
/** Its words go, and words that are like them come at another place. */
const look: Edit = (random, draft) => {
  const from = spotIn(random, draft)
  const others = draft.paragraphs.filter((paragraph) => paragraph !== from?.paragraph && paragraph.length > 0)
  if (from === null || others.length === 0) return
  const words = alike(
    random,
    from.sentence.words.map(({ text }) => text),
  )
  from.paragraph.splice(from.at, 1)
  const paragraph = pick(random, others)
  paragraph.splice(below(random, paragraph.length + 1), 0, {
    ...from.sentence,
    words: words.map((text) => ({ text, of: null })),
  })
}
const moveSentence: Edit = (random, draft) => {
  const from = spotIn(random, draft)
  if (from === null) return
  from.paragraph.splice(from.at, 1)
  const to = pick(random, draft.paragraphs)
  to.splice(below(random, to.length + 1), 0, from.sentence)
}
const mergeSentences: Edit = (random, draft) => {
  const spot = spotIn(random, draft)
  const next = spot?.paragraph[spot.at + 1]
  if (spot === null || next === undefined) return
  const { words, calls } = spot.sentence
  const joined: Sentence = {
    words: [...words, { text: 'while', of: null }, ...next.words],
    calls: [...calls, ...next.calls.map((call) => ({ ...call, at: call.at + words.length + 1 }))],
    typeset: false,
  }
  spot.paragraph.splice(spot.at, 2, joined)
}
const splitSentence = ofSentence((random, sentence) => {
  const at = 4 + below(random, Math.max(1, sentence.words.length - 8))
  if (at + 3 > sentence.words.length) return [sentence]
  const [first, second] = [sentence.words.slice(0, at), sentence.words.slice(at)]
  const opened = [{ text: 'This', of: null }, { text: 'concerned', of: null }, ...second]
  return [
    { ...sentence, words: first, calls: sentence.calls.filter((call) => call.at < at) },
    {
      ...sentence,
      words: opened,
      calls: sentence.calls
        .filter((call) => call.at >= at)
        .map((call) => ({ ...call, at: call.at - at + 2 })),
    },
  ]
})
const typeset = ofSentence((_, sentence) => [{ ...sentence, typeset: !sentence.typeset }])

const deleteParagraph: Edit = (random, draft) =>
  draft.paragraphs.length > 1 && draft.paragraphs.splice(below(random, draft.paragraphs.length), 1)
const moveParagraph: Edit = (random, draft) => {
  const [moved = []] = draft.paragraphs.splice(below(random, draft.paragraphs.length), 1)
  draft.paragraphs.splice(below(random, draft.paragraphs.length + 1), 0, moved)
}
const mergeParagraphs: Edit = (random, draft) => {
  const at = below(random, draft.paragraphs.length - 1)
  const [one = [], other = []] = draft.paragraphs.splice(Math.max(at, 0), 2)
  draft.paragraphs.splice(Math.max(at, 0), 0, [...one, ...other])
}
const splitParagraph: Edit = (random, draft) => {
  const spot = spotIn(random, draft)
  if (spot === null || spot.at === 0) return
  const rest = spot.paragraph.splice(spot.at)
  draft.paragraphs.splice(draft.paragraphs.indexOf(spot.paragraph) + 1, 0, rest)
}
const insertParagraph: Edit = (random, draft) => {
  const note = draft.notes.size
  draft.notes.set(note, noteOf(random))
  const sentence = fresh(random)
  const calls = [{ at: sentence.words.length - 1, note }]
  draft.paragraphs.splice(below(random, draft.paragraphs.length + 1), 0, [{ ...sentence, calls }])
}

const changeNote: Edit = (random, draft) => {
  if (draft.notes.size > 0) draft.notes.set(below(random, draft.notes.size), noteOf(random))
}
const loseNote: Edit = (random, draft) => {
  if (draft.notes.size > 0) draft.notes.set(below(random, draft.notes.size), null)
}
const renumber: Edit = (random, draft) => void (draft.firstLabel = 1 + below(random, 40))
const callOther = ofSentence((random, sentence, { notes }) =>
  notes.size === 0
    ? [sentence]
    : [{ ...sentence, calls: sentence.calls.map(({ at }) => ({ at, note: below(random, notes.size) })) }],
)
const dropCall = ofSentence((_, sentence) => [{ ...sentence, calls: sentence.calls.slice(1) }])
const addCall = ofSentence((random, sentence, { notes }) =>
  notes.size === 0 || sentence.calls.length > 0
    ? [sentence]
    : [{ ...sentence, calls: [{ at: sentence.words.length - 1, note: below(random, notes.size) }] }],
)

const EDITS: readonly Edit[] = [
  ...[insertWord, deleteWord, replaceWord, changeNumber, rewrite],
  ...[
    insertSentence,
    deleteSentence,
    copySentence,
    look,
    moveSentence,
    mergeSentences,
    splitSentence,
    typeset,
  ],
  ...[deleteParagraph, moveParagraph, mergeParagraphs, splitParagraph, insertParagraph],
  ...[changeNote, loseNote, renumber, callOther, dropCall, addCall],
]
