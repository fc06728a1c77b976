import type { Sentences } from './sentences.ts'

/** What of a report is kept, held and destroyed. */
export interface ForgettingEvents {
  'retention.set': { readonly from: object; readonly to: object }
  'hold.set': { readonly holdId: string; readonly reasonHash: string }
  /** `lifted`: how many holds. */
  'hold.lifted': { readonly lifted: number; readonly reasonHash: string }
  'destruction.asked': {
    readonly what: string
    readonly ground: string
    readonly count: number
    readonly reasonHash: string
  }
  'destruction.refused': { readonly what: string; readonly count: number; readonly withdrawn: boolean }
  /** `hash`: of what is gone. `quotingEvents`: numbers of the events whose payloads repeated it and went with it. */
  'text.destroyed': {
    readonly claimId?: string
    readonly claimNumber?: number
    readonly draft?: number
    readonly event?: number
    readonly quotingEvents?: readonly number[]
    readonly what: string
    readonly hash: string
    readonly ground: string
    readonly reason: string
    readonly askedBy: string
    readonly askedByName: string
  }
}

export const forgettingSentences: Sentences<ForgettingEvents> = {
  'retention.set': () => 'set how long texts of the report are kept',
  'hold.set': () => 'put the report under legal hold',
  'hold.lifted': () => 'lifted the legal hold on the report',
  'destruction.asked': (p) => `asked to destroy ${counted(p.count, p.what)} (${p.ground})`,
  'destruction.refused': (p) =>
    `${p.withdrawn ? 'took back their request' : 'declined'} to destroy ${counted(p.count, p.what)}`,
  'text.destroyed': (p) => `destroyed, with ${p.askedByName}, ${whatOf(p)} (${p.ground}): ${p.reason}`,
}

const counted = (count: number, what: string): string =>
  count === 1 ? `one text: ${what}` : `${count} texts: ${what}`

function whatOf({ what, claimNumber, draft, event }: ForgettingEvents['text.destroyed']): string {
  if (claimNumber !== undefined) return `a ${what} on claim ${claimNumber}`
  if (draft !== undefined)
    return what === 'draft' ? `the text of draft ${draft}` : `the file of draft ${draft}`
  return event === undefined ? `a ${what}` : `what event ${event} said`
}
