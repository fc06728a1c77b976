const WORDS =
  'harbour council survey bridge contract engineer ferry traffic salt audit court clerk tonnage letter price winter report claim road river market school tax vote paper board union grain dock ship crew storm water field county mayor record ledger permit toll warden lantern barge culvert pump valve tender invoice deputy hearing witness statement'.split(
    ' ',
  )
const DEEDS = ['recorded', 'denied', 'confirmed', 'published', 'withheld', 'questioned', 'inspected', 'sold']
const NAMES = ['Brandt', 'Holm', 'Okafor', 'Lindqvist', 'Marsh', 'Quill', 'Ferreira', 'Novak']

/** An invented report of so many sentences of about 200 characters, and a newer draft of it. */
export interface Revision {
  readonly old: string
  readonly next: string
}

/**
 * Of twenty sentences one is deleted, one is new, three are edited (a number, a name, a word) and two are set in other
 * type; every fiftieth paragraph goes elsewhere. The same count gives the same texts.
 */
export function revision(sentences: number): Revision {
  const random = randomFrom(20_261_123)
  const old = Array.from({ length: sentences }, (_, n) => sentence(n, random))
  const next = inParagraphs(old.map((text, n) => revised(text, n, random)))
  return { old: inParagraphs(old.map((text) => [text])).join('\n\n'), next: withMoves(next).join('\n\n') }
}

type Random = (below: number) => number

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function sentence(n: number, random: Random): string {
  const words = Array.from({ length: 24 }, () => WORDS[random(WORDS.length)])
  const what = `the ${words.slice(0, 12).join(' ')} – “the ${words.slice(12).join(' ')}”`
  return `Clerk ${NAMES[random(8)]} ${DEEDS[random(8)]} ${what} for ${n + 100} crowns in ${1800 + random(200)}.`
}

function revised(text: string, n: number, random: Random): readonly string[] {
  switch (n % 20) {
    case 3:
      return []
    case 6:
      return [text, sentence(n + 100_000, random)]
    case 9:
      return [text.replace(/\d+/, (digits) => String(Number(digits) + 1))]
    case 12:
      return [text.replace(/^Clerk \w+/, 'Clerk Adeyemi')]
    case 15:
      return [text.replace(/ (\w+)”/, ' pilot”')]
    case 17:
    case 18:
      return [text.replace(' – ', ' - ').replace('“', '"').replace('”', '"')]
    default:
      return [text]
  }
}

const inParagraphs = (sentences: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.ceil(sentences.length / 5) }, (_, paragraph) =>
    sentences
      .slice(paragraph * 5, paragraph * 5 + 5)
      .flat()
      .join(' '),
  )

function withMoves(paragraphs: readonly string[]): string[] {
  const moved = paragraphs.filter((_, index) => index % 50 === 7)
  return [...paragraphs.filter((_, index) => index % 50 !== 7), ...moved]
}
