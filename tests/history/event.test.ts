import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/history/canonical.ts'
import { eventHash, GENESIS } from '../../src/history/event.ts'
import { seal, sealHash } from '../../src/history/sealed-text.ts'

const EVENT = {
  chain: 'r1',
  seq: 1,
  at: '2026-01-05T08:00:00.000Z',
  actor: 'ana',
  kind: 'verdict.recorded',
  payloadHash: 'ab',
  prevHash: GENESIS,
}

describe('the hash of an event', () => {
  test('is SHA-256 over its fields and format in canonical order', () => {
    const canonical = `{"actor":"ana","at":"2026-01-05T08:00:00.000Z","chain":"r1","format":"stet.event/1","kind":"verdict.recorded","payloadHash":"ab","prevHash":"${GENESIS}","seq":1}`
    expect(eventHash(EVENT)).toBe(createHash('sha256').update(canonical).digest('hex'))
  })

  test.each(Object.keys(EVENT) as (keyof typeof EVENT)[])('changes with its %s', (field) => {
    expect(eventHash({ ...EVENT, [field]: field === 'seq' ? 2 : 'other' })).not.toBe(eventHash(EVENT))
  })
})

describe('a sealed text', () => {
  test('can be proved by its salt and body', () => {
    const sealed = seal('The log has it.')
    expect(sealHash(sealed.salt, sealed.body)).toBe(sealed.hash)
    expect(sealHash(sealed.salt, 'The log has it')).not.toBe(sealed.hash)
  })

  test('of the same words never has the same hash twice', () => {
    expect(seal('yes').hash).not.toBe(seal('yes').hash)
  })
})

describe('canonical JSON', () => {
  test('orders keys and writes numbers and letters one way', () => {
    expect(canonicalJson({ b: 1.0, a: ['é', null, true] })).toBe('{"a":["é",null,true],"b":1}')
  })
})
