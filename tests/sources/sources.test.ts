import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { claimDetail } from '../../src/claims/claim-detail.ts'
import { claimEvidence } from '../../src/claims/claim-evidence.ts'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { DESK_CHAIN } from '../../src/history/event.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { judgeClaims } from '../../src/review/judge-claims.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { addSource } from '../../src/sources/add-source.ts'
import { editSource, setOrigin } from '../../src/sources/edit-source.ts'
import { judgeSource } from '../../src/sources/judge-source.ts'
import { listSources } from '../../src/sources/list-sources.ts'
import { mergeSources, withdrawMerge } from '../../src/sources/merge-sources.ts'
import { addProtectedSource, liftProtection, protectSource } from '../../src/sources/protect-source.ts'
import { showSource } from '../../src/sources/show-source.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'
import { type SourcesAtWork, sourcesAtWork } from './sources-at-work.ts'

describeOnBothDatabases('sources', (makeDatabase) => {
  let db: Database
  let work: SourcesAtWork
  let minute = 2
  const now = (): Date => morning(minute++)

  beforeAll(async () => {
    db = await makeDatabase()
    work = await sourcesAtWork(db)
  })

  const listed = async (actor: Actor, q = '') =>
    (await listSources(db, actor, { q }, { limit: 100, skip: 0 })).items
  const evidenceOn = async (reader: Actor, index = 0) => {
    const { id, quote, notes } = await claimDetail(db, work.claims[index]?.id ?? '')
    return claimEvidence(db, reader, { id, quote, labels: notes.map(({ label }) => label), language: 'en' })
  }
  const eventBodies = async (): Promise<string> => {
    const events = await db.event.findMany({ include: { payload: true } })
    return events.map(({ payload }) => payload.body ?? '').join('\n')
  }

  test('that only a closed report leans on are known to the people named on it, and leave no trace for others', async () => {
    const { ana, ben, hidden } = work
    expect((await listed(ben)).map(({ title }) => title)).toContain('What the doctor knew')
    expect((await listed(ana)).map(({ id }) => id)).not.toContain(hidden)
    await expect(showSource(db, ana, hidden)).rejects.toThrow(NotFound)
    await expect(judgeSource(db, { sourceId: hidden, reliability: 'A', by: ana, at: now() })).rejects.toThrow(
      NotFound,
    )
    const claimId = work.claims[0]?.id ?? ''
    await expect(
      judgeEvidence(db, { claimId, sourceId: hidden, judgement: 'supports', judgedBy: ana, at: now() }),
    ).rejects.toThrow(NotFound)
  })

  test('added by hand with such an address are new, and tell nothing of the other', async () => {
    const { ana, hidden } = work
    const added = await addSource(db, {
      title: 'A letter',
      url: 'https://well.example/secret',
      kind: 'document',
      by: ana,
      at: now(),
      onDesk: true,
    })
    expect(added.known).toBe(false)
    expect(added.id).not.toBe(hidden)
    expect((await showSource(db, ana, added.id)).title).toBe('A letter')
    const again = { title: 'x', url: 'https://well.example/secret?utm_source=a', kind: 'document' } as const
    expect(await addSource(db, { ...again, by: ana, at: now(), onDesk: true })).toEqual({
      id: added.id,
      known: true,
    })
  })

  test('are refused in words when they do not fit', async () => {
    const new_ = { kind: 'document', by: work.ana, at: now(), onDesk: true } as const
    await expect((async () => addSource(db, { ...new_, title: ' ' }))()).rejects.toThrow('is called')
    await expect((async () => addSource(db, { ...new_, title: 'x', url: 'javascript:1' }))()).rejects.toThrow(
      'web address',
    )
  })

  test('are judged over time, with reasons; the newest judgement is the source’s', async () => {
    const { ana, ben, first: sourceId } = work
    await judgeSource(db, { sourceId, reliability: 'B', reason: 'Known for ten years.', by: ana, at: now() })
    await judgeSource(db, { sourceId, reliability: 'D', reason: 'Retracted twice.', by: ben, at: now() })
    const { reliability, judgements } = await showSource(db, ana, sourceId)
    expect(reliability).toBe('D')
    expect(judgements.map((one) => [one.reliability, one.reason, one.judgedBy.name])).toEqual([
      ['D', 'Retracted twice.', 'Ben'],
      ['B', 'Known for ten years.', 'Ana'],
    ])
  })

  test('show every claim that leans on them, by a note or by evidence, of reports that one may read', async () => {
    const { ana, ben, first, claims, closed } = work
    const [secret] = await db.claim.findMany({ where: { reportId: closed } })
    await judgeEvidence(db, {
      claimId: secret?.id ?? '',
      sourceId: first,
      judgement: 'supports',
      judgedBy: ben,
      at: now(),
    })
    await judgeClaims(db, {
      reportId: work.open,
      sourceId: first,
      claims: claims.map(({ id }) => ({ claimId: id, judgement: 'supports' as const })),
      judgedBy: ana,
      at: now(),
    })
    const seen = await showSource(db, ana, first)
    expect(seen.reports.map(({ title }) => title)).toEqual(['The mill'])
    expect(seen.reports[0]?.claims.map(({ number, judgements }) => [number, judgements])).toEqual([
      [1, [{ judgement: 'supports', judgedBy: 'Ana' }]],
      [2, [{ judgement: 'supports', judgedBy: 'Ana' }]],
    ])
    expect((await showSource(db, ben, first)).reports.map(({ title }) => title)).toEqual([
      'The mill',
      'The well',
    ])
    expect((await listed(ana, 'the mill burns')).map(({ claims, reports }) => [claims, reports])).toEqual([
      [2, 1],
      [1, 1],
    ])
    expect((await listed(ben)).find(({ id }) => id === first)).toMatchObject({ claims: 3, reports: 2 })
  })

  test('put to many claims are refused as a whole when one claim is of another report', async () => {
    const { ana, ben, first, claims, closed } = work
    const [secret] = await db.claim.findMany({ where: { reportId: closed } })
    const given = (ids: readonly string[], by: Actor) =>
      judgeClaims(db, {
        reportId: work.open,
        sourceId: first,
        claims: ids.map((claimId) => ({ claimId, judgement: 'contradicts' as const })),
        judgedBy: by,
        at: now(),
      })
    const before = await db.evidence.count()
    await expect(given([claims[0]?.id ?? '', secret?.id ?? ''], ben)).rejects.toThrow('another report')
    const twice = (async () => given([claims[0]?.id ?? '', claims[0]?.id ?? ''], ana))()
    await expect(twice).rejects.toThrow('named twice')
    expect(await db.evidence.count()).toBe(before)
  })

  test('of one origin count once, by what they support', async () => {
    const { ana, first, second } = work
    const claimId = work.claims[0]?.id ?? ''
    await judgeEvidence(db, {
      claimId,
      sourceId: second,
      judgement: 'partly supports',
      judgedBy: ana,
      at: now(),
    })
    expect((await evidenceOn(ana)).origins).toBe(2)
    for (const sourceId of [first, second])
      await setOrigin(db, { sourceId, origin: ' Agency  report ', by: ana, at: now() })
    expect((await evidenceOn(ana)).origins).toBe(1)
    expect((await showSource(db, ana, first)).sameOrigin.map(({ id }) => id)).toEqual([second])
    await setOrigin(db, { sourceId: second, origin: '', by: ana, at: now() })
    expect((await evidenceOn(ana)).origins).toBe(2)
  })

  test('merged count for the other wherever they are read, until it is undone', async () => {
    const { ana, eve, first, second } = work
    await expect(mergeSources(db, { sourceId: second, intoId: first, by: ana, at: now() })).rejects.toThrow(
      NotAllowed,
    )
    await mergeSources(db, { sourceId: second, intoId: first, by: eve, at: now() })
    const merged = await showSource(db, ana, first)
    expect(merged.merged.map(({ id }) => id)).toEqual([second])
    expect(merged.reports[0]?.claims).toHaveLength(2)
    expect((await showSource(db, ana, second)).mergedInto).toMatchObject({ id: first })
    expect((await listed(ana, 'burns again')).map(({ id }) => id)).toEqual([first])
    const { evidence, origins } = await evidenceOn(ana)
    expect(origins).toBe(1)
    expect(evidence.filter(({ standing }) => standing).map(({ source }) => source?.id)).toEqual([first])
    await expect(judgeSource(db, { sourceId: second, reliability: 'A', by: ana, at: now() })).rejects.toThrow(
      Conflict,
    )
    await withdrawMerge(db, { sourceId: second, by: eve, at: now() })
    expect((await evidenceOn(ana)).origins).toBe(2)
    await expect(withdrawMerge(db, { sourceId: second, by: eve, at: now() })).rejects.toThrow(
      'merged into none',
    )
  })

  test('are merged neither with themselves nor in a circle', async () => {
    const { eve, first, second } = work
    const merge = async (sourceId: string, intoId: string) =>
      mergeSources(db, { sourceId, intoId, by: eve, at: now() })
    await expect(merge(first, first)).rejects.toThrow(Invalid)
    await merge(second, first)
    await expect(merge(first, second)).rejects.toThrow('circle')
    await expect(merge(second, first)).rejects.toThrow(Conflict)
    await withdrawMerge(db, { sourceId: second, by: eve, at: now() })
  })

  test('protected are a public descriptor for everybody but the people named, everywhere', async () => {
    const { ana, ben, eve, second } = work
    const claimId = work.claims[1]?.id ?? ''
    const said = { locator: 'shelf 9', excerpt: 'The baker told me.' }
    await judgeEvidence(db, {
      claimId,
      sourceId: second,
      judgement: 'supports',
      ...said,
      judgedBy: ana,
      at: now(),
    })
    await judgeSource(db, {
      sourceId: second,
      reliability: 'A',
      reason: 'The baker’s aunt.',
      by: ana,
      at: now(),
    })
    const asked = { descriptor: 'a neighbour', locator: 'The baker, third door.', readers: [ben.id] }
    await protectSource(db, { sourceId: second, ...asked, by: ana, at: now() })

    const seen = await showSource(db, eve, second)
    expect(seen).toMatchObject({
      title: 'a neighbour',
      url: null,
      private: null,
      readers: null,
      named: false,
    })
    expect(JSON.stringify(seen)).not.toMatch(/burns again|mill\.example\/2|baker/)
    expect(JSON.stringify(await listed(eve))).not.toMatch(/burns again|mill\.example\/2/)
    expect(await listed(eve, 'burns again')).toEqual([])
    const { evidence } = await evidenceOn(eve, 1)
    expect(JSON.stringify(evidence)).not.toMatch(/burns again|mill\.example\/2|baker|shelf 9/)
    expect(evidence.find(({ source }) => source?.id === second)).toMatchObject({
      kept: true,
      judgement: 'supports',
    })
    expect(await eventBodies()).not.toMatch(/burns again|mill\.example\/2|baker|shelf 9|a neighbour/)

    const named = await showSource(db, ben, second)
    expect(named.private).toMatchObject({
      title: 'The mill burns again',
      url: 'https://mill.example/2',
      locator: 'The baker, third door.',
    })
    expect(named.judgements[0]?.reason).toBe('The baker’s aunt.')
    expect((await evidenceOn(ben, 1)).evidence.some(({ excerpt }) => excerpt === 'The baker told me.')).toBe(
      true,
    )
  })

  test('protected are changed by the people named alone, and merged with no open one', async () => {
    const { ana, eve, first, second } = work
    const deed = { sourceId: second, by: eve, at: now() }
    await expect(judgeSource(db, { ...deed, reliability: 'E' })).rejects.toThrow(NotAllowed)
    await expect(setOrigin(db, { ...deed, origin: 'x' })).rejects.toThrow(NotAllowed)
    await expect(liftProtection(db, deed)).rejects.toThrow(NotAllowed)
    const edit = { title: 'x', kind: 'person', doNotFetch: false } as const
    await expect(editSource(db, { ...deed, ...edit })).rejects.toThrow(NotAllowed)
    await expect(
      editSource(db, { ...deed, ...edit, by: ana, url: 'https://mill.example/2' }),
    ).rejects.toThrow('private part')
    await expect(mergeSources(db, { sourceId: first, intoId: second, by: eve, at: now() })).rejects.toThrow(
      NotAllowed,
    )
  })

  test('protected stand open again as they were once it is lifted', async () => {
    const { ana, eve, second } = work
    await liftProtection(db, { sourceId: second, by: ana, at: now() })
    expect(await showSource(db, eve, second)).toMatchObject({
      title: 'The mill burns again',
      url: 'https://mill.example/2',
      protected: false,
    })
    await expect(liftProtection(db, { sourceId: second, by: ana, at: now() })).rejects.toThrow(Conflict)
  })

  test('can be protected from their first moment on', async () => {
    const { ana, eve } = work
    const asked = { descriptor: 'a clerk', locator: 'Ida Vole, room 3', readers: [] }
    const { id } = await addProtectedSource(db, {
      ...asked,
      kind: 'person',
      onDesk: true,
      by: ana,
      at: now(),
    })
    expect((await showSource(db, ana, id)).private?.locator).toBe('Ida Vole, room 3')
    expect(JSON.stringify(await showSource(db, eve, id))).not.toContain('Vole')
    const rows = await db.source.findMany()
    expect(JSON.stringify(rows)).not.toContain('Vole')
  })

  test('refuse whoever was suspended a moment ago', async () => {
    const { ben, first } = work
    await db.account.update({ where: { id: ben.id }, data: { suspendedAt: now() } })
    await expect(judgeSource(db, { sourceId: first, reliability: 'A', by: ben, at: now() })).rejects.toThrow(
      'suspended',
    )
    const claimId = work.claims[0]?.id ?? ''
    await expect(
      judgeEvidence(db, { claimId, sourceId: first, judgement: 'supports', judgedBy: ben, at: now() }),
    ).rejects.toThrow('suspended')
    await db.account.update({ where: { id: ben.id }, data: { suspendedAt: null } })
  })

  test('leave a history that holds', async () => {
    expect((await verifyChain(db, DESK_CHAIN)).broken).toBeNull()
    expect((await verifyChain(db, work.open)).broken).toBeNull()
  })
})
