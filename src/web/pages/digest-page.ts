import { WEEK, type Digest, type DigestClaim, type DigestKind } from '../../review/digest/digest.ts'
import { recheckInWords } from '../../review/recheck.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What stopped standing in a week. */
export interface DigestPage {
  readonly from: TimeWords
  readonly until: TimeWords
  readonly before: string
  /** Null where the week after has not begun. */
  readonly after: string | null
  readonly reports: readonly {
    readonly id: string
    readonly title: string
    readonly claims: readonly DigestLine[]
  }[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly what: string
    readonly at: TimeWords
  }[]
}

interface DigestLine {
  readonly number: number
  readonly href: string
  readonly what: string
  readonly over: boolean
  readonly at: TimeWords
}

const WHAT: Readonly<Record<DigestKind, string>> = {
  stale: 'reworded since checked',
  recheck: 'to check again',
  objection: 'an objection was raised',
}

export const digestPage = ({ from, until, reports, sources }: Digest, now: Date): DigestPage => ({
  from: timeWords(from),
  until: timeWords(until),
  before: addressOf(from),
  after: until.getTime() + WEEK > now.getTime() ? null : addressOf(new Date(until.getTime() + WEEK)),
  reports: reports.map(({ id, title, claims }) => ({
    id,
    title,
    claims: claims.map((claim) => lineOf(id, claim)),
  })),
  sources: sources.map(({ at, ...source }) => ({ ...source, at: timeWords(at) })),
})

const lineOf = (reportId: string, { kind, number, detail, over, at }: DigestClaim): DigestLine => ({
  number,
  href: `/reports/${reportId}/desk?claim=${number}#claim`,
  what:
    detail === null ? WHAT[kind] : `${WHAT[kind]}: ${recheckInWords[detail as keyof typeof recheckInWords]}`,
  over,
  at: timeWords(at),
})

const addressOf = (until: Date): string => `/digest?until=${until.toISOString().slice(0, 10)}`
