import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Conflict } from '../../errors.ts'
import { appendEvent, takeChain, type ChainHead } from '../../history/append-event.ts'
import { recordVerdictWithin } from '../record-verdict.ts'
import { answerMark, completeAnswers, type ClaimAnswer, type WholeAnswer } from './answers.ts'
import { answersOn, claimsPutTo, type Answered } from './claims-answered.ts'
import { contactAtWork, type ContactAtWork } from './contact-at-work.ts'
import { sealWords } from './seal-words.ts'
import { writeContactEvidence } from './write-contact-evidence.ts'

export interface NewAnswers {
  readonly contactId: string
  /** Of claims that were put; in any order, each claim once. */
  readonly answers: readonly ClaimAnswer[]
  /** Of all that was put. */
  readonly whole?: WholeAnswer | undefined
  readonly notedBy: Actor
  readonly at: Date
}

/** What was noted: how many claims were answered, and the numbers of those that were ruled on with it. */
export interface NotedAnswers {
  readonly contactId: string
  readonly reportId: string
  readonly answered: number
  readonly ruled: readonly number[]
}

interface Noting {
  readonly contact: ContactAtWork
  readonly by: Actor
  readonly at: Date
}

/**
 * Notes what a person answered, on any number of claims in one go: each answer is evidence on its claim, and where a ruling is
 * given with it the claim is ruled on too. All of it, or nothing. An answer that was noted before stays, superseded.
 * @throws NotFound no such contact · NotAllowed for this role, or kept from them · Invalid a claim that was not put, nothing answered, a ruling without its reason · Conflict a claim or its answer changed since it was seen, or a claim cannot be ruled on
 */
export function recordAnswers(db: Database, input: NewAnswers): Promise<NotedAnswers> {
  const given = completeAnswers(input)
  return inTransaction(db, async (tx) => {
    const contact = await contactAtWork(tx, input.notedBy, input.contactId)
    const noting = { contact, by: input.notedBy, at: input.at }
    const answered = answersOn(await claimsPutTo(tx, contact.id), given.answers)
    const head = await takeChain(tx, contact.reportId)
    const words = given.whole === null ? null : await writeWhole(tx, noting, given.whole)
    await appendEvent(tx, head, {
      kind: 'contact.answered',
      actor: input.notedBy.id,
      at: input.at,
      payload: {
        contactId: contact.id,
        terms: contact.terms,
        claims: answered.map(({ number }) => number),
        answer: told(contact, given.whole?.answer ?? null),
        wordsHash: words?.hash ?? null,
      },
    })
    for (const answer of answered) await noteAnswer(tx, head, noting, answer)
    const ruled = await ruleByAnswers(tx, noting, answered)
    return { contactId: contact.id, reportId: contact.reportId, answered: answered.length, ruled }
  })
}

/** Off the record an answer stands in no history. */
const told = ({ terms }: ContactAtWork, answer: string | null): string | null =>
  terms === 'off the record' ? null : answer

async function writeWhole(tx: Transaction, { contact, at }: Noting, whole: WholeAnswer) {
  if (answerMark(contact.answer, contact.answerId) !== whole.seen)
    throw new Conflict('Somebody noted an answer to all of it meanwhile. Nothing was recorded.')
  const words = await sealWords(tx, whole.words)
  await tx.contact.update({
    where: { id: contact.id },
    data: { answer: whole.answer, answerId: words?.id ?? null, answeredAt: at },
  })
  return words
}

async function noteAnswer(
  tx: Transaction,
  head: ChainHead,
  { contact, by, at }: Noting,
  { claimId, number, version, evidenceId, given }: Answered,
): Promise<void> {
  const words = await sealWords(tx, given.words)
  const evidence = await writeContactEvidence(tx, {
    claimId,
    contactId: contact.id,
    answer: given.answer,
    supersedes: evidenceId,
    judgedBy: by,
    at,
  })
  await tx.contactClaim.update({
    where: { contactId_claimId: { contactId: contact.id, claimId } },
    data: { answer: given.answer, answerId: words?.id ?? null, answeredAt: at },
  })
  await appendEvent(tx, head, {
    kind: 'contact.claim-answered',
    actor: by.id,
    at,
    payload: {
      claimId,
      number,
      version,
      contactId: contact.id,
      evidenceId: evidence,
      terms: contact.terms,
      answer: told(contact, given.answer),
      wordsHash: words?.hash ?? null,
      supersedes: evidenceId,
    },
  })
}

/** Rules on the claims whose answers say so, one after another. */
async function ruleByAnswers(
  tx: Transaction,
  { by, at }: Noting,
  answered: readonly Answered[],
): Promise<number[]> {
  const ruled: number[] = []
  for (const { claimId, number, given } of answered) {
    if (given.ruling === null) continue
    await recordVerdictWithin(tx, {
      ...given.ruling,
      claimId,
      checker: by,
      seenVersion: given.seenVersion,
      at,
    })
    ruled.push(number)
  }
  return ruled
}
