import { expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import type { Database } from '../../src/db/database.ts'
import { verifyAllChains } from '../../src/history/verify-chain.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, importMarkdown, morning } from '../support/reports.ts'
import { startServer } from '../support/running-server.ts'

const WRITERS = 200
const CLAIMS = 40
const MOST_SECONDS = 20

/** A report with so many claims, each with its note. */
function reportOf(claims: number): string {
  const numbers = Array.from({ length: claims }, (_, index) => index + 1)
  const body = numbers.map((n) => `Lock ${n} of the canal was opened in ${1800 + n} by the mayor.[^${n}]`)
  const notes = numbers.map(
    (n) => `[^${n}]: Canal Gazette, "Lock ${n}", ${1800 + n}, https://canal.example/${n}`,
  )
  return `# The canal\n\n${body.join('\n\n')}\n\n${notes.join('\n')}\n`
}

interface Write {
  readonly path: string
  readonly body: object
  readonly claim: number
}

/** The nth write: verdicts, outcomes and evidence on the same few claims, so that most of them meet somebody else’s. */
function writeOf(n: number, claims: readonly { id: string }[], citations: readonly { id: string }[]): Write {
  const index = n % 10
  const claim = claims[index]?.id ?? ''
  const kinds: readonly [string, object][] = [
    ['verdicts', { verdict: 'substantiated', seenVersion: 1 }],
    ['evidence', { citationId: citations[index]?.id, judgement: 'supports', locator: `p. ${n}` }],
    ['verdicts', { verdict: 'disputed', reason: 'detail-differs', seenVersion: 1 }],
    ['outcomes', { outcome: 'cut', seenVersion: 1 }],
    ['evidence', { citationId: citations[index]?.id, judgement: 'contradicts' }],
  ]
  const [collection, body] = kinds[Math.floor(n / 10) % kinds.length] ?? ['', {}]
  return { path: `/claims/${claim}/${collection}`, body, claim: index }
}

describeOnBothDatabases('two hundred writers on one report', (makeDatabase) => {
  test('lose nothing: each write is kept with its event, or is told honestly that the claim changed', async () => {
    const db = await makeDatabase()
    const { claims, citations, reportId, tokens } = await deskOfMany(db)
    const server = await startServer(db)
    const began = Date.now()
    const answers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, n) => {
        const { path, body, claim } = writeOf(n, claims, citations)
        const answer = await fetch(`${server.url}/api/v1${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${tokens[n % tokens.length] ?? ''}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(body),
        })
        return {
          status: answer.status,
          path,
          claim,
          detail: answer.status === 409 ? await answer.text() : '',
        }
      }),
    )
    const seconds = (Date.now() - began) / 1000
    await server.stop()

    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
    expect(
      answers.filter(({ status, detail }) => status === 409 && !detail.includes('changed since you saw it')),
    ).toEqual([])
    const kept = (collection: string): number =>
      answers.filter(({ status, path }) => status === 201 && path.endsWith(collection)).length
    expect(await db.verdict.count()).toBe(kept('/verdicts'))
    expect(await db.outcomeDecision.count()).toBe(kept('/outcomes'))
    expect(await db.evidence.count()).toBe(kept('/evidence'))
    expect(kept('/evidence')).toBe(answers.filter(({ path }) => path.endsWith('/evidence')).length)
    expect(await db.event.count({ where: { chain: reportId } })).toBe(
      1 + answers.filter(({ status }) => status === 201).length,
    )
    expect((await verifyAllChains(db)).filter(({ broken }) => broken !== null)).toEqual([])
    await versionsRoseByWrites(db, claims, answers)
    expect(seconds).toBeLessThan(MOST_SECONDS)
  }, 60_000)

  /** Each claim was written to by exactly one of those who saw its first version: nobody wrote over anybody. */
  async function versionsRoseByWrites(
    db: Database,
    claims: readonly { id: string }[],
    answers: readonly { status: number; path: string; claim: number }[],
  ): Promise<void> {
    for (const [index, { id }] of claims.slice(0, 10).entries()) {
      const ruled = answers.filter(
        ({ status, path, claim }) => claim === index && status === 201 && !path.endsWith('/evidence'),
      )
      const { version } = await db.claim.findUniqueOrThrow({ where: { id }, select: { version: true } })
      expect({ index, ruled: ruled.length, version }).toEqual({ index, ruled: 1, version: 2 })
    }
  }
})

/** A report of many claims, and the tokens of twenty people who check it. */
async function deskOfMany(db: Database) {
  const editor = await addChecker(db, 'Eve', 'editor')
  const { id: reportId } = await importMarkdown(db, 'canal.md', reportOf(CLAIMS), editor)
  const tokens: string[] = []
  for (let n = 0; n < 20; n++) {
    const account = (await addChecker(db, `Checker${n}`)) as Account
    tokens.push((await addToken(db, { account, name: 'writer', by: null, at: morning(2) })).token)
  }
  const claims = await db.claim.findMany({
    where: { reportId },
    orderBy: { number: 'asc' },
    select: { id: true },
  })
  const citations = await db.citation.findMany({ orderBy: { note: { index: 'asc' } }, select: { id: true } })
  return { reportId, claims, citations, tokens }
}
