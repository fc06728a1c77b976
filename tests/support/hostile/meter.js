/** Loaded before the program: says at its end, as the last line on standard error, what the process took. */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeSync(2, `\nMETER ${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1000}`)
  })
