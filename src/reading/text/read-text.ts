import type { Flow, FlowBlock, FlowWarning } from '../flow.ts'
import { blocksOfGroup, withoutPage } from './blocks-of-group.ts'
import { dropFurniture } from './drop-furniture.ts'
import { linesOf } from './lines.ts'
import {
  goesOnAfterPage,
  groupLines,
  type LineGroup,
  type Setting,
  settingOf,
  splitGroup,
} from './paragraph-lines.ts'
import { isContentsHeading, isLeftover } from './phrases.ts'
import { isSeparator } from './shapes.ts'
import { titleOf } from './title.ts'

/**
 * Reads plain text: joins the lines that a program wrapped, tells headings, lists, captions and quotations by their
 * shape, and leaves out what belongs to the page. Marks are empty but for drawings, which are code.
 *
 * `text`: line ends as LF.
 */
export function readText(text: string): Flow {
  const { lines, warnings } = dropFurniture(linesOf(text))
  const whole = groupLines(lines)
  const setting = settingOf(whole)
  const groups = joinAcrossPages(whole, setting).flatMap((group) => splitGroup(group, setting))
  const leftovers: FlowWarning[] = []
  const blocks = readGroups(groups, setting, leftovers)
  return { title: titleOf(blocks), language: null, blocks, warnings: [...warnings, ...leftovers] }
}

/** Puts the two halves of a paragraph together that a page break cut. */
function joinAcrossPages(groups: readonly LineGroup[], setting: Setting): LineGroup[] {
  const joined: { lines: LineGroup['lines'][number][]; gap: number }[] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const last = before?.lines.at(-1)
    const first = group.lines[0]
    if (before && last && first?.newPage && goesOnAfterPage(last, first, setting))
      group.lines.forEach((line) => before.lines.push(line))
    else joined.push({ lines: [...group.lines], gap: group.gap })
  }
  return joined
}

function readGroups(groups: readonly LineGroup[], setting: Setting, leftovers: FlowWarning[]): FlowBlock[] {
  const blocks: FlowBlock[] = []
  const listed = new Set<string>()
  let inContents = false
  for (const [index, group] of groups.entries()) {
    const first = group.lines[0]?.text ?? ''
    if (group.lines.length === 1 && isSeparator(first)) continue
    if (group.lines.length === 1 && isLeftover(first)) {
      leftovers.push({
        rule: 'furniture-dropped',
        message: `Left out “${first}”, which belongs to the page.`,
      })
      continue
    }
    const made = blocksOfGroup(group, {
      setting,
      inContents,
      listed,
      previous: blocks.at(-1),
      next: groups[index + 1],
    })
    made.forEach((block) => block.role === 'contents' && listed.add(withoutPage(block.text)))
    made.forEach((block) => blocks.push(block))
    inContents = isContentsHeading(first) || (inContents && blocks.at(-1)?.role === 'contents')
  }
  return blocks
}
