import { shownWords, STORED_WORDS, type StoredWords } from '../../history/destruction.ts'
import type { Actor } from '../../accounts/account.ts'
import { mayEver } from '../../accounts/policy.ts'
import { assertMayOnReport } from '../../claims/load-claim.ts'
import type { Database } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import { answerMark } from './answers.ts'
import { sightFor, sourceFor } from './contact-at-work.ts'
import type { ContactFields } from './contact-change.ts'
import { contactState, type ContactState } from './contact-state.ts'
import { loadHidden } from '../load-hidden.ts'
import { storedPolicy } from '../report-policy.ts'
import { loadContactClaims, type ContactClaimView } from './load-contact-claims.ts'
import { personFor } from './list-contacts.ts'

/** A contact as far as the person who asks may see it. Words are null where there are none, or they are kept from them. */
export interface ContactView {
  readonly id: string
  readonly reportId: string
  readonly person: string
  readonly named: boolean
  readonly how: string
  readonly terms: string
  readonly rightOfReply: boolean
  readonly deadline: Date | null
  readonly state: ContactState
  readonly put: string | null
  /** Of all that was put. */
  readonly answer: string | null
  readonly answerWords: string | null
  readonly answeredAt: Date | null
  /** What whoever answers all of it has seen. */
  readonly seen: string
  readonly reflected: { readonly claimId: string; readonly number: number; readonly quote: string } | null
  /** In the report's order. */
  readonly claims: readonly ContactClaimView[]
  /** Newest first. */
  readonly attempts: readonly AttemptView[]
  /** Newest first; none for whoever may not go on with it. */
  readonly changes: readonly ContactChangeView[]
  /** How many there were, for whoever makes the next one. */
  readonly seenChanges: number
  readonly madeBy: { readonly id: string; readonly name: string }
  readonly at: Date
  /** Whether what was said is shown. */
  readonly words: boolean
  /** Whether they may go on with it. */
  readonly mayWork: boolean
}

export interface AttemptView {
  readonly id: string
  readonly how: string
  readonly reached: boolean
  readonly words: string | null
  readonly madeBy: string
  readonly at: Date
}

/** `was`, `is`: the fields that changed. */
export interface ContactChangeView {
  readonly id: string
  readonly was: Partial<ContactFields>
  readonly is: Partial<ContactFields>
  readonly reason: string | null
  readonly changedBy: string
  readonly at: Date
}

const WORDS = { select: STORED_WORDS } as const
const NAMED = { select: { id: true, name: true } } as const

/**
 * One contact.
 * @throws NotFound no such contact · NotAllowed its report is closed to them
 */
export async function showContact(
  db: Database,
  { actor, contactId, now }: { actor: Actor; contactId: string; now: Date },
): Promise<ContactView> {
  const row = await db.contact.findUnique({
    where: { id: contactId },
    include: {
      ...sourceFor(actor),
      report: { select: { id: true, closed: true, sample: true, currentDraftId: true, policy: true } },
      put: WORDS,
      answered: WORDS,
      madeBy: NAMED,
      changes: {
        orderBy: [{ at: 'desc' }, { id: 'asc' }],
        include: { reason: WORDS, changedBy: { select: { name: true } } },
      },
      attempts: { orderBy: [{ at: 'desc' }, { id: 'asc' }], include: { words: WORDS, madeBy: NAMED } },
    },
  })
  if (row?.report.currentDraftId == null) throw new NotFound('There is no such contact.')
  await assertMayOnReport(db, actor, 'see contacts', row.report)
  const sight = sightFor(actor, row)
  const said = <T>(words: T): T | null => (sight.words ? words : null)
  const { id, currentDraftId: draftId, policy } = row.report
  const hidden = await loadHidden(db, { id, policy: storedPolicy(policy) }, actor.id)
  const claims = await loadContactClaims(db, { id: row.id, draftId }, { words: sight.words, hidden })
  const answered = claims.filter((claim) => claim.answered).length
  return {
    id: row.id,
    reportId: row.reportId,
    ...personFor(actor, row),
    how: row.how,
    terms: row.terms,
    rightOfReply: row.rightOfReply,
    deadline: row.deadline,
    state: contactState(
      { deadline: row.deadline, whole: row.answer !== null, asked: claims.length, answered },
      now,
    ),
    put: said(shownWords(row.put)),
    answer: said(row.answer),
    answerWords: said(shownWords(row.answered)),
    answeredAt: row.answeredAt,
    seen: answerMark(row.answer, row.answerId),
    reflected: row.reflectedId === null ? null : await reflectedIn(db, row.reflectedId),
    claims,
    attempts: row.attempts.map(({ id, how, reached, words, madeBy, at }) => ({
      id,
      how,
      reached,
      words: said(shownWords(words)),
      madeBy: madeBy.name,
      at,
    })),
    changes: sight.all ? row.changes.map(changeView) : [],
    seenChanges: row.changes.length,
    madeBy: row.madeBy,
    at: row.at,
    words: sight.words,
    mayWork: sight.all && mayEver(actor, 'ask people'),
  }
}

const changeView = (row: ChangeRow): ContactChangeView => ({
  id: row.id,
  was: JSON.parse(row.was) as Partial<ContactFields>,
  is: JSON.parse(row.became) as Partial<ContactFields>,
  reason: shownWords(row.reason),
  changedBy: row.changedBy.name,
  at: row.at,
})

interface ChangeRow {
  readonly id: string
  readonly was: string
  readonly became: string
  readonly reason: StoredWords | null
  readonly changedBy: { readonly name: string }
  readonly at: Date
}

/** The claim in the words of the newest draft that has it. */
async function reflectedIn(db: Database, claimId: string): Promise<ContactView['reflected']> {
  const placed = await db.placement.findFirst({
    where: { claimId },
    orderBy: { draft: { number: 'desc' } },
    select: { quote: true, claim: { select: { number: true } } },
  })
  return placed === null ? null : { claimId, number: placed.claim.number, quote: placed.quote }
}
