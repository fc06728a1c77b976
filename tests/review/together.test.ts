import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyAllChains } from '../../src/history/verify-chain.ts'
import { assignClaims, type NewAssignment } from '../../src/review/assign-claims.ts'
import { endAssignments } from '../../src/review/end-assignments.ts'
import { handOver } from '../../src/review/hand-over.ts'
import { initialSection, withdrawInitials } from '../../src/review/initial-section.ts'
import { listAssignments, listInitials } from '../../src/review/list-assignments.ts'
import { listHandOvers } from '../../src/review/list-hand-overs.ts'
import { seeNotices } from '../../src/review/see-notices.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { lighthouse, type Lighthouse } from '../support/lighthouse.ts'
import { addChecker, morning } from '../support/reports.ts'

const TEXT = `# The lighthouse

The lighthouse was lit on 3 May 1904. The keeper signed the log twice.

## The keepers

The keeper Abel Roe served for thirty years. His brother drowned in 1911.

# The harbour

The harbour was dredged in 1920.
`

const nextDraft = (db: Database, reportId: string, importedBy: Actor) => {
  const bytes = Buffer.from(TEXT.replace('1904', '1905'))
  return importDraft(db, { reportId, bytes, name: 'lighthouse-2.md', importedBy, at: morning(20) })
}

interface AtWork extends Lighthouse {
  readonly ben: Actor
  readonly startOf: (heading: string) => number
  readonly claimIds: readonly string[]
  readonly assign: (part?: Partial<NewAssignment>) => Promise<{ numbers: readonly number[] }>
}

async function atWork(db: Database): Promise<AtWork> {
  const work = await lighthouse(db, TEXT)
  const ben = await addChecker(db, 'Ben')
  const claims = await db.claim.findMany({
    where: { reportId: work.report.id },
    orderBy: { number: 'asc' },
  })
  const claimIds = claims.map(({ id }) => id)
  const assignment: NewAssignment = {
    reportId: work.report.id,
    claims: { claimIds: claimIds.slice(0, 2) },
    assigneeId: work.ana.id,
    deadline: null,
    assignedBy: work.eve,
    at: morning(5),
  }
  return {
    ...work,
    ben,
    claimIds,
    startOf: (heading) => work.text.indexOf(heading),
    assign: async (part = {}) => assignClaims(db, { ...assignment, ...part }),
  }
}

const lastSentence = async (db: Database, chain: string): Promise<string | undefined> =>
  (await listEvents(db, { chain, order: 'desc', limit: 1 })).items.map(describeEvent)[0]

const whoHasWhat = async (db: Database, reportId: string): Promise<string[]> =>
  (await listAssignments(db, reportId)).map(({ number, assignee }) => `${number} ${assignee}`)

describeOnBothDatabases('claims', (makeDatabase) => {
  test('are assigned to a person, who is told', async () => {
    const db = await makeDatabase()
    const { assign, report, ana } = await atWork(db)
    expect(await assign({ deadline: new Date('2026-02-01T00:00:00.000Z') })).toMatchObject({
      numbers: [1, 2],
      assignee: 'Ana',
      section: null,
    })
    expect(await whoHasWhat(db, report.id)).toEqual(['1 Ana', '2 Ana'])
    expect(await lastSentence(db, report.id)).toBe('Eve assigned claims 1, 2 to Ana, until 2026-02-01')
    expect(await db.notice.findMany()).toMatchObject([{ accountId: ana.id, kind: 'assigned', claimId: null }])
  })

  test('of a section are those under its heading, down to the next of its level', async () => {
    const db = await makeDatabase()
    const { assign, report, draft, startOf, ben } = await atWork(db)
    const start = startOf('The lighthouse')
    await assign({ claims: { section: { draftId: draft.id, start } } })
    expect(await whoHasWhat(db, report.id)).toEqual(['1 Ana', '2 Ana', '3 Ana', '4 Ana'])
    expect(await lastSentence(db, report.id)).toBe(
      'Eve assigned claims 1, 2, 3, 4 of “The lighthouse” to Ana',
    )
    const keepers = { draftId: draft.id, start: startOf('The keepers') }
    await assign({ claims: { section: keepers }, assigneeId: ben.id })
    expect(await whoHasWhat(db, report.id)).toEqual(['1 Ana', '2 Ana', '3 Ben', '4 Ben'])
    expect(await db.assignment.count({ where: { endedAt: { not: null } } })).toBe(2)
  })

  test('that somebody has already are not assigned again', async () => {
    const db = await makeDatabase()
    const { assign, claimIds, report } = await atWork(db)
    await assign()
    const events = await db.event.count({ where: { chain: report.id } })
    expect((await assign()).numbers).toEqual([])
    expect(await db.event.count({ where: { chain: report.id } })).toBe(events)
    expect((await assign({ claims: { claimIds: claimIds.slice(1, 3) } })).numbers).toEqual([3])
  })

  test('are taken by reviewers for themselves, and assigned to others by editors', async () => {
    const db = await makeDatabase()
    const { assign, ana, ben } = await atWork(db)
    expect((await assign({ assignedBy: ana })).numbers).toEqual([1, 2])
    await expect(assign({ assignedBy: ana, assigneeId: ben.id })).rejects.toThrow(NotAllowed)
  })

  test('are not assigned to who cannot rule, by a day gone by, of another report or of an older draft', async () => {
    const db = await makeDatabase()
    const { assign, draft, claimIds, report, eve } = await atWork(db)
    const reader = await addChecker(db, 'Rita', 'reader')
    await expect(assign({ assigneeId: reader.id })).rejects.toThrow('choose a reviewer')
    await expect(assign({ assigneeId: 'nobody' })).rejects.toThrow('may read this report')
    await expect(assign({ deadline: morning(4) })).rejects.toThrow('has not passed')
    await expect(assign({ claims: { claimIds: [] } })).rejects.toThrow('tick at least one')
    await expect(assign({ claims: { claimIds: [claimIds[0] ?? '', 'none'] } })).rejects.toThrow(Invalid)
    await expect(assign({ claims: { section: { draftId: 'none', start: 0 } } })).rejects.toThrow(NotFound)
    await expect(assign({ claims: { section: { draftId: draft.id, start: 3 } } })).rejects.toThrow(Conflict)
    await nextDraft(db, report.id, eve)
    await expect(assign({ claims: { section: { draftId: draft.id, start: 0 } } })).rejects.toThrow(Conflict)
    expect(await db.assignment.count()).toBe(0)
  })

  test('are given back by whoever has them, and taken back by an editor', async () => {
    const db = await makeDatabase()
    const { assign, ana, ben, eve, report, claimIds } = await atWork(db)
    await assign()
    const end = (endedBy: Actor, ids: readonly string[]) =>
      endAssignments(db, { reportId: report.id, claimIds: ids, endedBy, at: morning(6) })
    await expect(end(ben, claimIds)).rejects.toThrow(NotAllowed)
    expect(await end(ana, claimIds.slice(0, 1))).toEqual([1])
    expect(await end(eve, claimIds)).toEqual([2])
    expect(await lastSentence(db, report.id)).toBe('Eve took claim 2 back from Ana')
    await expect(end(eve, claimIds)).rejects.toThrow(Conflict)
    expect((await verifyAllChains(db)).every(({ broken }) => broken === null)).toBe(true)
  })
})

describeOnBothDatabases('initials', (makeDatabase) => {
  test('stand under a section of a draft until their owner takes them back', async () => {
    const db = await makeDatabase()
    const { report, draft, startOf, ana, ben } = await atWork(db)
    const section = { draftId: draft.id, start: startOf('The keepers') }
    const given = { reportId: report.id, section, initialedBy: ana, at: morning(5) }
    const { id } = await initialSection(db, given)
    expect(await initialSection(db, { ...given, at: morning(6) })).toEqual({ id })
    await initialSection(db, { ...given, initialedBy: ben })
    expect((await listInitials(db, draft.id)).map(({ name, section: of }) => `${name}: ${of}`)).toEqual([
      'Ana: The keepers',
      'Ben: The keepers',
    ])
    const back = { initialsId: id, at: morning(7) }
    await expect(withdrawInitials(db, { ...back, withdrawnBy: ben })).rejects.toThrow('somebody else’s')
    await withdrawInitials(db, { ...back, withdrawnBy: ana })
    await expect(withdrawInitials(db, { ...back, withdrawnBy: ana })).rejects.toThrow('already')
    expect((await listInitials(db, draft.id)).map(({ name }) => name)).toEqual(['Ben'])
    expect(await lastSentence(db, report.id)).toBe(
      'Ana took back their initials from “The keepers” of draft 1',
    )
    expect(await initialSection(db, { ...given, at: morning(8) })).not.toEqual({ id })
  })

  test('are refused on a draft that is not the present one, and from readers', async () => {
    const db = await makeDatabase()
    const { report, draft, ana, eve } = await atWork(db)
    const given = { reportId: report.id, initialedBy: ana, at: morning(5) }
    await expect(initialSection(db, { ...given, section: { draftId: 'none', start: 0 } })).rejects.toThrow(
      NotFound,
    )
    const rita = await addChecker(db, 'Rita', 'reader')
    const section = { draftId: draft.id, start: 0 }
    await nextDraft(db, report.id, eve)
    await expect(initialSection(db, { ...given, section })).rejects.toThrow(Conflict)
    await expect(initialSection(db, { ...given, section, initialedBy: rita })).rejects.toThrow(NotAllowed)
  })
})

describeOnBothDatabases('a hand-over note', (makeDatabase) => {
  test('waits for the person it is for until they have seen it', async () => {
    const db = await makeDatabase()
    const { report, ana, ben } = await atWork(db)
    const note = { reportId: report.id, from: ana, toId: ben.id, words: 'The log is at the archive.' }
    await handOver(db, { ...note, at: morning(5) })
    const [unseen] = await listHandOvers(db, report.id, ben, true)
    expect(unseen).toMatchObject({ from: 'Ana', to: 'Ben', words: 'The log is at the archive.' })
    expect(await listHandOvers(db, report.id, ana, true)).toEqual([])
    await seeNotices(db, { account: ben, notices: { id: unseen?.unseen ?? '' }, at: morning(6) })
    expect(await listHandOvers(db, report.id, ben, true)).toEqual([])
    expect(await listHandOvers(db, report.id, ben)).toHaveLength(1)
    expect(await lastSentence(db, report.id)).toBe('Ana left a hand-over note for Ben')
    const { payload } = await db.event.findFirstOrThrow({
      where: { kind: 'report.handed-over' },
      include: { payload: true },
    })
    expect(payload.body).not.toContain('archive')
  })

  test('for whoever comes next is taken by the first who sees it', async () => {
    const db = await makeDatabase()
    const { report, ana, ben, eve } = await atWork(db)
    await handOver(db, {
      reportId: report.id,
      from: ana,
      toId: null,
      words: 'Call the owner.',
      at: morning(5),
    })
    await handOver(db, { reportId: report.id, from: ana, toId: null, words: 'Call again.', at: morning(6) })
    const [, first] = await listHandOvers(db, report.id, ben, true)
    expect(await listHandOvers(db, report.id, eve, true)).toHaveLength(2)
    await seeNotices(db, { account: ben, notices: { id: first?.unseen ?? '' }, at: morning(7) })
    expect((await listHandOvers(db, report.id, eve, true)).map(({ words }) => words)).toEqual(['Call again.'])
  })

  test('is for somebody else who may read the report, and says something', async () => {
    const db = await makeDatabase()
    const { report, ana } = await atWork(db)
    const note = { reportId: report.id, from: ana, toId: null, words: 'Go on.', at: morning(5) }
    const leave = async (part: object) => handOver(db, { ...note, ...part })
    await expect(leave({ words: ' ' })).rejects.toThrow('Write the note')
    await expect(leave({ words: 'x'.repeat(10_001) })).rejects.toThrow('Shorten the note')
    await expect(leave({ toId: ana.id })).rejects.toThrow('somebody else')
    await expect(leave({ toId: 'nobody' })).rejects.toThrow('may read this report')
    await expect(leave({ from: await addChecker(db, 'Rita', 'reader') })).rejects.toThrow(NotAllowed)
    expect(await db.handOver.count()).toBe(0)
  })
})
