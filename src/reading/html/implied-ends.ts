/** Which open elements a start tag ends, though no end tag says so. Source: HTML Living Standard 13.2.6.4.7. */
interface ImpliedEnd {
  readonly ends: readonly string[]
  /** An element of these names keeps what is outside it open. */
  readonly within: readonly string[]
}

const CELLS = ['td', 'th', 'caption'] as const
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const P: ImpliedEnd = { ends: ['p'], within: [...CELLS, 'table', '#note'] }

const ENDS = new Map<string, readonly ImpliedEnd[]>([
  ['li', [{ ends: ['li'], within: ['ul', 'ol', 'table', '#note'] }, P]],
  ['dt', [{ ends: ['dt', 'dd'], within: ['dl', 'table', '#note'] }, P]],
  ['dd', [{ ends: ['dt', 'dd'], within: ['dl', 'table', '#note'] }, P]],
  ['td', [{ ends: CELLS, within: ['table'] }]],
  ['th', [{ ends: CELLS, within: ['table'] }]],
  ['tr', [{ ends: ['tr', ...CELLS], within: ['table'] }]],
  ['tbody', [{ ends: ['tr', ...CELLS, 'thead', 'tbody', 'tfoot'], within: ['table'] }]],
  ['tfoot', [{ ends: ['tr', ...CELLS, 'thead', 'tbody', 'tfoot'], within: ['table'] }]],
  ['a', [{ ends: ['a'], within: [...CELLS, 'table', '#note'] }]],
  ...HEADINGS.map(
    (name) =>
      [name, [{ ends: HEADINGS, within: [...CELLS, 'table', 'li', 'blockquote', '#note'] }, P]] as const,
  ),
])
const OTHER_BLOCKS: readonly ImpliedEnd[] = [P]
const NONE: readonly ImpliedEnd[] = []

export const impliedEnds = (name: string, isBlock: boolean): readonly ImpliedEnd[] =>
  ENDS.get(name) ?? (isBlock ? OTHER_BLOCKS : NONE)

const INSIDE_CELLS: readonly string[] = [...CELLS, '#note', '#inline-note']
const INSIDE_NOTES: readonly string[] = ['#note', '#inline-note']
const TABLE_PARTS: ReadonlySet<string> = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
])

/** Elements that an end tag of this name does not reach across: what is open outside a cell or a note stays open. */
export const crossable = (name: string): readonly string[] =>
  TABLE_PARTS.has(name) ? INSIDE_NOTES : INSIDE_CELLS

/** Start tags that leave the head of a page open; any other begins the body. */
export const HEAD_ONLY: ReadonlySet<string> = new Set([
  'head',
  'title',
  'meta',
  'link',
  'base',
  'script',
  'style',
  'noscript',
  'template',
])
