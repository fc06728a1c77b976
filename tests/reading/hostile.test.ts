import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBait } from '../support/hostile/bait.ts'
import { BuiltServer, describeBuilt, readByCommand } from '../support/hostile/built-program.ts'
import { hostileFiles } from '../support/hostile/corpus.ts'
import { CANARY, type Expected } from '../support/hostile/hostile-file.ts'

/** What no file may take. Seconds of processor time, and megabytes of a process. */
const MOST_SECONDS = 20
const MOST_MEMORY = 512

/** Longest wait for an answer of the server to anyone else while it reads. Milliseconds; other tests run meanwhile. */
const LONGEST_GAP = 5000

const folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'))
const bait = await startBait(folder)
const files = hostileFiles(bait)
afterAll(async () => {
  await bait.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('there are at least sixty hostile files, each with a name of its own', () => {
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  expect(files.length).toBeGreaterThanOrEqual(60)
})

/** What a reading came to, in the words of what was expected of it. */
interface Outcome {
  readonly refusal: string | null
  readonly text: string
  readonly rules: readonly string[]
}

function expectOutcome({ refusal, text, rules }: Outcome, expected: Expected): void {
  if ('refused' in expected) {
    expect(refusal ?? `read: ${text.slice(0, 60)}`).toMatch(expected.refused)
    return
  }
  expect(refusal).toBeNull()
  expect(text.slice(0, 2_000_000)).toContain(expected.read)
  for (const rule of expected.warned ?? []) expect(rules).toContain(rule)
}

describeBuilt('a hostile file on the command line', () => {
  // One at a time, and once more where a starved machine collected its garbage late: what counts is the file, not the load.
  test.each(files)('$name is read, or refused in words', { timeout: 120_000, retry: 1 }, async (file) => {
    const path = join(folder, `read-${file.name}`)
    writeFileSync(path, file.make())
    const { code, output, complaint, seconds, memory } = await readByCommand(path)
    rmSync(path)
    expect(code).toBe('refused' in file.expected ? 2 : 0)
    const document =
      code === 0 ? (JSON.parse(output) as { text: string; warnings: { rule: string }[] }) : null
    expectOutcome(
      {
        refusal: document === null ? complaint : null,
        text: document?.text ?? '',
        rules: document?.warnings.map(({ rule }) => rule) ?? [],
      },
      file.expected,
    )
    expect(output + complaint).not.toContain(CANARY)
    expect(complaint.trim().split('\n').length).toBeLessThanOrEqual(1)
    expect(seconds).toBeLessThan(MOST_SECONDS)
    expect(memory).toBeLessThan(MOST_MEMORY)
  })
})

describeBuilt('a hostile file sent to a server', () => {
  let server: BuiltServer
  beforeAll(async () => {
    server = await BuiltServer.start(folder)
  })
  afterAll(() => server.stop())

  test(
    'harms nobody: all are answered, others are answered throughout, memory stays small',
    { timeout: 600_000, retry: 1 },
    async () => {
      const wrong: string[] = []
      const made = files.map(({ name, make, expected }) => ({ name, bytes: make(), expected }))
      const pulse = server.watchPulse()
      const send = async ({ name, bytes, expected }: (typeof made)[number]): Promise<void> => {
        const { status, detail } = await server
          .upload(bytes, name)
          .catch((error: unknown) => ({ status: 0, detail: String(error) }))
        const tooMuch = (status === 422 && detail.includes('more than 40,000')) || status === 413
        const says =
          'refused' in expected
            ? tooMuch || (status === 422 && expected.refused.test(detail))
            : status === 201 || tooMuch
        if (!says || detail.includes(CANARY)) wrong.push(`${name}: ${status} ${detail}`)
      }
      const waiting = [...made]
      const inTurn = async (): Promise<void> => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await send(file)
      }
      await Promise.all([inTurn(), inTurn()])
      const { longestGap, mostMemory } = await pulse.stop()
      expect(wrong).toEqual([])
      expect(longestGap).toBeLessThan(LONGEST_GAP)
      expect(mostMemory.server).toBeLessThan(MOST_MEMORY)
      expect(mostMemory.readers).toBeLessThan(MOST_MEMORY)
    },
  )
})

test('no hostile file made anyone ask the network', () => {
  expect(bait.requests()).toEqual([])
})
