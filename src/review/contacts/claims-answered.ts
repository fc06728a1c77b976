import type { Transaction } from '../../db/database.ts'
import { Conflict, Invalid } from '../../errors.ts'
import type { ClaimAnswer } from './answers.ts'

/** A claim that was put to somebody, with what this contact says of it so far. */
export interface ClaimPut {
  readonly claimId: string
  readonly number: number
  readonly version: number
  /** The evidence that stands from this contact, null for none. */
  readonly evidenceId: string | null
  /** Who noted it. */
  readonly notedBy: string | null
}

/** The claims of a contact in the report’s order. */
export async function claimsPutTo(tx: Transaction, contactId: string): Promise<ClaimPut[]> {
  return tx.$queryRaw<ClaimPut[]>`
    SELECT k."claimId", c."number", c."version", e."id" AS "evidenceId", a."name" AS "notedBy"
    FROM "ContactClaim" k
    JOIN "Claim" c ON c."id" = k."claimId"
    JOIN "Report" r ON r."id" = c."reportId"
    LEFT JOIN "Placement" p ON p."claimId" = c."id" AND p."draftId" = r."currentDraftId"
    LEFT JOIN "Evidence" e ON e."contactId" = k."contactId" AND e."claimId" = k."claimId"
      AND e."withdraws" IS NULL AND NOT EXISTS (SELECT 1 FROM "Evidence" s WHERE s."supersedesId" = e."id")
    LEFT JOIN "Account" a ON a."id" = e."judgedById"
    WHERE k."contactId" = ${contactId}
    ORDER BY p."start" IS NULL, p."start", c."number"`
}

/** An answer beside the claim it is about. */
export interface Answered extends ClaimPut {
  readonly given: ClaimAnswer
}

/**
 * The answers beside their claims, in the report’s order.
 * @throws Invalid a claim that was not put to them · Conflict one that changed, or was answered, since it was seen
 */
export function answersOn(put: readonly ClaimPut[], answers: readonly ClaimAnswer[]): Answered[] {
  const given = new Map(answers.map((answer) => [answer.claimId, answer]))
  const answered = put.flatMap((claim) => {
    const answer = given.get(claim.claimId)
    return answer === undefined ? [] : [{ ...claim, given: answer }]
  })
  if (answered.length < given.size)
    throw new Invalid('An answer names a claim that is not put to this person: put it to them first.')
  const noted = answered.filter(({ evidenceId, given: { seenAnswer } }) => evidenceId !== seenAnswer)
  if (noted.length > 0)
    throw new Conflict(
      `${namesOf(noted)} noted an answer to ${claimsOf(noted)} meanwhile. Nothing was recorded.`,
    )
  const changed = answered.filter(({ version, given: { seenVersion } }) => version !== seenVersion)
  if (changed.length > 0)
    throw new Conflict(
      `${capital(claimsOf(changed))} changed since the answers were written down: look again at what was put. Nothing was recorded.`,
    )
  return answered
}

const namesOf = (claims: readonly ClaimPut[]): string =>
  [...new Set(claims.map(({ notedBy }) => notedBy ?? 'Somebody'))].join(' and ')
const claimsOf = (claims: readonly ClaimPut[]): string =>
  `${claims.length === 1 ? 'claim' : 'claims'} ${claims.map(({ number }) => number).join(', ')}`
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
