import type { AnnotationsPlan } from '../../imports/annotations/plan-annotations.ts'
import type { ClaimChange, ClaimsTablePlan } from '../../imports/claims/plan-claims-table.ts'
import { shortened } from '../../text/shortened.ts'

/** A line of a list of what would happen, or what would not: where, and what. */
export interface ImportLine {
  readonly where: string
  readonly words: string
}

/** What would become of a file. */
export interface ImportPreview {
  readonly kind: 'annotations' | 'claims'
  /** What is done. */
  readonly done: readonly ImportLine[]
  /** What keeps all of it out. */
  readonly refused: readonly ImportLine[]
  /** What is left out, or has to be by name. */
  readonly aside: readonly ImportLine[]
  /** Counts of all that is not listed for want of room, by list. */
  readonly more: { readonly done: number; readonly refused: number; readonly aside: number }
  readonly total: { readonly done: number; readonly refused: number; readonly aside: number }
  /** What changes nothing, in words. */
  readonly rest: string
  /** Out-of-date lines keep the table out until somebody leaves them out. */
  readonly mustLeaveOut: boolean
}

/** Lines that each list shows. */
const MOST_SHOWN = 200
const QUOTED = 240

export const annotationsPreview = ({ comments, notPlaced, known, empty }: AnnotationsPlan): ImportPreview =>
  preview('annotations', {
    done: comments.map(({ number, words }) => ({
      where: `claim ${number}`,
      words: shortened(words, QUOTED),
    })),
    refused: [],
    aside: notPlaced.map(({ index, quote, why }) => ({
      where: `annotation ${index}`,
      words: `${quote === '' ? '' : `“${quote}”: `}${why}`,
    })),
    rest: [
      ...(known === 0 ? [] : [`${known} taken in before`]),
      ...(empty === 0 ? [] : [`${empty} with nothing to say beyond what this desk wrote`]),
    ].join(', '),
    mustLeaveOut: false,
  })

export const claimsPreview = ({ changes, refused, stale, unchanged }: ClaimsTablePlan): ImportPreview =>
  preview('claims', {
    done: changes.map((change) => ({ where: `claim ${change.number}`, words: changeInWords(change) })),
    refused: refused.map(({ line, number, why }) => ({ where: `line ${line}, claim ${number}`, words: why })),
    aside: stale.map(({ line, number, why }) => ({ where: `line ${line}, claim ${number}`, words: why })),
    rest: unchanged === 0 ? '' : `${unchanged} ${unchanged === 1 ? 'line changes' : 'lines change'} nothing`,
    mustLeaveOut: stale.length > 0,
  })

type Lists = Pick<ImportPreview, 'done' | 'refused' | 'aside' | 'rest' | 'mustLeaveOut'>

const preview = (kind: ImportPreview['kind'], { done, refused, aside, ...rest }: Lists): ImportPreview => ({
  kind,
  ...rest,
  done: done.slice(0, MOST_SHOWN),
  refused: refused.slice(0, MOST_SHOWN),
  aside: aside.slice(0, MOST_SHOWN),
  total: { done: done.length, refused: refused.length, aside: aside.length },
  more: { done: beyond(done), refused: beyond(refused), aside: beyond(aside) },
})

const beyond = (lines: readonly unknown[]): number => Math.max(0, lines.length - MOST_SHOWN)

const changeInWords = ({ risk, assignee, comment }: ClaimChange): string =>
  [
    ...(risk === null
      ? []
      : [`risk ${risk.to}${risk.reason === null ? '' : `, because: ${shortened(risk.reason, QUOTED)}`}`]),
    ...(assignee === null ? [] : [`assigned to ${assignee.name}`]),
    ...(comment === null ? [] : [`comment: ${shortened(comment, QUOTED)}`]),
  ].join('; ')

const TAKEN: Readonly<Record<string, readonly [string, string]>> = {
  risks: ['change of risk', 'changes of risk'],
  assigned: ['assignment', 'assignments'],
  comments: ['comment', 'comments'],
  leftOut: ['left out', 'left out'],
}

/** What an address tells of what was taken in; null where it tells nothing. */
export function takenInWords(query: Readonly<Record<string, unknown>>): string | null {
  const parts = Object.entries(TAKEN).flatMap(([name, [one, many]]) => {
    const given = query[name]
    if (typeof given !== 'string' || !/^\d{1,6}$/.test(given) || Number(given) === 0) return []
    return [`${Number(given)} ${Number(given) === 1 ? one : many}`]
  })
  if (parts.length > 0) return `Taken in: ${parts.join(', ')}.`
  return 'comments' in query ? 'There was nothing new to take in.' : null
}
