import { describe, expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../../src/accounts/account.ts'
import {
  type AccountAction,
  type Action,
  actions,
  assertMay,
  type DeskAction,
  may,
  mayEver,
  policy,
  type ReportAction,
  type SourceAction,
} from '../../src/accounts/policy.ts'
import { NotAllowed, NotFound } from '../../src/errors.ts'

const actor = (role: Role, legal = false): Actor => ({ id: role, name: role, role, legal })

/** The whole table once more, written down from the design and not from the code: r reader, v reviewer, e editor, a admin, L lawyer. */
const desk: Record<DeskAction, string> = {
  'see the desk': 'r v e a L',
  'import report': 'e a',
  'read the digest': 'e a',
  'read desk history': 'a',
  'see the tree': 'e a',
  'see sources': 'r v e a L',
  'add source': 'v e a',
  'manage accounts': 'a',
}

const onReport: Record<ReportAction, { open: string; sample: string }> = {
  'read report': { open: 'r v e a L', sample: 'r v e a L' },
  'read history': { open: 'r v e a L', sample: 'r v e a L' },
  rule: { open: 'v e a', sample: 'v e a' },
  'withdraw verdict': { open: 'v e a', sample: 'v e a' },
  'give evidence': { open: 'v e a', sample: 'v e a' },
  comment: { open: 'v e a L', sample: 'v e a L' },
  'comment under privilege': { open: 'L', sample: 'L' },
  'assign claims': { open: 'e a', sample: 'e a' },
  'take claims': { open: 'v e a', sample: 'v e a' },
  'initial sections': { open: 'v e a', sample: 'v e a' },
  'hand over': { open: 'v e a', sample: 'v e a' },
  'see contacts': { open: 'r v e a L', sample: 'r v e a L' },
  'ask people': { open: 'v e a', sample: 'v e a' },
  'see off the record': { open: 'e a', sample: 'e a' },
  'decide outcome': { open: 'v e a', sample: 'v e a' },
  'ask the author': { open: 'v e a', sample: 'v e a' },
  tick: { open: 'v e a', sample: 'v e a' },
  'take back ticks of others': { open: 'e a', sample: 'e a' },
  'manage authors': { open: 'e a', sample: 'e a' },
  'let it stand': { open: 'e a', sample: 'e a' },
  'edit claims': { open: 'e a', sample: 'e a' },
  'decide difference': { open: 'v e a', sample: 'v e a' },
  object: { open: 'v e a L', sample: 'v e a L' },
  'take over objection': { open: 'e a', sample: 'e a' },
  'ask for a re-check': { open: 'e a', sample: 'e a' },
  'raise risk': { open: 'v e a L', sample: 'v e a L' },
  'lower risk': { open: 'e a L', sample: 'e a L' },
  'confirm reading': { open: 'v e a', sample: 'v e a' },
  'correct reading': { open: 'e a', sample: 'e a' },
  'classify sentences': { open: 'e a', sample: 'e a' },
  'change settings': { open: 'e a', sample: 'e a' },
  'name people': { open: 'e a', sample: '' },
  'see retention': { open: 'e a L', sample: 'e a L' },
  'set retention': { open: 'e a', sample: 'e a' },
  'destroy texts': { open: 'e a', sample: 'e a' },
  hold: { open: 'L', sample: 'L' },
  'add draft': { open: 'e a', sample: 'e a' },
  export: { open: 'e a', sample: 'e a' },
  waive: { open: 'e a', sample: 'e a' },
  'sign off': { open: 'e a', sample: 'e a' },
  'sign off as second checker': { open: 'v e a', sample: 'v e a' },
  'sign off as legal': { open: 'L', sample: 'L' },
  publish: { open: 'e a', sample: '' },
  'open evidence page': { open: 'e a', sample: '' },
  'compare what went out': { open: 'v e a', sample: 'v e a' },
  'correct publication': { open: 'e a', sample: 'e a' },
  'withdraw publication': { open: 'e a', sample: 'e a' },
  'see complaints': { open: 'v e a L', sample: 'v e a L' },
  'enter complaints': { open: 'v e a L', sample: 'v e a L' },
  'decide complaints': { open: 'e a L', sample: 'e a L' },
}

const onAccount: Record<AccountAction, { own: string; other: string; sample: string }> = {
  'change account': { own: 'a', other: 'a', sample: '' },
  'use own account': { own: 'r v e a L', other: '', sample: '' },
}

const onSource: Record<SourceAction, string> = {
  'judge source': 'v e a',
  'edit source': 'v e a',
  'capture source': 'v e a',
  'check links': 'v e a',
  'merge sources': 'e a',
  'let sources fall': 'e a',
  'protect source': 'v e a L',
  'see who a source is': 'r v e a L',
}

/** The five kinds of people, a lawyer being a reader beside. */
const people: [string, Actor][] = [
  ['r', actor('reader')],
  ['v', actor('reviewer')],
  ['e', actor('editor')],
  ['a', actor('admin')],
  ['L', actor('reader', true)],
]
const rows = <A extends string>(table: Record<A, unknown>): A[] => Object.keys(table) as A[]
const cross = <A>(list: readonly A[]): [string, A, Actor][] =>
  list.flatMap((action) => people.map(([sign, who]): [string, A, Actor] => [sign, action, who]))

describe('the policy table', () => {
  test('has a row in these tests for every action', () => {
    expect([...rows(desk), ...rows(onReport), ...rows(onAccount), ...rows(onSource)].sort()).toEqual(
      [...actions].sort(),
    )
  })

  test.each(cross(rows(desk)))('%s: %s', (sign, action, who) => {
    expect(may(who, action)).toBe(desk[action].includes(sign))
  })

  test.each(cross(rows(onReport)))('%s: %s, on reports of every kind', (sign, action, who) => {
    const report = { closed: false, member: false, sample: false }
    const { open, sample } = onReport[action]
    expect(may(who, action, report)).toBe(open.includes(sign))
    expect(may(who, action, { ...report, member: true })).toBe(open.includes(sign))
    expect(may(who, action, { ...report, closed: true, member: true })).toBe(open.includes(sign))
    expect(may(who, action, { ...report, closed: true })).toBe(false)
    expect(may(who, action, { ...report, sample: true })).toBe(sample.includes(sign))
  })

  test.each(cross(rows(onAccount)))('%s: %s, one’s own and others', (sign, action, who) => {
    const { own, other, sample } = onAccount[action]
    expect(may(who, action, { own: true, sample: false })).toBe(own.includes(sign))
    expect(may(who, action, { own: false, sample: false })).toBe(other.includes(sign))
    expect(may(who, action, { own: false, sample: true })).toBe(sample.includes(sign))
  })

  test.each(cross(rows(onSource)))('%s: %s, protected and not', (sign, action, who) => {
    const allowed = onSource[action].includes(sign)
    expect(may(who, action, { protected: false, named: false })).toBe(allowed)
    expect(may(who, action, { protected: true, named: true })).toBe(allowed)
    expect(may(who, action, { protected: true, named: false })).toBe(false)
  })

  test('roles are cumulative: nobody may less than the role below', () => {
    for (const action of actions)
      for (const [index, role] of roles.entries())
        if (mayEver(actor(role), action))
          for (const higher of roles.slice(index)) expect(mayEver(actor(higher), action)).toBe(true)
  })

  test('no action about a report or an account is allowed without saying which', () => {
    for (const action of actions)
      if (policy[action].on !== 'desk') expect(may(actor('admin'), action as DeskAction)).toBe(false)
  })
})

describe('a refusal', () => {
  const open = { closed: false, member: false, sample: false }

  test('says who may and what the actor’s role is', () => {
    expect(() => assertMay(actor('reader'), 'rule', open)).toThrow(
      new NotAllowed('Only a reviewer or above may do this; your role is reader.'),
    )
    expect(() => assertMay(actor('reader'), 'lower risk', open)).toThrow('or a lawyer of the desk')
    expect(() => assertMay(actor('editor'), 'manage accounts')).toThrow('Only an administrator may do this')
  })

  test('says nothing of a closed report, not even that it is closed, to administrators neither', () => {
    for (const action of rows(onReport))
      expect(() => assertMay(actor('admin'), action, { ...open, closed: true })).toThrow(NotFound)
  })

  test('tells that the sample stays the sample, and that accounts are one’s own', () => {
    expect(() => assertMay(actor('editor'), 'publish', { ...open, sample: true })).toThrow(
      'belongs to the sample',
    )
    expect(() => assertMay(actor('admin'), 'use own account', { own: false, sample: false })).toThrow(
      'your own account',
    )
  })

  test('tells whom to ask about a protected source', () => {
    expect(() => assertMay(actor('admin'), 'see who a source is', { protected: true, named: false })).toThrow(
      'only the people named on it',
    )
  })

  test('nothing is thrown where it is allowed', () => {
    for (const action of ['see the desk', 'manage accounts'] satisfies Action[])
      expect(() => assertMay(actor('admin'), action)).not.toThrow()
  })
})
