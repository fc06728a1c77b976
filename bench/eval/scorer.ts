import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../src/paths.ts'

export const shared = join(projectRoot, '../shared')

/** One row of the scorer's answer: counts and shares by name. */
export type ScoredRow = Readonly<Record<string, number>>

/**
 * Runs one task of the corpora's scorer against the built command line; its rows by the name of the file scored.
 * @throws Error when the scorer fails or answers in something else than JSON
 */
export function score(task: string, command: string, data: string): Readonly<Record<string, ScoredRow>> {
  const args = [
    join(shared, 'tools/score.mjs'),
    task,
    '--run',
    command,
    '--data',
    join(shared, 'corpora', data),
    '--json',
  ]
  const done = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0) throw new Error(`The scorer failed at ${task}: ${done.stderr}`)
  return JSON.parse(done.stdout) as Readonly<Record<string, ScoredRow>>
}

/** Runs the built command line. @throws Error when it fails. */
export function stet(...args: readonly string[]): string {
  const done = spawnSync('./bin/stet', args, { cwd: projectRoot, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0) throw new Error(`stet ${args.join(' ')} failed: ${done.stderr}`)
  return done.stdout
}
