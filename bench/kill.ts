import { setTimeout as pause } from 'node:timers/promises'
import { newDesk, type BenchDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { ask } from './support/http.ts'
import { reportText } from './support/report-text.ts'
import { startStet, type RunningServer } from './support/server.ts'

const KILLS = 50

/** `kill -9` under writing load, again and again: is every verdict that was acknowledged still there, and does the chain hold? */
export async function benchKill(): Promise<readonly Measured[]> {
  const desk = newDesk()
  const report = desk.importText('report.md', reportText(40))
  desk.addAccount('bench@desk.example', 'a long word for the bench')
  const token = desk.addToken('bench@desk.example')
  const acknowledged = new Set<string>()
  for (let i = 0; i < KILLS; i++) await writeUntilKilled(desk, report.id, token, acknowledged)
  const lost = await countLost(desk, report.id, token, acknowledged)
  const holds = (JSON.parse(desk.stet(['verify', report.id, '--format', 'json'])) as { holds: boolean }).holds
  const detail = `${acknowledged.size} verdicts acknowledged over ${KILLS} kills`
  return [
    {
      name: 'acknowledged verdicts lost to kill -9',
      value: lost,
      unit: 'verdicts',
      target: { max: 0 },
      detail,
    },
    {
      name: 'histories broken by kill -9',
      value: holds ? 0 : 1,
      unit: 'histories',
      target: { max: 0 },
      detail,
    },
  ]
}

async function writeUntilKilled(
  desk: BenchDesk,
  reportId: string,
  token: string,
  acknowledged: Set<string>,
): Promise<void> {
  const server = await startStet(desk.databaseUrl)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const listed = await ask('GET', `${server.url}/api/v1/reports/${reportId}/claims?limit=8`, headers)
  const { items } = JSON.parse(listed.body) as { items: { id: string; version: number }[] }
  const killed = new AbortController()
  const writers = items.map((claim) => rule(server, claim, headers, acknowledged, killed.signal))
  await pause(20 + Math.random() * 180)
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
    const body = JSON.stringify({ verdict: 'substantiated', seenVersion: claim.version })
    const answer = await ask('POST', `${server.url}/api/v1/claims/${claim.id}/verdicts`, headers, body).catch(
      () => null,
    )
    if (answer?.status !== 201) return
    const ruled = JSON.parse(answer.body) as { id: string; version: number }
    acknowledged.add(ruled.id)
    claim.version = ruled.version
  }
}

async function countLost(
  desk: BenchDesk,
  reportId: string,
  token: string,
  acknowledged: ReadonlySet<string>,
): Promise<number> {
  const server = await startStet(desk.databaseUrl)
  const headers = { authorization: `Bearer ${token}` }
  const listed = await ask('GET', `${server.url}/api/v1/reports/${reportId}/claims?limit=8`, headers)
  const kept = new Set<string>()
  for (const { id } of (JSON.parse(listed.body) as { items: { id: string }[] }).items) {
    const claim = await ask('GET', `${server.url}/api/v1/claims/${id}`, headers)
    for (const verdict of (JSON.parse(claim.body) as { verdicts: { id: string }[] }).verdicts)
      kept.add(verdict.id)
  }
  await server.stop()
  return [...acknowledged].filter((id) => !kept.has(id)).length
}
