import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { inventedLog } from '../../bench/support/invented-log.ts'
import { keyIdOf } from '../../src/history/tree/signed-head.ts'
import { holds, mutated, mutationKinds, seeded, type WholeLog, wholeLog } from '../support/mutations.ts'

const MUTATIONS = 1_250

describe('a log that somebody changed', () => {
  let log: WholeLog
  beforeAll(() => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const key = { id: keyIdOf(createPublicKey(publicKey)), publicKey, privateKey }
    log = wholeLog([...inventedLog(24, 3)], key)
  })

  test('holds before', () => {
    expect(holds(log)).toBe(true)
  })

  test.each(mutationKinds)('is found out every time: %s', (kind) => {
    const random = seeded(1723)
    for (let n = 0; n < MUTATIONS; n++) {
      const other = mutated(log, kind, random)
      if (holds(other)) expect({ n, kind, log: other.events }).toBe('found out')
    }
  })
})
