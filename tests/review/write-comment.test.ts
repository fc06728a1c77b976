import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { privilegedChain } from '../../src/history/privileged-chain.ts'
import { verifyAllChains } from '../../src/history/verify-chain.ts'
import { mentionedIn } from '../../src/review/comment.ts'
import { listComments } from '../../src/review/list-comments.ts'
import { writeComment, type NewComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

interface AtWork extends ReportAtWork {
  readonly lea: Actor
  readonly claimId: string
  readonly write: (part?: Partial<NewComment>) => Promise<{ id: string; mentions: readonly string[] }>
  readonly seenBy: (reader: Actor) => Promise<(string | null)[]>
}

/** The harbour report with Lea, a reader who is a lawyer of the desk. */
async function atWork(db: Database): Promise<AtWork> {
  const work = await reportAtWork(db)
  const reader = await addChecker(db, 'Lea', 'reader')
  await db.account.update({ where: { id: reader.id }, data: { legal: true } })
  const lea = { ...reader, legal: true }
  const claimId = work.claims[0]?.id ?? ''
  const comment: NewComment = {
    claimId,
    words: 'Who signed the log?',
    privileged: false,
    mentions: [],
    writtenBy: work.ana,
    at: morning(3),
  }
  return {
    ...work,
    lea,
    claimId,
    write: async (part = {}) => writeComment(db, { ...comment, ...part }),
    seenBy: async (person) => (await listComments(db, person, { claimId })).map(({ words }) => words),
  }
}

const sentences = async (db: Database, chain: string): Promise<string[]> =>
  (await listEvents(db, { chain, limit: 50 })).items.map(describeEvent)

describeOnBothDatabases('a comment', (makeDatabase) => {
  test('stands in the thread of its claim, and in the history by its hash', async () => {
    const db = await makeDatabase()
    const { write, claimId, report, ben } = await atWork(db)
    await write({ words: '  Who signed\r\nthe log? ' })
    expect(await listComments(db, ben, { claimId })).toMatchObject([
      { words: 'Who signed\nthe log?', writtenBy: { name: 'Ana' }, mentions: [], privileged: false },
    ])
    expect(await sentences(db, report.id)).toContain('Ana commented on claim 1')
    const { payload } = await db.event.findFirstOrThrow({
      where: { kind: 'comment.written' },
      include: { payload: true },
    })
    expect(payload.body).not.toContain('signed')
    expect((await verifyAllChains(db)).every(({ broken }) => broken === null)).toBe(true)
  })

  test('leaves the claim’s version as it was', async () => {
    const db = await makeDatabase()
    const { write, claimId } = await atWork(db)
    await write()
    expect((await db.claim.findUniqueOrThrow({ where: { id: claimId } })).version).toBe(1)
  })

  test('may stand on the report as a whole', async () => {
    const db = await makeDatabase()
    const { write, report, ben, seenBy } = await atWork(db)
    await write({ claimId: undefined, reportId: report.id })
    expect(await listComments(db, ben, { reportId: report.id, claimId: null })).toHaveLength(1)
    expect(await seenBy(ben)).toEqual([])
    expect(await sentences(db, report.id)).toContain('Ana commented on the report')
  })

  test('tells whom it speaks to, by choice or by name', async () => {
    const db = await makeDatabase()
    const { write, ana, ben, eve } = await atWork(db)
    await write({ words: 'Ask @ben, and me: @Ana.', mentions: [eve.id] })
    const notices = await db.notice.findMany({ orderBy: { accountId: 'asc' } })
    expect(notices.map(({ accountId, kind }) => [accountId, kind])).toEqual(
      [ben.id, eve.id].sort().map((id) => [id, 'mentioned']),
    )
    expect(notices.some(({ accountId }) => accountId === ana.id)).toBe(false)
  })

  test('that is empty, too long or for somebody who may not read it is refused', async () => {
    const db = await makeDatabase()
    const { write, report, claimId, ben } = await atWork(db)
    await expect(write({ words: ' \n\0 ' })).rejects.toThrow('Write the comment')
    await expect(write({ words: 'x'.repeat(20_001) })).rejects.toThrow('Shorten the comment')
    await expect(write({ mentions: ['nobody'] })).rejects.toThrow(Invalid)
    await db.account.update({ where: { id: ben.id }, data: { suspendedAt: morning(2) } })
    await expect(write({ mentions: [ben.id] })).rejects.toThrow('may not read')
    await expect(write({ reportId: report.id, claimId })).rejects.toThrow('One of the two')
    await expect(write({ claimId: 'none' })).rejects.toThrow(NotFound)
    expect(await db.comment.count()).toBe(0)
  })

  test('is for reviewers and lawyers, of a closed report for those named on it', async () => {
    const db = await makeDatabase()
    const { write, lea, report } = await atWork(db)
    await write({ writtenBy: lea })
    await expect(write({ writtenBy: await addChecker(db, 'Rita', 'reader') })).rejects.toThrow(NotAllowed)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await expect(write()).rejects.toThrow()
    expect(await db.comment.count()).toBe(1)
  })
})

describeOnBothDatabases('a privileged comment', (makeDatabase) => {
  test('is written by lawyers only', async () => {
    const db = await makeDatabase()
    const { write, eve, lea } = await atWork(db)
    await expect(write({ privileged: true, writtenBy: eve })).rejects.toThrow('Only a lawyer of the desk')
    await write({ privileged: true, writtenBy: lea })
    expect(await db.comment.count({ where: { privileged: true } })).toBe(1)
  })

  test('is seen by lawyers, its writer and whom it mentions', async () => {
    const db = await makeDatabase()
    const { write, lea, ana, ben, eve, seenBy } = await atWork(db)
    await write({ privileged: true, writtenBy: lea, words: 'Risky. Not for @Eve.', mentions: [ben.id] })
    const max = { ...(await addChecker(db, 'Max', 'admin')), legal: true }
    expect(await seenBy(lea)).toHaveLength(1)
    expect(await seenBy(ben)).toHaveLength(1)
    expect(await seenBy(max)).toHaveLength(1)
    for (const other of [ana, eve]) expect(await seenBy(other)).toEqual([])
    expect(await seenBy({ ...lea, legal: false })).toHaveLength(1)
    expect((await db.notice.findMany()).map(({ accountId }) => accountId)).toEqual([ben.id])
  })

  test('leaves no gap in the report’s history, and an event of its own on a chain that holds', async () => {
    const db = await makeDatabase()
    const { write, report, lea } = await atWork(db)
    const before = await sentences(db, report.id)
    await write({ privileged: true, writtenBy: lea })
    await write()
    const { items } = await listEvents(db, { chain: report.id, limit: 50 })
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1))
    expect(items.map(describeEvent)).toEqual([...before, 'Ana commented on claim 1'])
    expect(await sentences(db, privilegedChain(report.id))).toEqual([
      'Lea wrote a privileged comment on claim 1',
    ])
    const checks = await verifyAllChains(db)
    expect(checks.map(({ chain }) => chain)).toContain(privilegedChain(report.id))
    expect(checks.every(({ broken }) => broken === null)).toBe(true)
  })
})

describe('whom the words of a comment speak to', () => {
  const [ana, berg, ben] = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: 'Ana Berg' },
    { id: 'c', name: 'Ben' },
  ]
  const people = [ana, berg, ben, { id: 'd', name: 'Eve' }, { id: 'e', name: 'eve' }]

  test.each([
    ['@Ana and @ben', [ana, ben]],
    ['@Ana Berg knows', [berg]],
    ['@Ana Bergson', [ana]],
    ['@Anabel and ana@Benefit', []],
    ['@Eve', []],
    ['mail ana@ben, (@Ben)', [ben]],
    ['mail ana@ben', []],
    ['@', []],
  ])('%s', (words, expected) => {
    expect(mentionedIn(words, people)).toEqual(expected)
  })

  test('are found in linear time', () => {
    const started = performance.now()
    mentionedIn('@Ana '.repeat(4_000), people)
    mentionedIn('@'.repeat(20_000), people)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
