import { spawnSync } from 'node:child_process'
import { median } from './figures.ts'

/**
 * The CPU seconds (user and system, children included) that one run of a command takes, by the kernel's account. The
 * environment is bare: certificates that a machine adds to every start of Node are no part of what is measured.
 */
export function cpuSeconds(command: readonly string[], runs = 3): number {
  return median(Array.from({ length: runs }, () => oneRun(command)))
}

const TIMES = /user ([\d.]+)\nsys ([\d.]+)/

function oneRun(command: readonly string[]): number {
  const done = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT=$\'user %3U\\nsys %3S\'; time "$@" >/dev/null 2>/dev/null', 'bash', ...command],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' } },
  )
  const times = TIMES.exec(done.stderr)
  if (done.status !== 0 || times === null) throw new Error(`failed: ${command.join(' ')}: ${done.stderr}`)
  return Number(times[1]) + Number(times[2])
}

export interface Share {
  /** CPU time of ours divided by theirs: the median of the pairs. */
  readonly ratio: number
  /** Seconds, the median of each. */
  readonly ours: number
  readonly theirs: number
}

const PAIRS = 7

/**
 * Our CPU time as a share of another program's. The two run in pairs, each first in turn, and each pair gives a ratio, so
 * that what else a machine does, and how quick it is at the moment, weighs on both alike.
 */
export function shareOf(ours: readonly string[], theirs: readonly string[], pairs: number = PAIRS): Share {
  const seconds = Array.from({ length: pairs }, (_, i) => {
    if (i % 2 === 0) return { ours: oneRun(ours), theirs: oneRun(theirs) }
    const second = oneRun(theirs)
    return { ours: oneRun(ours), theirs: second }
  })
  return {
    ratio: median(seconds.map((pair) => pair.ours / pair.theirs)),
    ours: median(seconds.map((pair) => pair.ours)),
    theirs: median(seconds.map((pair) => pair.theirs)),
  }
}
