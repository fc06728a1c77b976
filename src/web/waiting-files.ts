import { newId } from '../db/new-id.ts'
import type { ReportToRead } from './forms/report-form.ts'

/** A file that somebody sent for a report and that waits for a yes. */
export interface WaitingFile<File = ReportToRead> {
  readonly accountId: string
  readonly reportId: string
  readonly file: File
}

/** Files wait this long at most. Milliseconds: an hour. */
const KEPT = 3_600_000

/** More than this many at once, and the oldest goes: its sender sends it again. */
const MOST = 10

/** Files that may be the wrong ones, in the memory of this process, while their senders are asked whether they are meant. */
export class WaitingFiles<File = ReportToRead> {
  private readonly files = new Map<string, WaitingFile<File> & { readonly since: number }>()

  /** Keeps a file, instead of any other of the same person; gives the id under which it is taken. */
  keep(waiting: WaitingFile<File>): string {
    for (const [id, { accountId, since }] of this.files)
      if (accountId === waiting.accountId || Date.now() - since > KEPT) this.files.delete(id)
    const [oldest] = this.files.keys()
    if (oldest !== undefined && this.files.size >= MOST) this.files.delete(oldest)
    const id = newId()
    this.files.set(id, { ...waiting, since: Date.now() })
    return id
  }

  /** The file, once, for who sent it to this report; undefined for anyone else and when it waited too long. */
  take(id: string, { accountId, reportId }: Omit<WaitingFile, 'file'>): File | undefined {
    const waiting = this.files.get(id)
    if (waiting?.accountId !== accountId || waiting.reportId !== reportId) return undefined
    this.files.delete(id)
    return Date.now() - waiting.since > KEPT ? undefined : waiting.file
  }
}
