import type { Sentences } from './sentences.ts'

/** What happens when a report gets its next draft. */
export interface DraftEvents {
  'draft.imported': {
    readonly draft: number
    readonly file: string
    readonly sha256: string
    readonly textHash: string
    readonly claims: number
    readonly notes: number
    readonly markers: number
    readonly warnings: number
    readonly placed: number
    readonly moved: number
    readonly edited: number
    readonly orphaned: number
    readonly added: number
    /** Claims that were ruled on in other words. */
    readonly stale: number
    readonly fixes: Readonly<Record<'in' | 'missed' | 'changed otherwise', number>>
    /** The claims that do not just stand where they stood. */
    readonly changed: readonly { readonly number: number; readonly state: string }[]
  }
}

export const draftSentences: Sentences<DraftEvents> = {
  'draft.imported': (p) =>
    `imported draft ${p.draft} from ${p.file}: ${p.placed} claims as they stood, ${p.moved} moved, ${p.edited} edited, ${p.orphaned} not found, ${p.added} new${fixesInWords(p.fixes)}`,
}

function fixesInWords(fixes: Readonly<Record<string, number>>): string {
  const told = Object.entries(fixes).filter(([, count]) => count > 0)
  return told.length === 0 ? '' : `; fixes: ${told.map(([state, count]) => `${count} ${state}`).join(', ')}`
}
