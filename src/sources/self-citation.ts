import type { CslItem } from '../reading/document.ts'

/** Who stands behind a report, as its own record has it. */
export interface ReportMakers {
  readonly publisher: string | null
  readonly authors: string | null
}

/**
 * Why a citation is of the report's own house: `publisher` where it comes out under the report's publisher, `author` where one
 * of its authors wrote it; null where neither is so. Names must be equal but for case and accents: a likeness is no finding.
 */
export function selfCitation(
  csl: CslItem,
  { publisher, authors }: ReportMakers,
): 'publisher' | 'author' | null {
  const house = fold(publisher ?? '')
  const outlets = [csl.publisher, csl['container-title']].map((name) => fold(name ?? ''))
  if (house !== '' && outlets.includes(house)) return 'publisher'
  const own = new Set(namesIn(authors ?? '').map((name) => nameKey(name)))
  const cited = (csl.author ?? []).map(({ family, given, literal }) =>
    nameKey(literal ?? `${given ?? ''} ${family ?? ''}`),
  )
  return cited.some((name) => name !== '' && own.has(name)) ? 'author' : null
}

/** "Ana Berg, Karl Ohm and Mia Dahl" as three names. */
const namesIn = (authors: string): string[] =>
  authors.split(/[,;&\n]|\s+(?:and|und|et|y|и|و)\s+/).filter((name) => name.trim() !== '')

/** A name by its words in any order: "Berg, Ana" is "Ana Berg". One word is no name of a person. */
function nameKey(name: string): string {
  const words = fold(name).split(' ').sort()
  return words.length < 2 ? '' : words.join(' ')
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
