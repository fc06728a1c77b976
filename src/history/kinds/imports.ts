import type { Sentences } from './sentences.ts'

/** What comes back into a report from a file, beside the events of what came of it. */
export interface ImportEvents {
  'annotations.taken-in': TakenIn & {
    readonly comments: number
    /** Annotations whose words have no certain place. */
    readonly notPlaced: number
  }
  'claims-table.taken-in': TakenIn & {
    readonly risks: number
    readonly assigned: number
    readonly comments: number
    /** Lines that were out of date, and left out by name. */
    readonly leftOut: number
  }
}

interface TakenIn {
  readonly file: string
  readonly sha256: string
}

export const importSentences: Sentences<ImportEvents> = {
  'annotations.taken-in': (p) =>
    `took in ${count(p.comments, 'annotation')} from ${p.file} as comments${p.notPlaced === 0 ? '' : `; ${p.notPlaced} had no certain place and were left out`}`,
  'claims-table.taken-in': (p) =>
    `took in ${p.file}: ${count(p.risks, 'change')} of risk, ${count(p.assigned, 'assignment')}, ${count(p.comments, 'comment')}${p.leftOut === 0 ? '' : `; ${count(p.leftOut, 'line')} out of date left out`}`,
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
