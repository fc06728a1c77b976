import { canonicalUrl, namesAPage, pageKey } from '../../sources/canonical-url.ts'
import { type Fetched, type FetchedPage, headerOf } from '../../sources/fetch/fetched.ts'

/** What an address of a source was found to be. `dead` is said only of what failed twice in a row. */
export const linkResults = ['alive', 'changed', 'moved', 'blocked', 'dead'] as const
export type LinkResult = (typeof linkResults)[number]

/** One look at an address. `failing`: it is dead if it fails once more. `detail`: why, in words without a dot; null for what needs none. */
export interface LinkFinding {
  readonly result: LinkResult | 'failing'
  readonly detail: string | null
  readonly httpStatus: number | null
  /** That answered, where it is another than was asked. */
  readonly finalUrl: string | null
}

/** How many excerpts were looked for in the text, and how many are no longer there; null where there was no text to look in. */
export interface ExcerptsFound {
  readonly sought: number
  readonly lost: number
}

/** Not dead: the server is there, and lets Stet not see, or not now. RFC 9110, 6585, 7725. */
const BLOCKED = new Set([401, 402, 403, 405, 406, 407, 423, 429, 451])
const GONE = new Set([404, 410])

/** What one look at an address says. `excerpts`: of what came, where it was a page. */
export function judgeLink(url: string, fetched: Fetched, excerpts: ExcerptsFound | null): LinkFinding {
  if (!fetched.ok) return ofFailure(fetched)
  const { status } = fetched
  const answered = `it answers ${status} ${fetched.exchanges.at(-1)?.statusText ?? ''}`.trimEnd()
  const found = { httpStatus: status, finalUrl: otherThan(url, fetched.url) }
  if (status >= 200 && status <= 299) return { ...found, ...ofPage(url, fetched, excerpts) }
  if (BLOCKED.has(status) || mayComeBack(fetched)) return { ...found, result: 'blocked', detail: answered }
  if (GONE.has(status) || status >= 500) return { ...found, result: 'failing', detail: answered }
  return { ...found, result: 'blocked', detail: answered }
}

function ofFailure({ failure, words, status, url }: Extract<Fetched, { ok: false }>): LinkFinding {
  const found = { httpStatus: status, finalUrl: null, detail: words }
  if (failure === 'too large')
    return { ...found, result: 'alive', detail: `${words}: its words were not compared` }
  if (failure === 'not allowed')
    return { ...found, result: 'blocked', detail: `Stet does not ask for ${hostIn(url)}: ${words}` }
  return { ...found, result: 'failing' }
}

/** "503, try again in an hour": it says itself that it is there. */
const mayComeBack = ({ status, exchanges }: FetchedPage): boolean =>
  status === 503 && headerOf(exchanges.at(-1)?.responseHeaders ?? [], 'retry-after') !== null

function ofPage(
  url: string,
  page: FetchedPage,
  excerpts: ExcerptsFound | null,
): Pick<LinkFinding, 'result' | 'detail'> {
  if (excerpts !== null && excerpts.lost > 0)
    return {
      result: 'changed',
      detail: `${excerpts.lost} of ${excerpts.sought} ${excerpts.sought === 1 ? 'excerpt' : 'excerpts'} no longer found in its text`,
    }
  if (isElsewhere(url, page.url)) {
    if (page.movedForGood) return { result: 'moved', detail: 'it redirects for good' }
    if (namesAPage(url) && !namesAPage(page.url))
      return { result: 'moved', detail: 'it leads to a front page' }
  }
  return { result: 'alive', detail: null }
}

/** Another scheme, "www." or last slash is no other place. */
const isElsewhere = (asked: string, answered: string): boolean => pageKey(asked) !== pageKey(answered)

const otherThan = (asked: string, answered: string): string | null =>
  canonicalUrl(asked) === canonicalUrl(answered) ? null : answered.slice(0, 2_000)

const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'what it redirects to')

/** Whether a check that says this, after one that said that, takes away what claims lean on. */
export const takesAway = (result: LinkResult): boolean => result === 'dead' || result === 'changed'
