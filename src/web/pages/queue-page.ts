import { recheckInWords } from '../../review/recheck.ts'
import type { QueueGroup, QueueItem, QueuePart } from '../../review/queue.ts'
import { deadlineWords, type DeadlineWords } from './day-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

export interface QueuePage {
  readonly total: number
  readonly overdue: number
  readonly groups: readonly QueueGroupView[]
}

export interface QueueGroupView {
  readonly id: string
  readonly title: string
  readonly hint: string
  readonly total: number
  /** How many are not listed. */
  readonly more: number
  readonly items: readonly QueueLine[]
}

export interface QueueLine {
  readonly href: string
  /** "Claim 12", or "The report". */
  readonly what: string
  readonly quote: string | null
  readonly language: string
  readonly report: string
  readonly detail: string | null
  readonly since: TimeWords
  readonly deadline: DeadlineWords | null
}

const GROUPS: Readonly<Record<QueueGroup, { title: string; hint: string }>> = {
  'query answered': {
    title: 'Queries answered',
    hint: 'The author answered what you asked: rule, or close the query.',
  },
  'fix answered': { title: 'Fixes answered', hint: 'What became of the words that you proposed.' },
  objection: {
    title: 'Your objections',
    hint: 'Nobody but you closes them; until then their claims stay unsettled.',
  },
  mention: { title: 'Mentions', hint: 'Somebody speaks to you. An answer takes it off this list.' },
  assigned: { title: 'Assigned to you', hint: 'Claims that are yours to check and not settled yet.' },
  'second check': { title: 'Second checks', hint: 'One person has ruled; another is wanted.' },
  stale: {
    title: 'Changed since you ruled',
    hint: 'The words or notes are others now: confirm your verdict, or check again.',
  },
  recheck: {
    title: 'To check again',
    hint: 'The words are the same; what they lean on is not, or somebody asked. Rule again, or say that it still stands.',
  },
}

/** The queue as a page shows it: what keeps others waiting first. */
export function queuePage(parts: readonly QueuePart[], now: Date): QueuePage {
  return {
    total: parts.reduce((sum, { total }) => sum + total, 0),
    overdue: parts.flatMap(({ items }) => items).filter(({ overdue }) => overdue).length,
    groups: parts.map(({ group, total, items }) => ({
      id: group.replaceAll(' ', '-'),
      ...GROUPS[group],
      total,
      more: total - items.length,
      items: items.map((item) => lineOf(group, item, now)),
    })),
  }
}

const lineOf = (group: QueueGroup, item: QueueItem, now: Date): QueueLine => ({
  href: hrefOf(group, item),
  what: item.claimNumber === null ? 'The report' : `Claim ${item.claimNumber}`,
  quote: item.quote,
  language: item.reportLanguage,
  report: item.reportTitle,
  detail: item.detail === null ? null : (DETAILS[item.detail] ?? item.detail),
  since: timeWords(item.since),
  deadline: item.deadline === null ? null : deadlineWords(item.deadline, now),
})

function hrefOf(group: QueueGroup, { reportId, claimNumber }: QueueItem): string {
  const report = `/reports/${encodeURIComponent(reportId)}`
  if (claimNumber === null) return `${report}/together#comments`
  return `${report}/desk?claim=${claimNumber}${group === 'mention' ? '#comments' : '#claim'}`
}

const DETAILS: Readonly<Record<string, string>> = {
  words: 'answered in words',
  'on me': 'the author vouches',
  source: 'a source was named',
  accepted: 'accepted: it waits for the next draft',
  declined: 'declined',
  ...recheckInWords,
}
