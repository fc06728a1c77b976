import type { ClaimEdit } from '../claims/claim-edit.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { LONGEST_REASON } from '../review/risk.ts'
import { sealWords } from '../review/seal-words.ts'
import { writtenWords } from '../review/written-words.ts'
import type { EditAtWork } from './edit-at-work.ts'

/** What an edit left behind. `made`: the claim that it made, null where it made none. */
export interface Edited {
  readonly id: string
  readonly reportId: string
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly made: { readonly id: string; readonly number: number } | null
}

/** Keeps an edit with why it was made; its event is the caller's. `id`: where it was given out beforehand. */
export async function keepEdit(
  { tx, draft, head, actor, at }: EditAtWork,
  claimId: string,
  edit: ClaimEdit,
  { id = newId(), reason }: { readonly id?: string; readonly reason?: string | undefined } = {},
): Promise<{ readonly id: string; readonly reasonHash: string | null }> {
  const words = (reason ?? '').trim() === '' ? null : writtenWords(reason ?? '', 'the reason', LONGEST_REASON)
  const sealed = words === null ? null : await sealWords(tx, words)
  await insertRows(tx, 'ClaimEdit', [
    {
      id,
      draftId: draft.id,
      claimId,
      seq: head.seq + 1,
      kind: edit.kind,
      payload: JSON.stringify(edit),
      withdraws: null,
      reasonId: sealed?.id ?? null,
      editedById: actor.id,
      at,
    },
  ])
  return { id, reasonHash: sealed?.hash ?? null }
}
