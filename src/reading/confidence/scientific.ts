import { readData } from './read-data.ts'
import { intern } from './vocabulary.ts'

const known: boolean[] = []
for (const word of (readData('scientific.json') as { words: string }).words.split(' '))
  known[intern(word)] = true

/** Whether a word, by its id, is at home in scientific prose. */
export const isScientificWord = (id: number): boolean => known[id] === true
