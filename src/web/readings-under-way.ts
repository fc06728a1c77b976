import { newId } from '../db/new-id.ts'
import type { ImportedReport } from '../drafts/import-report.ts'
import { progressOf, type ReadingProgress, type Tell } from '../reading/progress.ts'
import type { TypedReport } from './forms/report-form.ts'

/** A file that somebody sent and that is being read; its `id` becomes the report's. */
export interface ReadingUnderWay {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly typed: TypedReport
  readonly progress: ReadingProgress
  /** How it ended; null while it goes on. */
  readonly outcome: ReadingOutcome | null
}

export type ReadingOutcome =
  { readonly report: ImportedReport } | { readonly failure: unknown; readonly at: number }

/** A reading that begins. `read`: reads the file and keeps it under this id. */
export interface NewReading {
  readonly accountId: string
  readonly name: string
  readonly typed: TypedReport
  readonly read: (id: string, tell: Tell) => Promise<ImportedReport>
}

/** Failed readings are kept this long for whoever sent them, with what was typed. Milliseconds: an hour. */
const KEPT = 3_600_000

/**
 * The files that this process of the server is reading, for pages that show how far they are. A reading that succeeded is
 * forgotten here, since the report stands under its id; nothing here outlives the process.
 */
export class ReadingsUnderWay {
  private readonly readings = new Map<string, ReadingUnderWay>()

  /** Begins to read; the promise ends with the reading, well or badly, and never fails. */
  begin({ read, ...of }: NewReading): { readonly id: string; readonly ended: Promise<ReadingOutcome> } {
    this.forgetOld()
    const id = newId()
    this.readings.set(id, { ...of, id, progress: progressOf('reading', 0), outcome: null })
    const ended = read(id, (progress) => this.change(id, { progress })).then(
      (report) => this.end(id, { report }),
      (failure: unknown) => this.end(id, { failure, at: Date.now() }),
    )
    return { id, ended }
  }

  /** The reading that this account began, undefined for anyone else's and for one that is over and well. */
  find(id: string, accountId: string): ReadingUnderWay | undefined {
    const reading = this.readings.get(id)
    return reading?.accountId === accountId ? reading : undefined
  }

  /** How many files are being read. */
  count(): number {
    return [...this.readings.values()].filter(({ outcome }) => outcome === null).length
  }

  private end(id: string, outcome: ReadingOutcome): ReadingOutcome {
    if ('report' in outcome) this.readings.delete(id)
    else this.change(id, { outcome })
    return outcome
  }

  private change(id: string, change: Partial<ReadingUnderWay>): void {
    const reading = this.readings.get(id)
    if (reading !== undefined) this.readings.set(id, { ...reading, ...change })
  }

  private forgetOld(): void {
    for (const [id, { outcome }] of this.readings)
      if (outcome !== null && 'failure' in outcome && Date.now() - outcome.at > KEPT) this.readings.delete(id)
  }
}
