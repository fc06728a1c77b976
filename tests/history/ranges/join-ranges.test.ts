import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inventedLog } from '../../../bench/support/invented-log.ts'
import { keyIdOf } from '../../../src/history/tree/signed-head.ts'
import {
  holds,
  holdsInRanges,
  mutated,
  mutationKinds,
  seeded,
  type WholeLog,
  wholeLog,
} from '../../support/mutations.ts'

const MUTATIONS = 250

describe('a log that is checked in ranges', () => {
  let log: WholeLog
  beforeAll(() => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const key = { id: keyIdOf(createPublicKey(publicKey)), publicKey, privateKey }
    const events = [...inventedLog(75, 3)]
    const heads = [5, 16, 40, 64, 70, 75].flatMap((size) => wholeLog(events.slice(0, size), key).heads)
    log = { ...wholeLog(events, key), heads }
  })

  test.each([16, 32, 64, 128])('holds as it was written, in ranges of %i leaves', (size) => {
    expect(holdsInRanges(log, size)).toBe(true)
  })

  test.each(mutationKinds)('shows every change that shows when it is read in one go: %s', (kind) => {
    const random = seeded(1911)
    for (let n = 0; n < MUTATIONS; n++) {
      const other = mutated(log, kind, random)
      if (holdsInRanges(other)) expect({ n, kind, log: other.events }).toBe('found out')
    }
  })

  test.each<[string, (whole: WholeLog) => WholeLog]>([
    ['without its last events', (whole) => ({ ...whole, events: whole.events.slice(0, 70) })],
    ['without its last range', (whole) => ({ ...whole, events: whole.events.slice(0, 64) })],
    ['without a chain’s head', (whole) => ({ ...whole, chains: whole.chains.slice(1) })],
    [
      'with a chain of no events',
      (whole) => ({ ...whole, chains: [...whole.chains, { id: 'x', seq: 1, hash: '' }] }),
    ],
    [
      'with a head of another root',
      (whole) => ({ ...whole, heads: whole.heads.map((head) => ({ ...head, root: 'ab' })) }),
    ],
    [
      'with a head over more than there is',
      (whole) => ({
        ...whole,
        heads: whole.heads.map((head, i) => ({ ...head, size: head.size + Math.floor(i / 5) })),
      }),
    ],
    ['with a stored level less', (whole) => ({ ...whole, stored: whole.stored.slice(1) })],
    [
      'with other stored nodes',
      (whole) => ({ ...whole, stored: whole.stored.map((level) => ({ ...level, digest: '' })) }),
    ],
    [
      'with a stored node more',
      (whole) => ({ ...whole, stored: whole.stored.map((level) => ({ ...level, nodes: level.nodes + 1 })) }),
    ],
  ])('does not hold %s, in ranges or in one go', (_, change) => {
    const other = change(log)
    expect({ ranges: holdsInRanges(other), whole: holds(other) }).toEqual({ ranges: false, whole: false })
  })
})
