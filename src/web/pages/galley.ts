import { escapeHtml } from '../../text/escape-html.ts'
import type { DeskClaim } from './desk-rows.ts'
import { confidenceWords, statusClass, statusWords } from './words.ts'

/** How much of a claim's words its line in the list quotes, in UTF-16 code units. */
const QUOTED = 80

/** The list of claims that a printed desk ends with, as the rows of a table: number, status, words, initials. */
export function galleyRows(text: string, claims: readonly DeskClaim[]): string {
  return claims
    .map(
      (claim) =>
        `<tr><td>${claim.number}<td><span class="status ${statusClass[claim.status]}${claim.stale ? ' is-stale' : ''}">` +
        `${statusWords[claim.status]}</span><td dir="auto">${escapeHtml(opening(text, claim))}` +
        `<td>${confidenceWords[claim.level]}${claim.missingNotes > 0 ? ', note missing' : ''}<td>`,
    )
    .join('')
}

function opening(text: string, { start, end }: DeskClaim): string {
  if (start === null || end === null) return 'not found in this draft'
  if (end - start <= QUOTED) return text.slice(start, end)
  const cut = text.slice(start, start + QUOTED)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTED / 2))} …`
}
