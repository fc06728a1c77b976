import type { Span } from '../../text/span.ts'
import type { Citation, CslItem } from '../document.ts'
import type { NoteLink } from '../laid-document.ts'
import { readAddress } from './addresses.ts'
import { tidy } from './note-text.ts'
import { isProse } from './prose.ts'

/** Words that lead to a page, with its address. */
interface Target extends Span {
  readonly url: string
  readonly doi?: string
}

const archive = /^https?:\/\/(?:[\w-]+\.)?(?:archive\.(?:org|is|ph|today|vn)|perma\.cc|webcitation\.org)\//i
/** A link of fewer words names an outlet, or is "here"; it is no title. */
const TITLE_WORDS = 4

/**
 * Citations with the addresses that a note's links lead to. A printed address stays, unless the link goes on where it
 * breaks off; a link outside every citation is a citation of its own. Links inside the document or to no web page say nothing.
 * `citations` and `links` in order of place; spans into `text`.
 */
export function withLinks(
  text: string,
  citations: readonly Citation[],
  links: readonly NoteLink[],
): readonly Citation[] {
  const targets = links.flatMap(targetOf)
  if (targets.length === 0) return citations
  const shared = targetsByCitation(citations, targets)
  const linked = citations.map((citation, i) => linkedCitation(text, citation, shared.byCitation[i] ?? []))
  return [...linked, ...shared.alone.map((target) => citationOf(text, target))].sort(
    (a, b) => a.start - b.start,
  )
}

function targetOf({ start, end, href }: NoteLink): Target[] {
  const address = href.startsWith('//') ? `https:${href}` : href.trim()
  if (end <= start || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return []
  return [{ start, end, url: address, ...readAddress(address) }]
}

function targetsByCitation(
  citations: readonly Citation[],
  targets: readonly Target[],
): { readonly byCitation: readonly Target[][]; readonly alone: readonly Target[] } {
  const byCitation = citations.map((): Target[] => [])
  const alone = new Map<string, Target>()
  let first = 0
  for (const target of targets) {
    while (first < citations.length && (citations[first]?.end ?? 0) <= target.start) first++
    const citation = citations[first]
    if (citation && citation.start < target.end) byCitation[first]?.push(target)
    else if (!alone.has(target.url)) alone.set(target.url, target)
  }
  return { byCitation, alone: [...alone.values()] }
}

function linkedCitation(text: string, citation: Citation, targets: readonly Target[]): Citation {
  if (targets.length === 0) return citation
  const chosen = targets.find(({ url }) => !archive.test(url)) ?? targets[0]
  const url = urlOf(text, citation.csl, chosen)
  const doi = citation.csl.DOI ?? targets.find((target) => target.doi !== undefined)?.doi
  return {
    ...citation,
    csl: {
      ...citation.csl,
      ...(url === undefined ? {} : { URL: url }),
      ...(doi === undefined ? {} : { DOI: doi }),
    },
  }
}

function urlOf(text: string, { URL: printed }: CslItem, target: Target | undefined): string | undefined {
  if (printed === undefined || target === undefined) return printed ?? target?.url
  const words = text.slice(target.start, target.end)
  const shown = printed.replace(/^https?:\/\/(?:www\.)?/i, '').slice(0, 8)
  return words.includes(shown) && hostOf(printed) === hostOf(target.url) ? target.url : printed
}

const hostOf = (url: string): string | null =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null

function citationOf(text: string, { start, end, url, doi }: Target): Citation {
  const words = tidy(text.slice(start, end))
  const isTitle = words.split(' ').length >= TITLE_WORDS && !isProse(words) && /^[\p{Lu}\d"“‘«]/u.test(words)
  const csl = { type: 'webpage', ...(isTitle ? { title: unquoted(words) } : {}), URL: url }
  return { start, end, csl: { ...csl, ...(doi === undefined ? {} : { DOI: doi }) } }
}

const unquoted = (words: string): string => words.replace(/^["“«‘](.*?)[.,]?["”»’]$/u, '$1')
