import { setTimeout as pause } from 'node:timers/promises'
import { startPostgresqlServer } from '../tests/support/postgresql-server.ts'
import { newDesk, type BenchDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { ask } from './support/http.ts'
import { reportText } from './support/report-text.ts'
import { startStet, type RunningServer } from './support/server.ts'

const KILLS_ON_SQLITE = 200
const KILLS_ON_POSTGRESQL = 50

/** How many claims are ruled on at once; as many again get evidence. */
const WRITERS = 8

/** Milliseconds until the first write of a server is acknowledged, at most: its kill comes within a fifth of a second after that. */
const LONGEST_WAIT = 10_000

/** What the server said that it kept. */
interface Acknowledged {
  readonly verdicts: Set<string>
  readonly evidence: Set<string>
}

const countOf = ({ verdicts, evidence }: Acknowledged): number => verdicts.size + evidence.size

/** `kill -9` under writing load, again and again: is everything that was acknowledged still there, and does all of it hold? */
export async function benchKill(): Promise<readonly Measured[]> {
  const onSqlite = await killAgainAndAgain(newDesk(), 'SQLite', KILLS_ON_SQLITE)
  const server = await startPostgresqlServer({ durable: true }).catch((error: unknown) => String(error))
  if (typeof server === 'string') return [...onSqlite, { name: 'kill -9 on PostgreSQL', why: server }]
  try {
    return [...onSqlite, ...(await killAgainAndAgain(newDesk(server.url), 'PostgreSQL', KILLS_ON_POSTGRESQL))]
  } finally {
    await server.stop()
  }
}

async function killAgainAndAgain(desk: BenchDesk, on: string, kills: number): Promise<readonly Measured[]> {
  const report = desk.importText('report.md', reportText(40))
  desk.addAccount('bench@desk.example', 'a long word for the bench')
  const token = desk.addToken('bench@desk.example')
  const acknowledged: Acknowledged = { verdicts: new Set(), evidence: new Set() }
  for (let i = 0; i < kills; i++) await writeUntilKilled(desk, report.id, token, acknowledged)
  const kept = await whatIsKept(desk, report.id, token)
  const lost = (of: keyof Acknowledged): number =>
    [...acknowledged[of]].filter((id) => !kept[of].has(id)).length
  const events = kept.verdicts.size - kept.verdictEvents
  const detail = `${acknowledged.verdicts.size} verdicts and ${acknowledged.evidence.size} pieces of evidence acknowledged over ${kills} kills`
  const none = { unit: '', target: { max: 0 }, detail } as const
  return [
    { name: `acknowledged verdicts lost to kill -9, ${on}`, value: lost('verdicts'), ...none },
    { name: `acknowledged evidence lost to kill -9, ${on}`, value: lost('evidence'), ...none },
    { name: `verdicts without their event, or the other way round, ${on}`, value: Math.abs(events), ...none },
    { name: `databases broken by kill -9, ${on}`, value: holds(desk) ? 0 : 1, ...none },
  ]
}

/** `stet verify`: chains, tree, texts, files, and that claims stand as their history says. */
const holds = (desk: BenchDesk): boolean =>
  (JSON.parse(desk.stet(['verify', '--format', 'json'])) as { holds: boolean }).holds

const headersOf = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
})

async function writeUntilKilled(
  desk: BenchDesk,
  reportId: string,
  token: string,
  acknowledged: Acknowledged,
): Promise<void> {
  const server = await startStet(desk.databaseUrl)
  const headers = headersOf(token)
  const path = `/api/v1/reports/${reportId}/claims?limit=${2 * WRITERS}`
  const { items } = JSON.parse((await ask('GET', `${server.url}${path}`, headers)).body) as {
    items: { id: string; version: number }[]
  }
  const before = countOf(acknowledged)
  const killed = new AbortController()
  const writers = items.map((claim, index) =>
    index < WRITERS
      ? rule(server, claim, headers, acknowledged.verdicts, killed.signal)
      : judge(server, claim, headers, acknowledged.evidence, killed.signal),
  )
  const giveUpAt = performance.now() + LONGEST_WAIT
  while (countOf(acknowledged) === before && performance.now() < giveUpAt) await pause(2)
  await pause(Math.random() * 200)
  server.process.kill('SIGKILL')
  killed.abort()
  await Promise.all(writers)
}

async function rule(
  server: RunningServer,
  claim: { id: string; version: number },
  headers: Readonly<Record<string, string>>,
  acknowledged: Set<string>,
  killed: AbortSignal,
): Promise<void> {
  while (!killed.aborted) {
    const body = { verdict: 'substantiated', seenVersion: claim.version }
    const ruled = await post(server, `/claims/${claim.id}/verdicts`, headers, body)
    if (ruled === null) return
    acknowledged.add(ruled.id)
    claim.version = ruled.version
  }
}

async function judge(
  server: RunningServer,
  claim: { id: string },
  headers: Readonly<Record<string, string>>,
  acknowledged: Set<string>,
  killed: AbortSignal,
): Promise<void> {
  const source = { title: 'Docks file', url: 'https://docks.example/file', kind: 'document' }
  while (!killed.aborted) {
    const body = { source, judgement: 'supports', excerpt: 'The harbour office kept the case.' }
    const judged = await post(server, `/claims/${claim.id}/evidence`, headers, body)
    if (judged === null) return
    acknowledged.add(judged.id)
  }
}

/** What the server acknowledged; null when it no longer answers. */
async function post(
  server: RunningServer,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<{ id: string; version: number } | null> {
  const answer = await ask('POST', `${server.url}/api/v1${path}`, headers, JSON.stringify(body)).catch(
    () => null,
  )
  return answer?.status === 201 ? (JSON.parse(answer.body) as { id: string; version: number }) : null
}

async function whatIsKept(
  desk: BenchDesk,
  reportId: string,
  token: string,
): Promise<Acknowledged & { verdictEvents: number }> {
  const server = await startStet(desk.databaseUrl)
  const get = async (path: string): Promise<unknown> =>
    JSON.parse((await ask('GET', `${server.url}/api/v1${path}`, headersOf(token))).body)
  const kept = { verdicts: new Set<string>(), evidence: new Set<string>(), verdictEvents: 0 }
  const claims = (await get(`/reports/${reportId}/claims?limit=${2 * WRITERS}`)) as {
    items: { id: string }[]
  }
  for (const { id } of claims.items) {
    const claim = (await get(`/claims/${id}`)) as Record<keyof Acknowledged, { id: string }[]>
    for (const of of ['verdicts', 'evidence'] as const) for (const one of claim[of]) kept[of].add(one.id)
  }
  for (let cursor: string | null = '0'; cursor !== null;) {
    const page = (await get(`/reports/${reportId}/history?limit=500&cursor=${cursor}`)) as {
      items: { kind: string }[]
      next: string | null
    }
    kept.verdictEvents += page.items.filter(({ kind }) => kind === 'verdict.recorded').length
    cursor = page.next
  }
  await server.stop()
  return kept
}
