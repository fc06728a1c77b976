import type { Block } from '../document.ts'
import type { Layer } from './layer.ts'

/** The blocks of the body between two headings, in one layer and in the other. */
export interface ChangedSection {
  readonly before: readonly Block[]
  readonly after: readonly Block[]
}

/**
 * The sections in which two layers over one text differ in their blocks, their markers or what those call. A section goes from
 * a heading that both have to the next one: no quotation and no introduction reaches over a heading, so that each can be read
 * without the others. Time is linear in blocks and markers.
 */
export function changedSections(before: Layer, after: Layer): ChangedSection[] {
  const cuts = commonHeadings(before, after)
  const [was, is] = [sectionsOf(before, cuts), sectionsOf(after, cuts)]
  return was.flatMap((section, i) => {
    const other = is[i]
    if (other === undefined || section.said === other.said) return []
    return [{ before: section.blocks, after: other.blocks }]
  })
}

/** Where the headings begin that both layers have, ascending. */
function commonHeadings(before: Layer, after: Layer): number[] {
  const said = new Set(headingsOf(before).map(({ start, end }) => `${start}-${end}`))
  return headingsOf(after)
    .filter(({ start, end }) => said.has(`${start}-${end}`))
    .map(({ start }) => start)
}

const headingsOf = ({ blocks }: Layer): Block[] => blocks.filter(({ kind }) => kind === 'heading')

interface Section {
  readonly blocks: Block[]
  /** Everything that the reading of its sentences and claims depends on. */
  said: string
}

function sectionsOf({ blocks, markers }: Layer, cuts: readonly number[]): Section[] {
  const sections: Section[] = Array.from({ length: cuts.length + 1 }, () => ({ blocks: [], said: '' }))
  let at = 0
  const sectionAt = (offset: number): Section | undefined => {
    while ((cuts[at] ?? Infinity) <= offset) at++
    return sections[at]
  }
  for (const block of blocks) {
    if (block.kind === 'note') continue
    const section = sectionAt(block.start)
    section?.blocks.push(block)
    if (section) section.said += JSON.stringify(block)
  }
  at = 0
  for (const marker of markers) {
    const section = sectionAt(marker.start)
    if (section) section.said += JSON.stringify(marker)
  }
  return sections
}
