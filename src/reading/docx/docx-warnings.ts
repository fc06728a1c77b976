import type { FlowWarning } from '../flow.ts'
import type { WordContext } from './word-context.ts'

/** What reading a Word file left out, changed or could not know. `count`: number of the text's blocks. */
export function docxWarnings(
  { losses, changes, pages }: WordContext,
  count: number,
  numbersAreGuessed: boolean,
  uncalledNotes: number,
): FlowWarning[] {
  const warnings = losses.warnings(count)
  const total = changes.inserted + changes.deleted + changes.moved
  if (total > 0)
    warnings.push({
      rule: 'tracked-changes',
      message: `${counted(total, 'tracked change was', 'tracked changes were')} read as accepted: ${changes.inserted} inserted, ${changes.deleted} deleted, ${changes.moved} moved.`,
    })
  if (uncalledNotes > 0)
    warnings.push({
      rule: 'notes-not-called',
      message: `${counted(uncalledNotes, 'note stands', 'notes stand')} in the file without a marker in the text, as Word keeps them unprinted; left out.`,
    })
  if (numbersAreGuessed)
    warnings.push({
      rule: 'note-numbers-guessed',
      message:
        'Notes begin anew on each page, but the file does not say where its pages end: they were numbered through.',
    })
  if (pages.isBroken && !pages.isRendered)
    warnings.push({
      rule: 'pages-uncertain',
      message:
        'The file does not say where its pages end; page numbers count only the breaks that the writer put.',
    })
  return warnings
}

const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`
