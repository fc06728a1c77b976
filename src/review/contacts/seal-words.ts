import type { Transaction } from '../../db/database.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { seal, type SealedText } from '../../history/sealed-text.ts'

/** Words as the database keeps them, null where there are none. */
export async function sealWords(tx: Transaction, words: string | undefined): Promise<SealedText | null> {
  if (words === undefined) return null
  const sealed = seal(words)
  await insertRows(tx, 'SealedText', [sealed])
  return sealed
}
