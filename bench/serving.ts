import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { newDesk } from './support/desk.ts'
import { median, type Measured } from './support/figures.ts'
import { ask, rateOf, signIn } from './support/http.ts'
import { putEvidence } from './support/put-evidence.ts'
import { reportText } from './support/report-text.ts'
import { startBare, startStet, type RunningServer } from './support/server.ts'

const CLAIMS = 300
const WORKERS = 8
const ROUNDS = 5
const SECONDS = 2
const EMAIL = 'bench@desk.example'
const PASSWORD = 'a long word for the bench'

/** The desk page and a verdict, each against a bare route of the same stack, in turns on the same machine. */
export async function benchServing(): Promise<readonly Measured[]> {
  const desk = newDesk()
  const report = desk.importText('report.md', reportText(CLAIMS))
  desk.addAccount(EMAIL, PASSWORD)
  const token = desk.addToken(EMAIL)
  const copy = join(desk.folder, 'bare.db')
  copyFileSync(join(desk.folder, 'stet.db'), copy)
  const stet = await startStet(desk.databaseUrl)
  const bare = await startBare(`file:${copy}`)
  try {
    await workOn(stet, report.id, token)
    return [await deskPage(stet, bare, report), await verdicts(stet, bare, report.id, token)]
  } finally {
    await Promise.all([stet.stop(), bare.stop()])
  }
}

/** Twenty pieces of evidence on each claim, which the desk must not feel. */
async function workOn(stet: RunningServer, reportId: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const listed = await ask('GET', `${stet.url}/api/v1/reports/${reportId}/claims?limit=500`, headers)
  const { items } = JSON.parse(listed.body) as { items: { id: string }[] }
  await putEvidence(
    stet.url,
    headers,
    reportId,
    items.map(({ id }) => id),
  )
}

async function deskPage(
  stet: RunningServer,
  bare: RunningServer,
  report: { id: string; claims: number },
): Promise<Measured> {
  const cookie = await signIn(stet.url, EMAIL, PASSWORD)
  const ours = expecting(200, () => ask('GET', `${stet.url}/reports/${report.id}/desk?claim=1`, { cookie }))
  const theirs = expecting(200, () => ask('GET', `${bare.url}/rows`))
  return inTurns(
    `the desk page of ${report.claims} claims with 20 pieces of evidence each against a bare page of 300 rows`,
    0.4,
    ours,
    theirs,
  )
}

async function verdicts(
  stet: RunningServer,
  bare: RunningServer,
  reportId: string,
  token: string,
): Promise<Measured> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const listed = await ask('GET', `${stet.url}/api/v1/reports/${reportId}/claims?limit=296`, headers)
  const claims = (JSON.parse(listed.body) as { items: { id: string; version: number }[] }).items
  const turns = new Map<number, number>()
  const ours = async (worker: number): Promise<void> => {
    const turn = turns.get(worker) ?? 0
    turns.set(worker, turn + 1)
    const claim = claims[(worker + turn * WORKERS) % claims.length]
    if (claim === undefined) throw new Error('Too few claims')
    const body = JSON.stringify({ verdict: 'substantiated', seenVersion: claim.version })
    const answer = await ask('POST', `${stet.url}/api/v1/claims/${claim.id}/verdicts`, headers, body)
    if (answer.status !== 201) throw new Error(`A verdict was answered ${answer.status}: ${answer.body}`)
    claim.version = (JSON.parse(answer.body) as { version: number }).version
  }
  const theirs = expecting(201, () => ask('POST', `${bare.url}/rows`, headers, '{}'))
  return inTurns(
    'a durable verdict with its event against a bare write of the same two rows',
    0.5,
    ours,
    theirs,
  )
}

const expecting =
  (status: number, send: () => Promise<{ status: number; body: string }>) => async (): Promise<void> => {
    const answer = await send()
    if (answer.status !== status)
      throw new Error(`Expected ${status}, got ${answer.status}: ${answer.body.slice(0, 300)}`)
  }

async function inTurns(
  name: string,
  min: number,
  ours: (worker: number) => Promise<void>,
  theirs: (worker: number) => Promise<void>,
): Promise<Measured> {
  await rateOf(ours, WORKERS, 1)
  await rateOf(theirs, WORKERS, 1)
  const rounds: { ours: number; theirs: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({
      theirs: await rateOf(theirs, WORKERS, SECONDS),
      ours: await rateOf(ours, WORKERS, SECONDS),
    })
  const rate = (who: 'ours' | 'theirs') => median(rounds.map((round) => round[who])).toFixed(0)
  return {
    name,
    value: median(rounds.map((round) => round.ours / round.theirs)),
    unit: 'of its rate',
    target: { min },
    detail: `${rate('ours')} a second, bare ${rate('theirs')}`,
  }
}
