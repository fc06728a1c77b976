import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const report = readFileSync('seed/sample-report.md', 'utf8')
const body = report.slice(0, report.indexOf('\n[^1]:'))
const called = [...body.matchAll(/\[\^(\d+)\]/g)].map((match) => match[1]!)
const notes = new Map([...report.matchAll(/^\[\^(\d+)\]: (.*)$/gm)].map((match) => [match[1]!, match[2]!]))

interface Deed {
  readonly day: number
  readonly time: string
  readonly checker: string
  readonly starts: string
  readonly withdraw?: true
  readonly verdict?: string
  readonly reason?: string
  readonly rationale?: string
}
const work = JSON.parse(readFileSync('seed/sample-verdicts.json', 'utf8')) as {
  checkers: { email: string }[]
  verdicts: Deed[]
}

test('the sample report has the troubles that it is there to show', () => {
  const missing = [...new Set(called)].filter((label) => !notes.has(label))
  const twice = called.filter((label, i) => called.indexOf(label) !== i)
  expect({ missing, twice, notes: notes.size }).toEqual({
    missing: ['5', '22', '27', '34'],
    twice: ['2'],
    notes: 36,
  })
  expect(notes.get('25')).toBe(notes.get('26'))
  expect(body).toMatch(/May 2, 2023: .*\n/)
  expect(body).toContain('on May 3, 2023, they met')
})

test('no note is left uncalled', () => {
  expect([...notes.keys()].filter((label) => !called.includes(label))).toEqual([])
})

test.each(work.verdicts.map((deed) => deed.starts))('%j begins exactly one sentence', (starts) => {
  const at = body.indexOf(starts)
  expect(body.indexOf(starts, at + 1)).toBe(-1)
  expect(body.slice(0, at)).toMatch(/(?:\n|\]|[.?!]) ?$/)
})

test('every unfavourable verdict has a reason or a rationale, and every deed its checker', () => {
  const emails = work.checkers.map((checker) => checker.email)
  for (const deed of work.verdicts) {
    expect(emails).toContain(deed.checker)
    if (deed.verdict && deed.verdict !== 'substantiated') expect(deed.reason ?? deed.rationale).toBeDefined()
  }
})

test('the deeds stand in the order in which they were done', () => {
  const times = work.verdicts.map((deed) => `${deed.day} ${deed.time}`)
  expect([...times].sort()).toEqual(times)
})

test('what is withdrawn had been ruled by the same checker', () => {
  for (const [i, deed] of work.verdicts.entries()) {
    if (!deed.withdraw) continue
    const earlier = work.verdicts.slice(0, i).filter((one) => one.verdict && one.starts === deed.starts)
    expect(earlier.map((one) => one.checker)).toContain(deed.checker)
  }
})
