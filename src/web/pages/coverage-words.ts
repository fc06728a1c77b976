import type { Classified, CoverageRow } from '../../claims/coverage.ts'
import { setAsideWords } from './words.ts'

/** The reading's reasons for what is no claim, after "because". */
const BECAUSE: Readonly<Record<string, string>> = {
  opinion: 'it gives an opinion',
  forecast: 'it says what is to come',
  question: 'it asks',
  instruction: 'it tells somebody what to do',
  fragment: 'it is no whole sentence',
  heading: 'it is a heading',
  caption: 'it is a caption',
  contents: 'it is a line of the contents',
  byline: 'it is part of the byline',
  'author-note': 'it says who the authors are',
  references: 'it is an entry of a list of works',
  'table-cell': 'it stands in a table and is no whole sentence',
  other: 'it asserts nothing',
}

/** Why a sentence is no claim, as what follows "because"; '' for a claim. By hand goes before the reading's reason. */
export function whyNot({ as, claim, classified, because, kind }: CoverageRow): string {
  if (as === 'claim') return ''
  if (classified?.kind === 'not checkable') return byHandWords(classified)
  if (claim?.setAside != null) return setAsideWords[claim.setAside] ?? claim.setAside
  const code = because ?? kind
  return BECAUSE[code] ?? code.replaceAll('-', ' ')
}

const BY_HAND: Readonly<Record<string, string>> = {
  'common knowledge': 'it is common knowledge',
  other: 'of another reason',
}

const byHandWords = ({ because }: Classified): string =>
  because === null ? 'somebody said so' : (BY_HAND[because] ?? BECAUSE[because] ?? because)

/** What somebody said of a sentence: "a claim", "not checkable: opinion". */
export const classifiedWords = ({ kind, because }: Classified): string =>
  kind === 'claim' ? 'a claim' : `not checkable${because === null ? '' : `: ${because}`}`
