import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const grade = (input: string): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts', 'grade'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })

const line = (text: string): string => `${JSON.stringify({ text })}\n`

test('answers one line per text, in order, over more text than one chunk', () => {
  const texts = Array.from({ length: 5000 }, (_, index) => `Dam ${index} broke. It was old.`)
  const { status, stdout } = grade(texts.map(line).join(''))
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((answer) => JSON.parse(answer) as { sentences: { end: number }[] })
  expect(status).toBe(0)
  expect(answers.map(({ sentences }) => sentences[0]?.end)).toEqual(
    texts.map((text) => text.indexOf('.') + 1),
  )
})

test('reads a last line without its end, line separators inside a text, and a byte order mark', () => {
  const { status, stdout } = grade(`\uFEFF{"text":"One\u2028dam broke."}\n{"text":"Two dams broke."}`)
  expect(status).toBe(0)
  expect(stdout.trimEnd().split('\n')).toHaveLength(2)
})

test.each(['not json', '{"words":"x"}', '{"text":5}', '[]', 'null'])(
  '%s is refused with its line number',
  (bad) => {
    const { status, stderr } = grade(`${line('It broke.')}${bad}\n`)
    expect(status).toBe(2)
    expect(stderr).toMatch(/Line 2 .*\n$/)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  },
)

test('no text at all is done, without an answer', () => {
  expect(grade('')).toMatchObject({ status: 0, stdout: '' })
})
