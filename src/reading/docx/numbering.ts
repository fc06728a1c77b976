import type { XmlCursor } from '../office/xml-cursor.ts'
import { readLevels, type Level } from './list-level.ts'
import { shownLabel } from './list-label.ts'

/** One list of the file: its levels, and those of them that begin anew where the list is first used. */
interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

interface Abstract {
  readonly levels: ReadonlyMap<number, Level>
  /** The style whose list this only links to. */
  readonly linkTo: string | null
}

/** What a list gives one of its paragraphs. */
export interface ListPlace {
  /** From 1. */
  readonly level: number
  /** The number as shown, without brackets and stops around it: "3", "c", "1.2"; null for a bullet. */
  readonly ordinal: string | null
}

const DEEPEST_LEVEL = 8

/** Counts the paragraphs of a Word file's lists as Word does: lists of the same kind count on together. */
export class Numbering {
  private readonly abstracts = new Map<string, Abstract>()
  private readonly ofStyle = new Map<string, ReadonlyMap<number, Level>>()
  private readonly lists = new Map<string, List>()
  private readonly counts = new Map<string, number[]>()
  private readonly used = new Set<string>()

  constructor(cursor: XmlCursor | null) {
    while (cursor && cursor.next() !== 'end') {
      if (cursor.kind !== 'open') continue
      if (cursor.name === 'w:abstractNum') this.readAbstract(cursor)
      else if (cursor.name === 'w:num') this.readList(cursor)
    }
  }

  /** The next place in a list, null where the file says that there is none. `level`: from 0. */
  take(id: string, level: number): ListPlace | null {
    if (id === '0') return null
    const list = this.lists.get(id)
    if (!list) return null
    const at = Math.min(Math.max(level, 0), DEEPEST_LEVEL)
    const levels = this.levelsOf(list)
    const counts = this.counted(id, list, levels, at)
    return { level: at + 1, ordinal: shownLabel(levels, counts, at) }
  }

  /** The level of a list that a style stands for. */
  levelOfStyle(id: string, style: string): number | null {
    const list = this.lists.get(id)
    if (!list) return null
    for (const [number, level] of this.levelsOf(list)) if (level.style === style) return number
    return null
  }

  private counted(id: string, list: List, levels: ReadonlyMap<number, Level>, at: number): readonly number[] {
    const counts = this.counts.get(list.abstract) ?? []
    this.counts.set(list.abstract, counts)
    if (!this.used.has(id)) {
      this.used.add(id)
      for (const [level, start] of list.starts) counts[level] = start - 1
    }
    for (let above = 0; above < at; above++) counts[above] ??= levels.get(above)?.start ?? 1
    const start = levels.get(at)?.start ?? 1
    counts[at] = (counts[at] ?? start - 1) + 1
    for (let below = at + 1; below <= DEEPEST_LEVEL; below++)
      if (restarts(levels.get(below), below, at)) Reflect.deleteProperty(counts, below)
    return counts
  }

  private levelsOf({ abstract, levels }: List): ReadonlyMap<number, Level> {
    const own = this.abstracts.get(abstract)
    const inherited = own?.linkTo == null ? own?.levels : this.ofStyle.get(own.linkTo)
    return levels.size === 0 ? (inherited ?? levels) : new Map([...(inherited ?? []), ...levels])
  }

  private readAbstract(cursor: XmlCursor): void {
    const id = cursor.attribute('w:abstractNumId') ?? ''
    const read = readLevels(cursor)
    this.abstracts.set(id, { levels: read.levels, linkTo: read.linkTo })
    if (read.styleOf !== null) this.ofStyle.set(read.styleOf, read.levels)
  }

  private readList(cursor: XmlCursor): void {
    const id = cursor.attribute('w:numId') ?? ''
    const { abstract, levels, starts } = readLevels(cursor)
    this.lists.set(id, { abstract: abstract ?? '', levels, starts })
  }
}

/** A level starts anew after any level above it, unless the file names the one. */
const restarts = (level: Level | undefined, below: number, at: number): boolean =>
  level?.restart == null ? at < below : level.restart !== 0 && at < level.restart
