import type { CorrectionView, PublicationView } from '../../publication/list-publications.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What the reader may do on the page. */
export interface PublicationRights {
  readonly open: boolean
  readonly compare: boolean
  readonly correct: boolean
  readonly withdraw: boolean
  readonly complaints: boolean
}

export interface PublicationLine {
  readonly id: string
  readonly number: number
  readonly draft: number
  readonly hash: string
  readonly address: string
  readonly isOpen: boolean
  readonly openPoints: number
  /** "Eve" or "Eve, with Ben" */
  readonly by: string
  readonly at: TimeWords
  readonly withdrawn: { readonly by: string; readonly at: TimeWords; readonly reason: string } | null
  readonly wentOut: readonly {
    readonly id: string
    readonly name: string
    readonly words: string
    readonly exact: boolean
    readonly by: string
    readonly at: TimeWords
  }[]
  readonly corrections: readonly CorrectionLine[]
}

export interface CorrectionLine {
  readonly number: number
  readonly title: string
  readonly claim: { readonly id: string; readonly number: number } | null
  readonly was: string | null
  readonly now: string | null
  readonly note: string
  readonly by: string
  readonly at: TimeWords
}

export const publicationLines = (publications: readonly PublicationView[]): PublicationLine[] =>
  publications.map((one) => ({
    ...{ id: one.id, number: one.number, draft: one.draft, hash: one.hash, openPoints: one.openPoints },
    address: `/evidence/${one.slug}`,
    isOpen: one.publicPage,
    by: `${one.publishedBy.name}${one.confirmedBy === null ? '' : `, with ${one.confirmedBy.name}`}`,
    at: timeWords(one.publishedAt),
    withdrawn:
      one.withdrawn === null
        ? null
        : { by: one.withdrawn.by?.name ?? '', at: timeWords(one.withdrawn.at), reason: one.withdrawn.reason },
    wentOut: one.wentOut.map(({ id, name, differences, addedBy, at }) => ({
      ...{ id, name, by: addedBy.name, at: timeWords(at), exact: differences === 0 },
      words: differencesWords(differences),
    })),
    corrections: one.corrections.map(correctionLine),
  }))

const differencesWords = (count: number): string =>
  count === 0 ? 'exactly as signed off' : `${count} ${count === 1 ? 'difference' : 'differences'}`

const correctionLine = (one: CorrectionView): CorrectionLine => ({
  ...{ number: one.number, claim: one.claim, was: one.was, now: one.now, note: one.note ?? '' },
  title: `${one.kind === 'correction' ? 'Correction' : 'Clarification'} ${one.number}`,
  by: one.madeBy.name,
  at: timeWords(one.at),
})
