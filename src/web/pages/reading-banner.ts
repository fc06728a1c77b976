import type { ReadingState } from '../../review/reading-state.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** Whether a draft's reading is confirmed, and the form that confirms it. */
export interface ReadingBanner {
  readonly reportId: string
  readonly draftId: string
  readonly revision: number
  readonly confirmed: boolean
  /** Who vouched last; a correction since asks for another. */
  readonly by: { readonly name: string; readonly at: TimeWords } | null
  /** Nobody can rule before. */
  readonly required: boolean
  readonly mayConfirm: boolean
  /** The page that the form returns to. */
  readonly back: 'desk' | 'reading' | 'coverage'
}

export const readingBanner = (
  state: ReadingState,
  on: Pick<ReadingBanner, 'reportId' | 'draftId' | 'required' | 'mayConfirm' | 'back'>,
): ReadingBanner => ({
  ...on,
  revision: state.revision,
  confirmed: state.confirmed,
  by:
    state.confirmation === null
      ? null
      : { name: state.confirmation.by.name, at: timeWords(state.confirmation.at) },
})
