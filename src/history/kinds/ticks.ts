import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What people tick. Without a claim it was in a heading or a caption. */
export interface TickEvents {
  'tick.made': Partial<ClaimNamed> &
    Ticked & { readonly citationId: string | null; readonly sourceId: string | null }
  'tick.withdrawn': Partial<ClaimNamed> & Ticked & { readonly withdraws: string }
}

interface Ticked {
  readonly draft: number
  readonly tickId: string
  readonly kind: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

export const tickSentences: Sentences<TickEvents> = {
  'tick.made': (p) => `ticked the ${p.kind} “${p.quote}”${where(p)}`,
  'tick.withdrawn': (p) => `took back the tick of “${p.quote}”${where(p)}`,
}

const where = ({ number }: Partial<ClaimNamed>): string =>
  number === undefined ? ' in a heading or caption' : ` in claim ${number}`
