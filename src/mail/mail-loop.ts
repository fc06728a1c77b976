import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import type { MailConfig } from '../mail-config.ts'
import { postOffice } from './post-office.ts'
import { sendNotices } from './send-notices.ts'

export interface MailLoop {
  /** Ends the loop once the mail under way is done. */
  readonly stop: () => Promise<void>
}

interface LoopOptions {
  readonly db: Database
  readonly mail: MailConfig
  readonly baseUrl: string
  readonly clock: () => Date
  readonly log: Pick<Logger, 'warn'>
  /** Milliseconds between two rounds. */
  readonly every?: number
  /** The longest wait, in milliseconds, between rounds that fail: each wait is twice the one before. */
  readonly longestWait?: number
}

/** Sends what is due again and again until it is stopped; a mail server that is away is asked ever more rarely. */
export function startMailLoop({
  mail,
  every = 15_000,
  longestWait = 900_000,
  ...options
}: LoopOptions): MailLoop {
  const stopping = new AbortController()
  const sender = { ...options, office: postOffice(mail), stopping: stopping.signal }
  const ended = run()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }

  async function run(): Promise<void> {
    let wait = every
    while (!stopping.signal.aborted) {
      wait = (await round()) ? every : Math.min(wait * 2, longestWait)
      await pause(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }

  /** Whether it went well. Nothing may end the loop: notices would stay in the house for good. */
  async function round(): Promise<boolean> {
    try {
      await sendNotices(sender)
      return true
    } catch (error) {
      options.log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'Notices were not sent',
      )
      return false
    }
  }
}
