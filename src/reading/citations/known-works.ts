import type { Citation, CslItem } from '../document.ts'

/** A citation that names its work itself. */
export interface KnownWork {
  readonly note: number
  readonly citation: Citation
}

/** More works by one author than a short form could choose from. */
const MOST = 40

/** The works cited so far by the words that short forms name them with: authors' families, outlets, bodies. */
export class KnownWorks {
  private readonly byName = new Map<string, Map<string, KnownWork>>()

  /** The first citation of each work stands for it. */
  add(work: KnownWork): void {
    const key = workKey(work.citation.csl)
    for (const name of namesOf(work.citation.csl)) {
      const works = this.byName.get(name)
      if (works === undefined) this.byName.set(name, new Map([[key, work]]))
      else if (works.size < MOST && !works.has(key)) works.set(key, work)
    }
  }

  /** The works that `head` ("Boer, Harbour dues (2014)") can mean: by author or outlet, then by year and title where they tell more. */
  named(head: string): readonly KnownWork[] {
    const found = new Map<string, KnownWork>()
    for (const name of namesIn(head))
      for (const [key, work] of this.byName.get(name) ?? []) found.set(key, work)
    return narrowed([...found.values()], head)
  }
}

/** Those of `works` that the year and the title in `head` leave; all of them where neither fits any. */
export function narrowed(works: readonly KnownWork[], head: string): readonly KnownWork[] {
  const year = /(?:1[4-9]|20)\d\d/.exec(head)?.[0]
  const folded = fold(head)
  const ofYear = works.filter(({ citation }) => String(citation.csl.issued?.['date-parts'][0]?.[0]) === year)
  const kept = ofYear.length > 0 ? ofYear : works
  const titled = kept.filter(({ citation }) => {
    const title = fold(citation.csl.title ?? '')
      .split(' ')
      .slice(0, 2)
      .join(' ')
    return title.length > 3 && folded.includes(title)
  })
  return titled.length > 0 ? titled : kept
}

/** Those of `works` whose author or outlet `head` names. */
export function namedIn(works: readonly KnownWork[], head: string): readonly KnownWork[] {
  const names = new Set(namesIn(head))
  return works.filter(({ citation }) => namesOf(citation.csl).some((name) => names.has(name)))
}

/** The same for two citations only where they surely name one work. */
const workKey = (csl: CslItem): string =>
  csl.DOI ??
  JSON.stringify([csl.title ?? csl.URL, csl['container-title'], csl.number, csl.issued, csl.author?.[0]])

function namesOf(csl: CslItem): string[] {
  const families = (csl.author ?? []).map(({ family, literal }) =>
    family === undefined ? fold(literal ?? '') : lastWord(fold(family)),
  )
  const outlets = [csl['container-title'], csl.publisher, csl['collection-title']].map((one) =>
    fold(one ?? ''),
  )
  return [...new Set([...families, ...outlets])].filter((name) => name.length > 1)
}

/** Each capitalised word of the first part, and that part as a whole. */
function namesIn(head: string): string[] {
  const [first = ''] = head.split(/[,(“"‘]/)
  const capitals = first.match(/\p{Lu}[\p{L}'’-]+/gu) ?? []
  return [...new Set([fold(first), ...capitals.map(fold)])].filter((name) => name.length > 1)
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
