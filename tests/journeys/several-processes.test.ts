import { expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { addressOf, closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { verifyDatabase } from '../../src/history/verify-database.ts'
import { type BuiltServer, isBuilt, startBuiltServer } from '../support/built-servers.ts'
import { describeOnBothDatabases, describeOnPostgresql } from '../support/databases.ts'
import { addChecker, importMarkdown, morning } from '../support/reports.ts'

const CLAIMS = 20
const NOT_BUILT = 'needs the built program: npm run build'

const canal = (): string =>
  `# The canal\n\n${Array.from({ length: CLAIMS }, (_, n) => `Lock ${n + 1} of the canal was opened in ${1801 + n} by the mayor.`).join('\n\n')}\n`

/** A report of twenty claims, and an editor of today with a token and a session. */
async function desk(db: Database) {
  const editor = (await addChecker(db, 'Eve', 'editor')) as Account
  const { id: reportId } = await importMarkdown(db, 'canal.md', canal(), editor)
  const { token } = await addToken(db, { account: editor, name: 'writer', by: null, at: morning(2) })
  const claims = await db.claim.findMany({ where: { reportId }, orderBy: { number: 'asc' } })
  const session = await startSession(db, editor.id, new Date())
  return { reportId, token, claims, session }
}

type Desk = Awaited<ReturnType<typeof desk>>

const write = (server: BuiltServer, token: string, path: string, body: object): Promise<Response> =>
  fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const ruling = (seenVersion: number) => ({ verdict: 'substantiated', seenVersion })

/** Rules on one claim again and again until the server no longer answers; the ids of verdicts that it acknowledged. */
async function ruleOn(
  server: BuiltServer,
  { token }: Desk,
  claimId: string,
  acknowledged: string[],
): Promise<void> {
  for (let version = 1; ;) {
    const answer = await write(server, token, `/claims/${claimId}/verdicts`, ruling(version)).catch(
      () => null,
    )
    if (answer === null) return
    const told = (await answer.json().catch(() => null)) as { id: string; version: number } | null
    if (answer.status !== 201 || told === null) return
    acknowledged.push(told.id)
    version = told.version
  }
}

describeOnPostgresql('two processes of the server over one database', (_, makeUrl) => {
  test('are one desk: sessions, verdicts and histories are shared, whichever of them is asked', async ({
    skip,
  }) => {
    if (!isBuilt()) skip(NOT_BUILT)
    const url = await makeUrl()
    const db = await openDatabase(url)
    const { reportId, token, claims, session } = await desk(db)
    const [one, other] = await Promise.all([startBuiltServer(url), startBuiltServer(url)])
    try {
      expect(await db.signingKey.count()).toBe(1)
      const cookie = { cookie: `stet-session=${session}` }
      for (const { url: at } of [one, other])
        expect(
          (await fetch(`${at}/reports/${reportId}/history`, { headers: cookie, redirect: 'manual' })).status,
        ).toBe(200)

      expect((await write(one, token, `/claims/${claims[0]!.id}/verdicts`, ruling(1))).status).toBe(201)
      const seen = await fetch(`${other.url}/api/v1/claims/${claims[0]!.id}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(await seen.json()).toMatchObject({ status: 'substantiated', version: 2 })

      const writes = Array.from({ length: 100 }, (_none, n) => {
        const claim = claims[n % CLAIMS]!
        return write(
          n % 2 === 0 ? one : other,
          token,
          `/claims/${claim.id}/verdicts`,
          ruling(claim === claims[0] ? 2 : 1),
        )
      })
      const heads = [one, other, one, other].map((server) => write(server, token, '/tree/heads', {}))
      const statuses = (await Promise.all(writes)).map(({ status }) => status)
      expect((await Promise.all(heads)).map(({ status }) => status)).toEqual([201, 201, 201, 201])
      expect(statuses.filter((status) => status === 201)).toHaveLength(CLAIMS)
      expect(statuses.filter((status) => status === 409)).toHaveLength(100 - CLAIMS)
      expect(await db.verdict.count()).toBe(CLAIMS + 1)
      const found = await withSnapshot(addressOf(db), verifyDatabase)
      expect(found.first).toBeNull()
      expect(found.tree.heads).toBeGreaterThan(0)
    } finally {
      for (const server of [one, other]) server.process.kill('SIGTERM')
    }
    expect(await Promise.all([one.ended, other.ended])).toEqual([0, 0])
    await closeDatabase(db)
  }, 120_000)
})

describeOnBothDatabases('a server under writing load', (_, makeUrl) => {
  test('that is asked to stop finishes what it took, loses nothing, and ends well', async ({ skip }) => {
    if (!isBuilt()) skip(NOT_BUILT)
    const url = await makeUrl()
    const db = await openDatabase(url)
    const work = await desk(db)
    const server = await startBuiltServer(url)
    const acknowledged: string[] = []
    const writers = work.claims.slice(0, 8).map(({ id }) => ruleOn(server, work, id, acknowledged))
    while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
    const asked = Date.now()
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(Date.now() - asked).toBeLessThan(9_000) // before anybody is cut off
    await Promise.all(writers)
    const kept = (await db.verdict.findMany({ select: { id: true } })).map(({ id }) => id)
    expect(kept.sort()).toEqual(acknowledged.sort())
    await closeDatabase(db)
  }, 120_000)

  test('that is killed ten times loses nothing that it acknowledged, and leaves nothing half done', async ({
    skip,
  }) => {
    if (!isBuilt()) skip(NOT_BUILT)
    const url = await makeUrl()
    const setUp = await openDatabase(url)
    const work = await desk(setUp)
    await closeDatabase(setUp)
    const acknowledged: string[] = []
    for (let kill = 0; kill < 10; kill++) {
      const server = await startBuiltServer(url)
      const before = acknowledged.length
      const writers = work.claims
        .slice(2 * kill, 2 * kill + 2)
        .map(({ id }) => ruleOn(server, work, id, acknowledged))
      while (acknowledged.length < before + 1 + kill) await new Promise((resolve) => setTimeout(resolve, 1))
      server.process.kill('SIGKILL')
      await Promise.all([server.ended, ...writers])
    }
    const db = await openDatabase(url)
    const kept = new Set((await db.verdict.findMany({ select: { id: true } })).map(({ id }) => id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    const recorded = await db.event.count({ where: { kind: 'verdict.recorded' } })
    expect(recorded).toBe(kept.size)
    expect((await withSnapshot(addressOf(db), verifyDatabase)).first).toBeNull()
    await closeDatabase(db)
  }, 180_000)
})
