import { expect, test } from 'vitest'
import { carriedLink } from '../../../src/web/pages/carried-link.ts'

const RIGHTS = { rule: true, findPlace: true }
const claim = { id: 'c 1', stale: false, setAside: null, placement: { state: 'placed' } }

test('a claim that was reworded leads to its words, for whoever may rule', () => {
  const reworded = { ...claim, stale: true, placement: { state: 'edited' } }
  expect(carriedLink(reworded, RIGHTS)?.href).toBe('/claims/c%201/rewording')
  expect(carriedLink(reworded, { ...RIGHTS, rule: false })).toBeNull()
})

test('a claim that stands nowhere leads to where it may have gone, for whoever may place it', () => {
  const lost = { ...claim, stale: true, placement: { state: 'orphaned' } }
  expect(carriedLink(lost, RIGHTS)?.href).toBe('/claims/c%201/place')
  expect(carriedLink(lost, { ...RIGHTS, findPlace: false })).toBeNull()
})

test('a claim that stands as it stood, or is none to settle, leads nowhere', () => {
  expect(carriedLink(claim, RIGHTS)).toBeNull()
  expect(carriedLink({ ...claim, stale: true, setAside: 'joined' }, RIGHTS)).toBeNull()
})
