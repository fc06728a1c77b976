import type { Actor } from '../../accounts/account.ts'
import type { Forgetting, HoldView, RequestView } from '../../drafts/forgetting/show-forgetting.ts'
import { retained } from '../../drafts/retention.ts'
import type { Destructible } from '../../history/destruction.ts'
import { timeWords, type TimeWords } from './time-words.ts'

interface Rights {
  readonly set: boolean
  readonly destroy: boolean
  readonly hold: boolean
}

interface Beside {
  readonly reader: Actor
  readonly rights: Rights
  readonly typed: Readonly<Record<string, string>>
  readonly now: Date
}

/** What a report keeps, and what two people destroy of it. */
export interface RetentionPage {
  readonly rights: Rights
  readonly held: boolean
  readonly holds: readonly HoldLine[]
  readonly since: string
  readonly retainUntil: string
  readonly kinds: readonly KindLine[]
  readonly open: readonly RequestLine[]
  readonly answered: readonly RequestLine[]
  readonly typed: Readonly<Record<string, string>>
}

interface KindLine {
  readonly what: Destructible
  readonly words: string
  readonly count: number
  /** As a form has it; '' where it is kept. */
  readonly days: string
  /** "may be destroyed since 5 Jan 2027", '' where no rule applies. */
  readonly rule: string
}

interface HoldLine {
  readonly reason: string
  readonly by: string
  readonly at: TimeWords
  readonly lifted: { readonly by: string; readonly at: TimeWords; readonly reason: string } | null
}

interface RequestLine {
  readonly id: string
  /** "12 rationales" */
  readonly words: string
  readonly ground: string
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: TimeWords
  readonly own: boolean
  readonly state: string
  readonly answered: { readonly by: string; readonly at: TimeWords } | null
}

const KINDS: Readonly<Record<Destructible, string>> = {
  rationale: 'rationales of verdicts',
  reason: 'reasons of decisions, waivers and edits',
  comment: 'comments',
  'privileged comment': 'privileged comments',
  excerpt: 'excerpts and translations of sources',
  contact: 'what people were asked and answered',
  query: 'queries to the author, and answers',
  objection: 'objections',
  'hand-over': 'hand-over notes',
  're-check': 'what re-checks were asked for with',
  complaint: 'complaints: who made them, their words, the replies',
  draft: 'earlier drafts: their texts',
  original: 'files that drafts were read from',
  payload: 'what one event of the history said',
}

export function retentionPage(forgetting: Forgetting, { reader, rights, typed, now }: Beside): RetentionPage {
  const { rules, kept, requests } = forgetting
  const typedRules = typed['form'] === 'rules'
  const line = (request: RequestView): RequestLine => requestLine(request, reader)
  return {
    rights,
    held: forgetting.legalHold,
    holds: forgetting.holds.map(holdLine),
    since: typedRules ? (typed['since'] ?? '') : rules.since,
    retainUntil: typedRules ? (typed['retainUntil'] ?? '') : (rules.retainUntil ?? ''),
    kinds: retained.flatMap((what) => {
      const own = kept.find((one) => one.what === what)
      if (own === undefined) return []
      const days = typedRules ? (typed[`days-${what}`] ?? '') : String(rules.days[what] ?? '')
      return [{ what, words: KINDS[what], count: own.count, days, rule: ruleWords(own.from, now) }]
    }),
    open: requests.filter(({ state }) => state === 'asked').map(line),
    answered: requests.filter(({ state }) => state !== 'asked').map(line),
    typed,
  }
}

function ruleWords(from: Date | null, now: Date): string {
  if (from === null) return ''
  const day = from.toISOString().slice(0, 10)
  return from <= now ? `may be destroyed since ${day}` : `kept until ${day}`
}

const holdLine = (hold: HoldView): HoldLine => ({
  reason: hold.reason ?? '',
  by: hold.setBy.name,
  at: timeWords(hold.setAt),
  lifted:
    hold.liftedAt === null
      ? null
      : { by: hold.liftedBy?.name ?? '', at: timeWords(hold.liftedAt), reason: hold.liftingReason ?? '' },
})

const requestLine = (request: RequestView, reader: Actor): RequestLine => ({
  id: request.id,
  words: `${request.count} × ${KINDS[request.what as Destructible]}`,
  ground: request.ground,
  reason: request.reason ?? '',
  askedBy: request.askedBy.name,
  askedAt: timeWords(request.askedAt),
  own: request.askedBy.id === reader.id,
  state: { done: 'destroyed', declined: 'declined', withdrawn: 'taken back' }[request.state] ?? 'asked for',
  answered:
    request.answeredAt === null
      ? null
      : { by: request.answeredBy?.name ?? '', at: timeWords(request.answeredAt) },
})
