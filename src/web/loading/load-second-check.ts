import { shownWords, STORED_WORDS } from '../../history/destruction.ts'
import type { Actor } from '../../accounts/account.ts'
import { mayOnReport, type ReportTarget } from '../../accounts/policy.ts'
import { asAccount } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import type { WhatThereIs } from '../../review/what-there-is.ts'
import type { DeskDraft, PanelClaim } from '../pages/desk-rows.ts'
import { secondCheckView, type GivenObjectionRow, type SecondCheckView } from '../pages/second-check-view.ts'
import type { Refused } from '../pages/ruling-forms.ts'

export interface SecondCheckAsked {
  readonly claim: PanelClaim
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly reader: Actor
  readonly there: WhatThereIs
  readonly refused: Refused | null
}

/** What the panel shows of a claim's second check, its differences, its objections and its risk. */
export async function loadSecondCheck(
  db: Database,
  { claim, draft, target, reader, there, refused }: SecondCheckAsked,
): Promise<SecondCheckView> {
  const may = (action: Parameters<typeof mayOnReport>[1]): boolean => mayOnReport(reader, action, target)
  return secondCheckView({
    claim,
    readerId: reader.id,
    objections: there.objections
      ? await objectionsOf(db, claim.id, { reportId: draft.reportId, target })
      : [],
    decisions: there.differences ? await decisionsOf(db, claim.id) : [],
    rights: {
      decide: may('decide difference'),
      object: may('object'),
      takeOver: may('take over objection'),
      raise: may('raise risk'),
      lower: may('lower risk'),
    },
    typed: refused?.typed ?? null,
  })
}

const PERSON = { select: { id: true, name: true } } as const
const WORDS = { select: STORED_WORDS } as const

async function objectionsOf(
  db: Database,
  claimId: string,
  { reportId, target }: { readonly reportId: string; readonly target: ReportTarget },
): Promise<GivenObjectionRow[]> {
  const rows = await db.objection.findMany({
    where: { claimId },
    orderBy: { at: 'desc' },
    include: {
      words: WORDS,
      closing: WORDS,
      raisedBy: PERSON,
      closedBy: PERSON,
      owner: {
        select: {
          id: true,
          name: true,
          role: true,
          legal: true,
          suspendedAt: true,
          memberships: { where: { reportId }, select: { accountId: true } },
        },
      },
    },
  })
  return rows.map(({ owner, ...row }) => {
    const { memberships, suspendedAt, ...account } = owner
    const stays =
      suspendedAt === null &&
      mayOnReport(asAccount(account), 'object', { ...target, member: memberships.length > 0 })
    return {
      id: row.id,
      words: shownWords(row.words),
      raisedBy: row.raisedBy.name,
      owner: { id: owner.id, name: owner.name, left: !stays },
      at: row.at,
      closed:
        row.closedAt === null
          ? null
          : { at: row.closedAt, by: row.closedBy?.name ?? '', words: shownWords(row.closing) },
    }
  })
}

async function decisionsOf(db: Database, claimId: string) {
  const rows = await db.differenceDecision.findMany({
    where: { claimId },
    orderBy: { at: 'desc' },
    include: { reason: WORDS, decidedBy: PERSON },
  })
  return rows.map(({ verdict, reason, decidedBy, at }) => ({
    verdict,
    reason: shownWords(reason),
    by: decidedBy.name,
    at,
  }))
}
