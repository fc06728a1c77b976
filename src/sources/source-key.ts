import type { CslItem } from '../reading/document.ts'
import { canonicalDoi, namesAPage, pageKey } from './canonical-url.ts'

/** What makes two citations one source, and how the source is called. `key` is canonical and never shown. */
export interface SourceKey {
  readonly key: string
  readonly title: string
}

/**
 * Identifies the distinct work or outlet that a citation names, by the firmest thing that could be read: DOI, address of a
 * page, series and number, title with outlet, author and date, account, outlet, address of a site. Null when nothing
 * identifies a source, as with a date alone. Rather two sources for one work than one for two.
 */
export function sourceKeyOf(csl: CslItem): SourceKey | null {
  return byDoi(csl) ?? byPage(csl) ?? bySeries(csl) ?? byTitle(csl) ?? byOutlet(csl) ?? bySite(csl)
}

function byDoi(csl: CslItem): SourceKey | null {
  if (csl.DOI === undefined) return null
  const doi = canonicalDoi(csl.DOI)
  return { key: `doi:${doi}`, title: csl.title ?? `doi:${doi}` }
}

function byPage(csl: CslItem): SourceKey | null {
  return csl.URL !== undefined && namesAPage(csl.URL) ? bySite(csl) : null
}

function bySite(csl: CslItem): SourceKey | null {
  const url = csl.URL === undefined ? null : pageKey(csl.URL)
  return url === null ? null : { key: `url:${url}`, title: csl.title ?? url }
}

function bySeries(csl: CslItem): SourceKey | null {
  const series = csl['collection-title']
  if (series === undefined || csl.number === undefined) return null
  const called = `${series} ${series === 'RFC' ? '' : 'No. '}${csl.number}`
  const key = `series:${fold(series)}|${fold(csl.number)}`
  return {
    key: isAnybodys(series)
      ? `${key}|${fold(csl.publisher ?? '')}|${fold(csl.title ?? '')}|${dateOf(csl)}`
      : key,
    title: csl.title ? `${called}, ${csl.title}` : called,
  }
}

/** "Working Paper", "Resolution": many bodies number documents under such a name, so that it does not say whose it is. */
const isAnybodys = (series: string): boolean =>
  /^(?:(?:working|discussion|technical|research|policy|staff|occasional|white|annual|special|interim|final|executive|press|joint|daily|weekly|monthly) )?(?:papers?|reports?|briefs?|briefings?|bulletins?|resolutions?|decisions?|orders?|notes?|letters?|releases?|circulars?|directives?|regulations?|series|dispatch|statements?|memos?|memorandum)$/.test(
    fold(series),
  )

/** Works by other authors may bear the same title; a title alone must be one that no other work is likely to bear. */
function byTitle(csl: CslItem): SourceKey | null {
  if (csl.title === undefined) return null
  const first = csl.author?.[0]
  const author = fold(first?.family ?? first?.literal ?? '')
  const known = [fold(outletOf(csl) ?? ''), author, dateOf(csl)]
  if (known.every((part) => part === '') && csl.title.split(/\s+/).length < DISTINCT_WORDS) return null
  const [outlet = '', , date = ''] = known
  return {
    key: `work:${outlet}|${fold(csl.title)}|${date}${author === '' ? '' : `|${author}`}`,
    title: csl.title,
  }
}

/** A title of fewer words ("Annual Report", "Introduction") does not tell a work by itself. */
const DISTINCT_WORDS = 4

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
