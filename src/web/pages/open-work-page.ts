import type { OpenWork, OpenWorkKind } from '../../review/open-work.ts'
import { type TimeWords, timeWords } from './time-words.ts'

/** What is to be handed over on one report. */
export interface ReportWork {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly items: readonly WorkItem[]
}

export interface WorkItem {
  readonly claimId: string
  readonly number: number
  readonly person: string
  readonly words: string
  readonly since: TimeWords
  readonly deadline: TimeWords | null
}

/** Each kind, and what can be done with it. */
const WORDS: Readonly<Record<OpenWorkKind, string>> = {
  assigned: 'assigned: assign it to somebody else',
  query: 'a query to the author: close it, or read its answer',
  fix: 'a fix asked of the author: answer or withdraw it',
  objection: 'an objection: an editor can take it over',
}

/** Open work under its reports, in the order in which it comes. */
export function workByReport(work: readonly OpenWork[]): ReportWork[] {
  const reports = new Map<string, OpenWork[]>()
  for (const one of work) {
    const items = reports.get(one.reportId) ?? []
    items.push(one)
    reports.set(one.reportId, items)
  }
  return [...reports].map(([id, items]) => ({
    id,
    title: items[0]?.title ?? '',
    language: items[0]?.language ?? '',
    items: items.map(workItem),
  }))
}

export const workItem = ({ kind, claimId, number, person, since, deadline }: OpenWork): WorkItem => ({
  claimId,
  number,
  person,
  words: WORDS[kind],
  since: timeWords(since),
  deadline: deadline === null ? null : timeWords(deadline),
})
