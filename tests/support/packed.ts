import { nothingHidden } from '../../src/claims/hidden.ts'
import type { Database } from '../../src/db/database.ts'
import { makePack, type MadePack } from '../../src/publication/pack/make-pack.ts'
import type { PackInclusion } from '../../src/publication/pack/pack.ts'
import { publish } from '../../src/publication/publish.ts'
import { assignClaims } from '../../src/review/assign-claims.ts'
import { planContact } from '../../src/review/contacts/plan-contact.ts'
import { recordAnswers } from '../../src/review/contacts/record-answers.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { addReportAuthor } from '../../src/review/report-authors.ts'
import { withdrawFix } from '../../src/review/withdraw-fix.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { currentHead } from '../../src/history/tree/sign-head.ts'
import { uploadCapture } from '../../src/sources/captures/upload-capture.ts'
import { addProtectedSource } from '../../src/sources/protect-source.ts'
import { addChecker, morning } from './reports.ts'
import { type MillAtWork, millAtWork, settleAll, waiveBlockers } from './at-the-gate.ts'

/** Words that are written into the mill's report and must stay at the desk, by what they are. */
export const SECRETS = {
  rationale: 'The court’s own copy bears the stamp of 3 May.',
  contact: 'Orla Quist',
  contactWords: 'The deed was never signed in my presence.',
  offTheRecord: 'Pim Dorrestein',
  offTheRecordWords: 'The owner lit it himself.',
  protectedSource: 'Tovah Lindqvist',
  protectedExcerpt: 'Paid twice, says the ledger of the guild.',
  protectedLocator: 'shelf 9, behind the vat',
  protectedCapture: 'Ledger page of the guild, entry 77.',
  comment: 'Ask the guild again before noon.',
  privilegedComment: 'We would lose this one in court.',
  author: 'Wilma Undset',
  fix: 'The owner was paid twice',
  colleague: 'Halloran',
} as const

/** What was seen of the newspaper, and an excerpt of it: they leave. */
export const SEEN =
  '<!doctype html><title>Fire at the mill</title><p>The mill burned down in the night of 9 June.'
export const EXCERPT = 'The mill burned down in the night of 9 June.'

/** The mill's report with evidence of every kind and every secret in it, ready to be published. */
export async function millWithSecrets(db: Database): Promise<MillAtWork> {
  const mill = await millAtWork(db)
  const { reportId, claims, ana, eve } = mill
  const [first, second] = [claims[0]?.id ?? '', claims[1]?.id ?? '']
  const zora = await addChecker(db, SECRETS.colleague)
  await assignClaims(db, {
    ...{ reportId, claims: { claimIds: [first] }, assigneeId: zora.id, deadline: null },
    ...{ assignedBy: eve, at: morning(2) },
  })
  await addReportAuthor(db, { reportId, name: SECRETS.author, by: eve, at: morning(2) })
  const words = { original: 'The owner was paid', proposed: SECRETS.fix }
  await askFix(db, { claimId: second, ...words, askedBy: ana, seenVersion: 1, at: morning(2) })
  const { id: fixId } = await db.fix.findFirstOrThrow({ where: { claimId: second } })
  await withdrawFix(db, { fixId, withdrawnBy: ana, at: morning(2) })
  await addEvidence(db, mill, first, second)
  for (const privileged of [false, true])
    await writeComment(db, {
      ...{ claimId: first, privileged, mentions: [], at: morning(5) },
      words: privileged ? SECRETS.privilegedComment : SECRETS.comment,
      writtenBy: privileged ? await lawyer(db) : ana,
    })
  await ask(db, mill, SECRETS.contact, 'on the record', SECRETS.contactWords)
  await ask(db, mill, SECRETS.offTheRecord, 'off the record', SECRETS.offTheRecordWords)
  for (const claimId of [first, second]) {
    const { version } = await db.claim.findUniqueOrThrow({ where: { id: claimId } })
    await recordVerdict(db, {
      ...{ claimId, checker: ana, verdict: 'substantiated', outcome: 'stands', seenVersion: version },
      ...{ rationale: SECRETS.rationale, at: morning(8) },
    })
  }
  await settleAll(db, mill, [1, 2])
  return mill
}

async function addEvidence(db: Database, { ana }: MillAtWork, first: string, second: string): Promise<void> {
  const by = { judgedBy: ana, at: morning(4) }
  const cited = await db.citation.findFirstOrThrow({ where: { csl: { contains: 'courier.example' } } })
  await uploadCapture(db, {
    ...{
      sourceId: cited.sourceId ?? '',
      bytes: Buffer.from(SEEN),
      name: 'seen.html',
      by: ana,
      at: morning(3),
    },
  })
  await judgeEvidence(db, {
    ...{ claimId: first, citationId: cited.id, judgement: 'supports', excerpt: EXCERPT, ...by },
  })
  const descriptor = 'an official of the guild'
  const { id: sourceId } = await addProtectedSource(db, {
    ...{ descriptor, locator: `${SECRETS.protectedSource}, room 12`, readers: [], kind: 'person' },
    ...{ by: ana, at: morning(3), onDesk: true },
  })
  const bytes = Buffer.from(SECRETS.protectedCapture)
  await uploadCapture(db, { sourceId, bytes, name: 'ledger.txt', by: ana, at: morning(3) })
  const excerpt = SECRETS.protectedExcerpt
  const locator = SECRETS.protectedLocator
  await judgeEvidence(db, { claimId: second, sourceId, judgement: 'supports', excerpt, locator, ...by })
}

async function lawyer(db: Database) {
  const lee = await addChecker(db, 'Lee')
  await db.account.update({ where: { id: lee.id }, data: { legal: true } })
  return { ...lee, legal: true }
}

async function ask(
  db: Database,
  { reportId, claims, ana }: MillAtWork,
  person: string,
  terms: 'on the record' | 'off the record',
  words: string,
): Promise<void> {
  const asked = { person: `${person}, notary`, how: 'phone', terms, claims: [2], put: words } as const
  const { id } = await planContact(db, { reportId, ...asked, plannedBy: ana, at: morning(6) })
  const { version } = await db.claim.findFirstOrThrow({ where: { reportId, number: 2 } })
  await recordAnswers(db, {
    contactId: id,
    answers: [
      {
        ...{ claimId: claims[1]?.id ?? '', answer: 'confirmed', words },
        ...{ seenVersion: version, seenAnswer: null, ruling: null },
      },
    ],
    ...{ notedBy: ana, at: morning(7) },
  })
}

/** Publishes it, all that blocks waived, with a signed head before it. */
export async function publishMill(db: Database, mill: MillAtWork): Promise<void> {
  const { reportId, draftId, eve } = mill
  await waiveBlockers(db, reportId, eve)
  await currentHead(db, morning(25))
  await publish(db, { reportId, draftId, publishedBy: eve, at: morning(30) })
}

/** The pack of a report, as its editor gets it. */
export const packOf = (
  db: Database,
  { reportId, eve }: MillAtWork,
  include: readonly PackInclusion[] = [],
): Promise<MadePack> => makePack(db, { reportId, include, hidden: nothingHidden(eve.id), at: morning(40) })
