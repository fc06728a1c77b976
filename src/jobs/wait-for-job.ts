import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../db/database.ts'

/**
 * Waits until a job has had its first try, `most` milliseconds at the longest: for whoever asked for it and would like to see what came
 * of it on the next page.
 */
export async function waitForJob(db: Database, id: string, most: number): Promise<void> {
  const before = await db.job.findUnique({ where: { id }, select: { attempts: true } })
  const end = performance.now() + most
  while (performance.now() < end) {
    const job = await db.job.findUnique({ where: { id }, select: { state: true, attempts: true } })
    const tried = job?.state === 'waiting' && job.attempts > (before?.attempts ?? 0)
    if (job === null || job.state === 'done' || job.state === 'failed' || tried) return
    await pause(100)
  }
}
