/**
 * Every word that some lexicon or weight file knows, as a small integer. Filled while the modules load and never afterwards,
 * so that a sentence's words are looked up once, in a table of our own: a text's words are never cut out of it as strings.
 */
const words: string[] = ['']
const ids = new Map<string, number>()

/** The id of every word that no lexicon knows. */
export const UNKNOWN = 0

/** Open addressing: a slot holds the id of a word whose hash leads there, 0 when free. The size is a power of two. */
let slots = new Int32Array(1 << 15)

/** The id of a lower-case word, given to it now when it has none. For use while lexicons load. */
export function intern(word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  const id = words.push(word) - 1
  ids.set(word, id)
  if (id * 3 > slots.length) grow()
  else place(id)
  return id
}

/** How many ids there are, the unknown word's included. */
export const vocabularySize = (): number => words.length

/** One more character of a word's hash, which starts at HASH_START (FNV-1a on UTF-16 code units). */
export const HASH_START = 0x811c9dc5 | 0
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** The id of the word that stands at `start` to `end` of a text and has this hash, in any case of letters; or UNKNOWN. */
export function idAt(text: string, start: number, end: number, hash: number): number {
  const mask = slots.length - 1
  for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot] ?? UNKNOWN
    if (id === UNKNOWN || isSame(words[id] ?? '', text, start, end)) return id
  }
}

/** The lower-case code unit of a letter; typographic apostrophes become straight ones. */
export function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  if (code === 0x2019) return 39
  return code < 0x250 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  if (text.startsWith(word, start)) return true
  for (let i = 0; i < word.length; i++)
    if (word.charCodeAt(i) !== folded(text.charCodeAt(start + i))) return false
  return true
}

const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0

function place(id: number): void {
  const word = words[id] ?? ''
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
  const mask = slots.length - 1
  let slot = mixed(hash) & mask
  while (slots[slot] !== UNKNOWN) slot = (slot + 1) & mask
  slots[slot] = id
}

function grow(): void {
  slots = new Int32Array(slots.length * 2)
  for (let id = 1; id < words.length; id++) place(id)
}
