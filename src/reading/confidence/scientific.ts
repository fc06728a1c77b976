import { readData } from './read-data.ts'
import { intern, vocabularySize } from './vocabulary.ts'

const known = loadWords()

function loadWords(): Uint8Array {
  const ids = (readData('scientific.json') as { words: string }).words.split(' ').map(intern)
  const flags = new Uint8Array(vocabularySize())
  for (const id of ids) flags[id] = 1
  return flags
}

/** Whether a word, by its id, is at home in scientific prose. */
export const isScientificWord = (id: number): boolean => id < known.length && known[id] === 1
