/**
 * Asks a server for its health again and again until standard input ends, from a process that does nothing else; then
 * prints the longest it had to wait (milliseconds) and the most memory that the server and any of its children took
 * (megabytes; 0 where there is no /proc). Arguments: the address, the server's process id.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

const [url, pid] = process.argv.slice(2)
const EVERY = 50
let stopped = false
let longestGap = 0
let readers = 0
process.stdin.on('data', () => undefined).on('end', () => (stopped = true))

while (!stopped) {
  const asked = performance.now()
  longestGap = Math.max(longestGap, (await isHealthy()) ? performance.now() - asked : Infinity)
  for (const child of childrenOf(pid)) readers = Math.max(readers, peakOf(child))
  await pause(EVERY)
}
const mostMemory = { server: peakOf(pid), readers }
process.stdout.write(JSON.stringify({ longestGap: Math.min(longestGap, 1e9), mostMemory }))

function isHealthy() {
  return new Promise((resolve) => {
    get(`${url}/healthz`, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode === 200))
    }).on('error', () => resolve(false))
  })
}

function childrenOf(parent) {
  return orNothing(() =>
    readdirSync(`/proc/${parent}/task`).flatMap((task) =>
      readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    ),
  )
}

function peakOf(id) {
  const [line] = orNothing(() => [readFileSync(`/proc/${id}/status`, 'utf8')])
  return Number(/VmHWM:\s+(\d+)/.exec(line ?? '')?.[1] ?? 0) / 1000
}

/** A process that ended meanwhile, and a system without /proc, have nothing to tell. */
function orNothing(look) {
  try {
    return look()
  } catch {
    return []
  }
}
