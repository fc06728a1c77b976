import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { classifySentence } from '../../src/drafts/classify-sentence.ts'
import { correctReading } from '../../src/drafts/correct-reading.ts'
import { groupClaims } from '../../src/drafts/group-claims.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { planContact } from '../../src/review/contacts/plan-contact.ts'
import { addReportAuthor } from '../../src/review/report-authors.ts'
import { uploadCapture } from '../../src/sources/captures/upload-capture.ts'
import { importMarkdown, morning } from './reports.ts'

const textOn = (word: string): string => `# The ${word}

The ${word} burned on 2 May 2020.[^1] Nobody of the ${word} was hurt.[^2] The ${word} was sold in June.[^3]

Its owner left the ${word} in July. The ${word} stood empty for a year. A school moved into the ${word} in 2022.

[^1]: ${word} Post, "The ${word} burns", 3 May 2020, https://${word}.example/1
[^2]: ${word} Post, "The ${word} burned", 4 May 2020, https://${word}.example/2
[^3]: ${word} Post, "The ${word} is sold", 5 June 2020, https://${word}.example/3
`

/** Ids that a request can name of a report. `claims`: of all six, in the order of the text. */
export interface IdsOfReport {
  readonly report: string
  readonly draft: string
  readonly claims: readonly string[]
  readonly citation: string
  readonly source: string
  /** Others, that it cites too. */
  readonly second: string
  readonly third: string
  readonly capture: string
  readonly author: string
  readonly fix: string
  readonly contact: string
  readonly classification: string
  readonly correction: string
  readonly edit: string
}

/** A report on something invented, made by one editor through the verbs of the desk, with everything that a request can name. */
export async function reportOfIds(db: Database, word: string, editor: Actor): Promise<IdsOfReport> {
  const at = morning(2)
  const { id: reportId } = await importMarkdown(db, `${word}.md`, textOn(word), editor)
  const draft = await db.draft.findFirstOrThrow({ where: { reportId }, include: { text: true } })
  const claims = await db.claim.findMany({ where: { reportId }, orderBy: { number: 'asc' } })
  const [citation, second, third] = await db.citation.findMany({
    where: { note: { draftId: draft.id } },
    orderBy: { start: 'asc' },
  })
  const sourceId = citation?.sourceId ?? ''
  const bytes = Buffer.from(`What the ${word} Post printed.`)
  const capture = await uploadCapture(db, { sourceId, bytes, name: `${word}.txt`, by: editor, at })
  const author = await addReportAuthor(db, { reportId, name: 'Ida', by: editor, at })
  const [first, , grouped] = claims
  if (first === undefined || grouped === undefined || claims.length !== 6) throw new Error('Not six claims')
  const words = { original: 'burned', proposed: 'burned down' }
  const fix = await askFix(db, { claimId: first.id, ...words, askedBy: editor, seenVersion: 1, at })
  const contact = await planContact(db, {
    ...{ reportId, person: 'The owner', how: 'phone', terms: 'on the record', claims: [1, 2] },
    ...{ plannedBy: editor, at },
  })
  await groupClaims(db, { reportId, group: word, claimIds: [grouped.id], groupedBy: editor, at })
  const edit = await db.claimEdit.findFirstOrThrow({ where: { claimId: grouped.id } })
  const text = draft.text.body ?? ''
  const start = text.indexOf(`The ${word} stood`)
  const end = text.indexOf('year.') + 'year.'.length
  const sentence = { draftId: draft.id, start, end, kind: 'not checkable', because: 'opinion' } as const
  await classifySentence(db, { ...sentence, seen: null, seenVersion: 1, classifiedBy: editor, at })
  const classification = await db.classification.findFirstOrThrow({ where: { draftId: draft.id } })
  await correctReading(db, {
    ...{ draftId: draft.id, seenRevision: 0, request: { kind: 'linked', marker: 1, note: 0 } },
    ...{ correctedBy: editor, at },
  })
  const correction = await db.readingCorrection.findFirstOrThrow({ where: { draftId: draft.id } })
  return {
    report: reportId,
    draft: draft.id,
    claims: claims.map(({ id }) => id),
    citation: citation?.id ?? '',
    source: sourceId,
    second: second?.sourceId ?? '',
    third: third?.sourceId ?? '',
    capture: capture.id,
    author: author.id,
    fix: fix.id,
    contact: contact.id,
    classification: classification.id,
    correction: correction.id,
    edit: edit.id,
  }
}
