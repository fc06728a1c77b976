import { expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'

const warningsOf = async (text: string) =>
  (await readDocument(Buffer.from(text), { name: 'lamp.txt' })).warnings.filter(
    ({ rule }) => rule === 'label-too-long',
  )

test('a label of 5,000 characters stays in the text, with a warning at its place', async () => {
  const label = `[${'x'.repeat(5000)}]`
  const text = `The lamp burned.${label} It went out.\n`
  const [warning, ...others] = await warningsOf(text)
  expect(others).toEqual([])
  expect(warning?.message).toContain('5000 characters long')
  expect(text.slice(warning?.start, warning?.end)).toBe(label)
})

test('an address or several words in brackets are no label and need no warning', async () => {
  const address = `https://light.example/${'a'.repeat(300)}`
  expect(
    await warningsOf(`The lamp burned [${address}] and [${'it went out '.repeat(40)}] again.\n`),
  ).toEqual([])
})
