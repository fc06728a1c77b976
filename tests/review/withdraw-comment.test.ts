import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { findTargets } from '../../src/drafts/forgetting/find-targets.ts'
import { Conflict, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { privilegedChain } from '../../src/history/privileged-chain.ts'
import { verifyAllChains } from '../../src/history/verify-chain.ts'
import { listComments } from '../../src/review/list-comments.ts'
import { privilegedEvents } from '../../src/review/privileged-events.ts'
import { withdrawComment } from '../../src/review/withdraw-comment.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

/** The harbour report with Lea, a reader who is a lawyer of the desk, and comments to take back. */
async function atWork(db: Database) {
  const work = await reportAtWork(db)
  const reader = await addChecker(db, 'Lea', 'reader')
  await db.account.update({ where: { id: reader.id }, data: { legal: true } })
  const lea: Actor = { ...reader, legal: true }
  const claimId = work.claims[0]!.id
  const write = async (writtenBy: Actor, privileged = false, mentions: readonly string[] = []) =>
    (
      await writeComment(db, {
        claimId,
        words: 'The log is a forgery.',
        privileged,
        mentions,
        writtenBy,
        at: morning(3),
      })
    ).id
  const withdraw = async (commentId: string, withdrawnBy: Actor) =>
    withdrawComment(db, { commentId, withdrawnBy, at: morning(5) })
  const sentences = async (chain: string) =>
    (await listEvents(db, { chain, limit: 50 })).items.map(describeEvent)
  return { ...work, lea, claimId, write, withdraw, sentences }
}

describeOnBothDatabases('a comment that is taken back', (makeDatabase) => {
  test('is shown without its words, with who and when; its row and its hash remain', async () => {
    const db = await makeDatabase()
    const { write, withdraw, claimId, report, ana, ben, sentences } = await atWork(db)
    const id = await write(ana, false, [ben.id])
    const { bodyId } = await db.comment.findUniqueOrThrow({ where: { id } })
    const text = await db.sealedText.findUniqueOrThrow({ where: { id: bodyId } })
    expect(await withdraw(id, ana)).toEqual({ id, reportId: report.id, claimId })
    expect(await listComments(db, ben, { claimId })).toMatchObject([
      { id, words: null, mentions: [], withdrawnAt: morning(5), writtenBy: { name: 'Ana' } },
    ])
    expect(await db.sealedText.findUnique({ where: { id: bodyId } })).toEqual(text)
    expect(await sentences(report.id)).toContain('Ana took back a comment on claim 1')
    expect((await db.claim.findUniqueOrThrow({ where: { id: claimId } })).version).toBe(1)
    expect((await verifyAllChains(db)).every(({ broken }) => broken === null)).toBe(true)
  })

  test('on the report as a whole says so in the history', async () => {
    const db = await makeDatabase()
    const { withdraw, report, ana, sentences } = await atWork(db)
    const given = { reportId: report.id, words: 'Half of it.', privileged: false, mentions: [] }
    const { id } = await writeComment(db, { ...given, writtenBy: ana, at: morning(3) })
    await withdraw(id, ana)
    expect(await sentences(report.id)).toContain('Ana took back a comment on the report')
  })

  test('is its writer’s, and taken back once', async () => {
    const db = await makeDatabase()
    const { write, withdraw, ana, ben, eve, report } = await atWork(db)
    const id = await write(ana)
    for (const other of [ben, eve])
      await expect(withdraw(id, other)).rejects.toThrow('Only Ana, who wrote this, can take it back.')
    await expect(withdraw('none', ana)).rejects.toThrow(NotFound)
    await withdraw(id, ana)
    await expect(withdraw(id, ana)).rejects.toThrow(Conflict)
    expect(await db.event.count({ where: { kind: 'comment.withdrawn' } })).toBe(1)
    const other = await write(ana)
    await db.account.update({ where: { id: ana.id }, data: { role: 'reader' } })
    await expect(withdraw(other, ana)).rejects.toThrow(NotAllowed)
    await db.account.update({ where: { id: ana.id }, data: { role: 'reviewer' } })
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await expect(withdraw(other, ana)).rejects.toThrow(NotFound)
    expect(await db.comment.count({ where: { withdrawnAt: null } })).toBe(1)
  })

  test('can still be destroyed by two people', async () => {
    const db = await makeDatabase()
    const { write, withdraw, ana, report } = await atWork(db)
    await withdraw(await write(ana), ana)
    expect(await findTargets(db, report.id, 'comment')).toHaveLength(1)
  })

  test('under privilege is known to those who could read it, and to nobody else', async () => {
    const db = await makeDatabase()
    const { write, withdraw, lea, ana, ben, eve, report, claimId, sentences } = await atWork(db)
    const before = await sentences(report.id)
    const id = await write(lea, true, [ben.id])
    await expect(withdraw(id, eve)).rejects.toThrow(NotFound)
    await expect(withdraw(id, ben)).rejects.toThrow(NotAllowed)
    await withdraw(id, lea)
    expect(await sentences(report.id)).toEqual(before)
    expect(await sentences(privilegedChain(report.id))).toEqual([
      'Lea wrote a privileged comment on claim 1',
      'Lea took back a privileged comment on claim 1',
    ])
    for (const reader of [lea, ben]) {
      expect(await listComments(db, reader, { claimId })).toMatchObject([{ id, words: null }])
      expect(await privilegedEvents(db, report.id, reader, null)).toHaveLength(2)
    }
    for (const reader of [ana, eve]) {
      expect(await listComments(db, reader, { claimId })).toEqual([])
      expect(await privilegedEvents(db, report.id, reader, null)).toEqual([])
    }
    expect((await verifyAllChains(db)).every(({ broken }) => broken === null)).toBe(true)
  })
})
