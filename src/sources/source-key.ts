import type { CslItem } from '../reading/document.ts'

/** What makes two citations one source, and how the source is called. `key` is canonical and never shown. */
export interface SourceKey {
  readonly key: string
  readonly title: string
}

/**
 * Identifies the distinct work or outlet that a citation names, by the firmest thing that could be read: DOI, address,
 * series and number, outlet with title and date, account, outlet. Null when nothing identifies a source, as with a date alone.
 */
export function sourceKeyOf(csl: CslItem): SourceKey | null {
  return byDoi(csl) ?? byAddress(csl) ?? bySeries(csl) ?? byTitle(csl) ?? byOutlet(csl)
}

function byDoi(csl: CslItem): SourceKey | null {
  if (csl.DOI === undefined) return null
  const doi = csl.DOI.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')
  return { key: `doi:${doi}`, title: csl.title ?? `doi:${doi}` }
}

function byAddress(csl: CslItem): SourceKey | null {
  const url = csl.URL === undefined ? null : canonicalUrl(csl.URL)
  return url === null ? null : { key: `url:${url}`, title: csl.title ?? url }
}

function bySeries(csl: CslItem): SourceKey | null {
  const series = csl['collection-title']
  if (series === undefined || csl.number === undefined) return null
  const called = `${series} ${series === 'RFC' ? '' : 'No. '}${csl.number}`
  return {
    key: `series:${fold(series)}|${fold(csl.number)}`,
    title: csl.title ? `${called}, ${csl.title}` : called,
  }
}

function byTitle(csl: CslItem): SourceKey | null {
  if (csl.title === undefined) return null
  const outlet = outletOf(csl) ?? ''
  return { key: `work:${fold(outlet)}|${fold(csl.title)}|${dateOf(csl)}`, title: csl.title }
}

/** Posts of one account are one source, as articles of one newspaper are. */
function byOutlet(csl: CslItem): SourceKey | null {
  const outlet = outletOf(csl)
  if (outlet === undefined) return null
  const account = csl.type === 'post' ? csl.author?.[0]?.literal : undefined
  const title = account === undefined ? outlet : `${outlet}, ${account}`
  return { key: `outlet:${fold(title)}`, title }
}

const outletOf = (csl: CslItem): string | undefined => csl['container-title'] ?? csl.publisher

const dateOf = (csl: CslItem): string => (csl.issued?.['date-parts'][0] ?? []).join('-')

/** Letter case, accents' composition, apostrophes, dashes and spacing make no other source. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|twclid|_ga|ref_src|cmpid|ocid)$/i

/** Host without "www.", path without its last slash, query without tracking, no scheme and no fragment; null when it is no web address. */
function canonicalUrl(written: string): string | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  if (!/^https?:$/.test(url.protocol)) return null
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name))
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
  return url.host.replace(/^www\./, '') + url.pathname.replace(/\/+$/, '') + query
}
