import { spawnSync } from 'node:child_process'
import { median } from './figures.ts'

/** The CPU seconds (user and system, children included) that one run of a command takes, by the kernel's account. */
export function cpuSeconds(command: readonly string[], runs = 3): number {
  return median(Array.from({ length: runs }, () => oneRun(command)))
}

const TIMES = /user ([\d.]+)\nsys ([\d.]+)/

function oneRun(command: readonly string[]): number {
  const done = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT=$\'user %3U\\nsys %3S\'; time "$@" >/dev/null 2>/dev/null', 'bash', ...command],
    {
      encoding: 'utf8',
    },
  )
  const times = TIMES.exec(done.stderr)
  if (done.status !== 0 || times === null) throw new Error(`failed: ${command.join(' ')}: ${done.stderr}`)
  return Number(times[1]) + Number(times[2])
}
