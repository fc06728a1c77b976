import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { seal, type SealedText } from '../history/sealed-text.ts'

/** Keeps words that two people may destroy. */
export async function sealWords(tx: Transaction, words: string): Promise<SealedText> {
  const sealed = seal(words)
  await insertRows(tx, 'SealedText', [sealed])
  return sealed
}
