import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { exportReport } from '../../src/exports/export-report.ts'
import type { Inclusion } from '../../src/exports/formats.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { previewAnnotations, takeInAnnotations } from '../../src/imports/take-in-annotations.ts'
import { listComments } from '../../src/review/list-comments.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { DESK } from '../support/exports.ts'
import { polyglotAtWork, type PolyglotReport } from '../support/polyglot-report.ts'
import { addChecker, morning } from '../support/reports.ts'

interface Exported {
  readonly first: { readonly items: readonly Readonly<Record<string, unknown>>[] }
}

async function exported(
  db: Database,
  work: PolyglotReport,
  include: readonly Inclusion[] = [],
): Promise<Exported> {
  const request = { reportId: work.reportId, format: 'annotations', include, desk: DESK } as const
  const { bytes } = await exportReport(db, { ...request, by: work.eve, at: morning(20) })
  return JSON.parse(Buffer.from(bytes).toString()) as Exported
}

const fileOf = (value: unknown) => ({ bytes: Buffer.from(JSON.stringify(value)), name: 'notes.jsonld' })

const takeIn = (db: Database, { reportId, ben }: PolyglotReport, value: unknown, seen?: string) =>
  takeInAnnotations(db, { reportId, file: fileOf(value), by: ben, at: morning(25), seen })

/** An annotation that another program made at the words of one that was exported. */
const answerTo = (annotation: Readonly<Record<string, unknown>> | undefined, value: string) => ({
  type: 'Annotation',
  motivation: 'commenting',
  creator: { type: 'Person', name: 'Mia Dahl' },
  created: '2026-01-04T10:00:00Z',
  body: { type: 'TextualBody', value },
  target: annotation?.['target'],
})

describeOnBothDatabases('annotations that come back', (makeDatabase) => {
  test('are comments on the claims whose words they quote, in every script', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const { first } = await exported(db, work)
    const answers = first.items.map((item, index) => answerTo(item, `=Answer ${index} 🐬 جواب`))
    const plan = await takeIn(db, work, [...answers])
    expect(plan).toMatchObject({ notPlaced: [], known: 0, empty: 0 })
    expect(plan.comments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    const [comment] = await listComments(db, work.ana, { claimId: await work.claimOf('أبحرت') })
    expect(comment?.words).toBe('Annotation by Mia Dahl, 2026-01-04:\n=Answer 1 🐬 جواب')
    expect(comment?.writtenBy?.name).toBe('Ben')
    expect((await verifyChain(db, work.reportId)).broken).toBeNull()
  })

  test('that this desk wrote and nobody changed say nothing new; those taken in before are not taken in twice', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const collection = await exported(db, work)
    expect(await takeIn(db, work, collection)).toMatchObject({ comments: [], notPlaced: [], empty: 6 })
    expect(await db.event.count({ where: { kind: 'annotations.taken-in' } })).toBe(0)
    const answers = [answerTo(collection.first.items[0], 'Seen.')]
    await takeIn(db, work, answers)
    expect(await takeIn(db, work, answers)).toMatchObject({ comments: [], known: 1 })
    expect(await db.comment.count()).toBe(1)
  })

  test('bring no verdict, whatever status they tell', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const { first } = await exported(db, work)
    const before = await db.claim.findMany({ orderBy: { number: 'asc' } })
    const changed = first.items.map((item) => ({
      ...item,
      modified: '2026-01-04T10:00:00Z',
      motivation: 'classifying',
      body: [{ type: 'TextualBody', purpose: 'classifying', value: 'disputed' }],
    }))
    expect((await takeIn(db, work, changed)).comments).toHaveLength(6)
    expect(await db.claim.findMany({ orderBy: { number: 'asc' } })).toEqual(before)
    expect(await db.verdict.count()).toBe(2)
    const [comment] = await listComments(db, work.ana, { claimId: await work.claimOf('dolphins') })
    expect(comment?.words).toContain('Classified as “disputed”.')
  })

  test('without a certain place are listed and left out, the others taken in', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const at = (exact: string, more = {}) => ({
      ...answerTo(undefined, 'Hm.'),
      target: { source: 'x', selector: [{ type: 'TextQuoteSelector', exact, ...more }] },
    })
    const plan = await takeIn(db, work, [
      at('two dolphins'),
      at('three dolphins'),
      at('in 2019.[log] أبحرت'),
      at('The ferry 🛳️ papers'),
      { ...answerTo(undefined, 'Hm.'), target: 'https://elsewhere.example/' },
    ])
    expect(plan.comments.map(({ number }) => number)).toEqual([1])
    expect(plan.notPlaced.map(({ index, why }) => [index, why])).toEqual([
      [2, 'its words are not in this draft'],
      [3, 'its words belong to more than one claim (1, 2)'],
      [4, 'no claim has these words'],
      [5, 'it quotes no words: a position alone may point at other words than were meant'],
    ])
  })

  test('are taken in as they were seen, or not at all', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    const { first } = await exported(db, work)
    const answers = [answerTo(first.items[0], 'Seen.'), answerTo(first.items[1], 'This, too.')]
    const request = { reportId: work.reportId, file: fileOf(answers), by: work.ben }
    const { digest } = await previewAnnotations(db, request)
    expect(await db.comment.count()).toBe(0)
    await takeIn(db, work, [answers[0]])
    await expect(takeIn(db, work, answers, digest)).rejects.toThrow(Conflict)
    expect(await db.comment.count()).toBe(1)
    const { digest: now } = await previewAnnotations(db, request)
    await takeIn(db, work, answers, now)
    expect(await db.comment.count()).toBe(2)
  })

  test('of the desk’s own comments are told apart from new ones where they were named', async () => {
    const db = await makeDatabase()
    const work = await polyglotAtWork(db)
    await writeComment(db, {
      ...{ claimId: await work.claimOf('dolphins'), words: 'Call the painter.', privileged: false },
      ...{ mentions: [], writtenBy: work.ana, at: morning(19) },
    })
    expect(JSON.stringify(await exported(db, work))).not.toContain('Call the painter')
    expect(JSON.stringify(await exported(db, work, ['comments']))).toContain('Ana: Call the painter.')
  })

  test('are refused to whoever may not comment', async () => {
    const db = await makeDatabase()
    const { reportId } = await polyglotAtWork(db)
    const reader = await addChecker(db, 'Rob', 'reader')
    const file = fileOf([{ target: 'x' }])
    await expect(takeInAnnotations(db, { reportId, file, by: reader, at: morning(9) })).rejects.toThrow(
      NotAllowed,
    )
  })
})

describeOnSqlite('a file that holds no annotations', (makeDatabase) => {
  test.each([
    ['not json', 'is no JSON'],
    ['{"type":"AnnotationCollection","first":"https://a.example/1"}', 'are elsewhere'],
    ['[]', 'no annotations'],
    ['{"hello":1}', 'no annotations'],
    [JSON.stringify(Array(2_001).fill({ target: 'x' })), 'at most 2000'],
    ['', 'is empty'],
    ['\ud83d', 'is no JSON'],
  ])('is refused with what to do (%#): %s', async (text, why) => {
    const db = await makeDatabase()
    const { reportId, ben } = await polyglotAtWork(db)
    const file = { bytes: Buffer.from(text), name: 'a.json' }
    const refused = (async () => takeInAnnotations(db, { reportId, file, by: ben, at: morning(9) }))()
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toThrow(why)
  })
})
