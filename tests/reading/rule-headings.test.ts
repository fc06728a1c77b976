import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { byRule, headingOfRule } from '../../src/reading/rule-headings.ts'
import { projectRoot } from '../../src/paths.ts'

/** Every rule that the readers' sources name. */
function rulesOfReaders(): string[] {
  const folder = join(projectRoot, 'src', 'reading')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const named = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/\brule: '([a-z-]+)'/g),
  ])
  return [...new Set(named.map(([, rule = '']) => rule))].toSorted()
}

/** The rule's own name in words: what a rule without a heading is called. */
const inWords = (rule: string): string => rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll('-', ' ')

test.each(rulesOfReaders())('%s has a heading in words', (rule) => {
  expect(headingOfRule(rule)).not.toBe(inWords(rule))
})

test('a rule that nobody has put in words is its own name', () => {
  expect(headingOfRule('margin-too-narrow')).toBe('Margin too narrow')
})

test('warnings come by rule, in the order in which each rule first comes', () => {
  const warnings = ['b', 'a', 'b'].map((rule, index) => ({ rule, index }))
  expect([...byRule(warnings)]).toEqual([
    ['b', [warnings[0], warnings[2]]],
    ['a', [warnings[1]]],
  ])
})
