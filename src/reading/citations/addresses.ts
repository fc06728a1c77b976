import type { Span } from '../../text/span.ts'
import { matchesOf } from './matches.ts'

/**
 * A web address or DOI as it stands in a note. `url` always has a scheme (https where `www.` alone is printed); `doi` is
 * without its resolver and in small letters, as DOIs are compared.
 */
export interface Address extends Span {
  readonly url?: string
  readonly doi?: string
}

const addressPattern =
  /(?:https?:\/\/|\bwww\.)[^\s<>"“”«»|\\^`{}—]{1,2000}|\b10\.\d{4,9}\/[^\s<>"“”«»]{1,300}/gi
const resolver = /^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\/(10\.\d{4,9}\/.+)$/i

/** Every `http(s)` address, `www.` address and DOI of `text`, in order, without the punctuation that closes its sentence. */
export function findAddresses(text: string): Address[] {
  return matchesOf(addressPattern, text).flatMap((match) => {
    const written = withoutClosing(match[0])
    const span = { start: match.index, end: match.index + written.length }
    return /[a-z0-9]/i.test(written) ? [{ ...span, ...readAddress(written) }] : []
  })
}

/** What an address says: its URL, its DOI, or both where the URL is a DOI's resolver. */
export function readAddress(written: string): { url?: string; doi?: string } {
  if (written.startsWith('10.')) return { doi: written.toLowerCase() }
  const url = /^www\./i.test(written) ? `https://${written}` : written
  const doi = resolver.exec(written)?.[1]
  return doi === undefined ? { url } : { url, doi: decoded(doi).toLowerCase() }
}

/** A resolver's path is percent-encoded, a DOI is not. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Closing punctuation belongs to the sentence, and a closing bracket too unless it was opened inside the address. */
function withoutClosing(written: string): string {
  let end = written.length
  let surplus = closersWithoutOpeners(written)
  for (; end > 0; end--) {
    const last = written[end - 1] ?? ''
    if (last === ')' && surplus > 0) surplus--
    else if (!/[.,;:!?'’*_\]]/.test(last)) break
  }
  return written.slice(0, end)
}

function closersWithoutOpeners(written: string): number {
  let open = 0
  let surplus = 0
  for (const character of written) {
    if (character === '(') open++
    else if (character === ')' && open > 0) open--
    else if (character === ')') surplus++
  }
  return surplus
}
