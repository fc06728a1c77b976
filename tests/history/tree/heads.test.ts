import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../../src/db/database.ts'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { appendEvent, takeChain } from '../../../src/history/append-event.ts'
import { DESK_CHAIN, SYSTEM } from '../../../src/history/event.ts'
import { consistencyHolds, inclusionHolds } from '../../../src/history/tree/check-proof.ts'
import {
  type ConsistencyProof,
  leafOfProof,
  proveConsistency,
  proveInclusion,
} from '../../../src/history/tree/prove.ts'
import { currentHead, listHeads, newestHead } from '../../../src/history/tree/sign-head.ts'
import { headJson, signatureHolds } from '../../../src/history/tree/signed-head.ts'
import { ensureSigningKey } from '../../../src/history/tree/signing-key.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../../support/databases.ts'
import { morning } from '../../support/reports.ts'
import { mth } from './naive-tree.ts'

/** Appends events to the desk's chain and to another, in turn. */
async function appendEvents(db: Database, count: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (let n = 0; n < count; n++) {
      const chain = await takeChain(tx, n % 3 === 0 ? DESK_CHAIN : 'mill')
      const payload = { tokenId: `token ${n}`, name: 'pump', account: 'ana' }
      await appendEvent(tx, chain, { kind: 'token.revoked', actor: SYSTEM, at: morning(1), payload } as never)
    }
  })
}

async function entriesOf(db: Database): Promise<Buffer[]> {
  const events = await db.event.findMany({ orderBy: { leaf: 'asc' }, select: { hash: true } })
  return events.map(({ hash }) => Buffer.from(hash, 'hex'))
}

const decoded = (path: readonly string[]): Buffer[] => path.map((hash) => Buffer.from(hash, 'base64'))
const asClaim = ({ from, to, path }: ConsistencyProof) => ({
  first: from.size,
  firstRoot: Buffer.from(from.root, 'hex'),
  second: to.size,
  secondRoot: Buffer.from(to.root, 'hex'),
  path: decoded(path),
})

describeOnBothDatabases('the signed heads of the tree', (makeDatabase, makeUrl) => {
  test('have the root over all events so far, however the tree grew, and prove every event and every growth', async () => {
    const db = await makeDatabase()
    const sizes: number[] = []
    for (const more of [1, 14, 1, 1, 20, 63]) {
      await appendEvents(db, more)
      const head = await currentHead(db, morning(2))
      expect(head.root).toBe(mth(await entriesOf(db)).toString('hex'))
      expect(signatureHolds(head)).toBe(true)
      sizes.push(head.size)
    }
    expect(sizes).toEqual([1, 15, 16, 17, 37, 100])
    for (const { chain, seq, leaf } of await db.event.findMany()) {
      const proof = await proveInclusion(db, chain, seq)
      const { size, root } = proof.head
      expect(proof.leaf).toBe(leaf)
      expect(
        inclusionHolds({
          leaf: leafOfProof(proof),
          index: leaf,
          size,
          root: Buffer.from(root, 'hex'),
          path: decoded(proof.path),
        }),
      ).toBe(true)
    }
    for (const size of sizes) expect(consistencyHolds(asClaim(await proveConsistency(db, size)))).toBe(true)
    expect(consistencyHolds(asClaim(await proveConsistency(db, 15, 37)))).toBe(true)
    await expect(proveConsistency(db, 37, 15)).rejects.toThrow('larger')
    await expect(proveConsistency(db, 3)).rejects.toThrow('No head')
  })

  test('stand over events that there are: an event beyond them waits for the next', async () => {
    const db = await makeDatabase()
    await expect(currentHead(db, morning(2))).rejects.toThrow('nothing to sign')
    await appendEvents(db, 3)
    await expect(proveInclusion(db, DESK_CHAIN, 1)).rejects.toThrow('No signed head reaches')
    await currentHead(db, morning(2))
    await proveInclusion(db, DESK_CHAIN, 1)
    await expect(proveInclusion(db, DESK_CHAIN, 9)).rejects.toThrow('no such event')
  })

  test('are signed once for each size, and never dated before the head they follow', async () => {
    const db = await makeDatabase()
    await appendEvents(db, 3)
    const first = await currentHead(db, morning(30))
    expect(await currentHead(db, morning(31))).toEqual(first)
    await appendEvents(db, 1)
    expect((await currentHead(db, morning(5))).at).toEqual(morning(30))
    expect(await listHeads(db, 10)).toHaveLength(2)
  })

  test('are signed with one key, whichever of two processes comes first', async () => {
    const url = await makeUrl()
    const [one, other] = [await openDatabase(url), await openDatabase(url)]
    await appendEvents(one, 40)
    await Promise.all([
      ensureSigningKey(one, morning(1)),
      ensureSigningKey(other, morning(1)),
      currentHead(one, morning(2)),
      currentHead(other, morning(2)),
    ])
    expect(await one.signingKey.count()).toBe(1)
    expect(await listHeads(other, 10)).toHaveLength(1)
    await Promise.all([closeDatabase(one), closeDatabase(other)])
  })
})

describeOnSqlite('a head for others', (makeDatabase) => {
  test('is a signed note that anybody checks with the key’s text alone', async () => {
    const db = await makeDatabase()
    await appendEvents(db, 5)
    await currentHead(db, morning(2))
    const head = headJson((await newestHead(db))!)
    const [text, signatures] = head.note.split('\n\n') as [string, string]
    expect(text.split('\n')).toEqual([
      head.origin,
      '5',
      Buffer.from(head.root, 'hex').toString('base64'),
      'at 2026-01-05T08:02:00.000Z',
    ])
    const [, name, signed = ''] = /^— (\S+) (\S+)\n$/.exec(signatures) ?? []
    expect(name).toBe(head.origin)
    const [origin = '', id, key = ''] = head.verifierKey.split(/\+(?=.{8}\+)|(?<=\+.{8})\+/)
    const raw = Buffer.from(key, 'base64')
    expect(raw[0]).toBe(1)
    const noteKey = createHash('sha256').update(`${origin}\n`).update(raw).digest().subarray(0, 4)
    expect([noteKey.toString('hex'), Buffer.from(signed, 'base64').subarray(0, 4).toString('hex')]).toEqual([
      id,
      id,
    ])
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') }
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
    expect(verify(null, Buffer.from(`${text}\n`), publicKey, Buffer.from(signed, 'base64').subarray(4))).toBe(
      true,
    )
    expect(
      verify(null, Buffer.from(`${text} \n`), publicKey, Buffer.from(signed, 'base64').subarray(4)),
    ).toBe(false)
  })

  test('names its key as openssl does', async ({ skip }) => {
    const db = await makeDatabase()
    await appendEvents(db, 1)
    const { publicKey, keyId } = await currentHead(db, morning(2))
    try {
      execFileSync('openssl', ['version'])
    } catch {
      skip('needs openssl')
    }
    const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'DER'], { input: publicKey })
    expect(createHash('sha256').update(der).digest('hex')).toBe(keyId)
  })
})
