import type { Flow, FlowBlock, FlowContainer, FlowMark } from '../flow.ts'
import type { ReadElements } from './element-reader.ts'

/** The share of a page's text that must stand in its `main` part for that part to be taken as the whole. */
const MAIN_SHARE = 0.6
/** The share of a page's text above which preformatted text is the page itself, no piece of code in it. */
const PREFORMATTED_SHARE = 0.5

/**
 * The page's own text: without navigation, mastheads and side columns, but with the notes that stand among them.
 * `preformattedPage`: where most of the text is preformatted, it is prose (a page of `pre`), no code.
 */
export function keepText(
  read: ReadElements,
  preformattedPage: boolean,
): Pick<Flow, 'blocks' | 'containers' | 'warnings'> {
  const keep = read.furniture.map((furniture) => !furniture)
  const all = lengthOf(read.blocks, keep)
  if (all === 0) keep.fill(true)
  const inMain = read.main.map((main, i) => main && keep[i] === true)
  if (lengthOf(read.blocks, inMain) >= all * MAIN_SHARE && all > 0)
    inMain.forEach((main, i) => (keep[i] = main))
  keepCalledNotes(read, keep)
  const blocks = preformattedPage ? unlessCode(read, all) : read.blocks
  const left = keep.filter((kept) => !kept).length
  const warnings =
    left === 0
      ? []
      : [{ rule: 'furniture-dropped', message: `Left out ${left} pieces of navigation and page furniture.` }]
  return {
    blocks: blocks.filter((_, i) => keep[i] === true),
    containers: moved(read.containers, keep),
    warnings,
  }
}

function lengthOf(blocks: readonly FlowBlock[], chosen: readonly boolean[]): number {
  return blocks.reduce((sum, block, i) => sum + (chosen[i] === true ? block.text.length : 0), 0)
}

/** Keeps a left-out element when a short link in the kept text leads to it: notes stand in page footers and asides, too. */
function keepCalledNotes(read: ReadElements, keep: boolean[]): void {
  if (!keep.includes(false)) return
  const called = new Set<string>()
  read.blocks.forEach((block, i) => {
    if (keep[i] === true) for (const id of shortLinks(block)) called.add(id)
  })
  if (called.size === 0) return
  for (const { start, end, ids } of read.containers) {
    if (keep[start] === false && ids.some((id) => called.has(id))) keep.fill(true, start, end)
  }
  read.blocks.forEach((block, i) => {
    if (keep[i] === false && block.marks.some((mark) => mark.kind === 'anchor' && called.has(mark.id)))
      keep[i] = true
  })
}

const SHORT = 8

function shortLinks(block: FlowBlock): string[] {
  return block.marks
    .filter(
      (mark): mark is Extract<FlowMark, { kind: 'link' }> =>
        mark.kind === 'link' && mark.end - mark.start <= SHORT,
    )
    .filter((mark) => mark.href.startsWith('#') && mark.href.length > 1)
    .map((mark) => mark.href.slice(1))
}

function unlessCode(read: ReadElements, all: number): readonly FlowBlock[] {
  if (lengthOf(read.blocks, read.preformatted) <= all * PREFORMATTED_SHARE) return read.blocks
  return read.blocks.map((block, i) =>
    read.preformatted[i] === true
      ? { ...block, marks: block.marks.filter((mark) => mark.kind !== 'code') }
      : block,
  )
}

/** The containers with their ends moved to where their blocks have come to stand. */
function moved(containers: readonly FlowContainer[], keep: readonly boolean[]): FlowContainer[] {
  const place = [0]
  for (const kept of keep) place.push((place.at(-1) ?? 0) + (kept ? 1 : 0))
  return containers
    .map((each) => ({ ...each, start: place[each.start] ?? 0, end: place[each.end] ?? 0 }))
    .filter(({ start, end }) => end > start)
}
