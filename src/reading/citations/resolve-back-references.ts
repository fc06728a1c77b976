import type { Citation, Warning } from '../document.ts'
import type { LaidNote } from '../laid-document.ts'
import type { BackReference } from './back-references.ts'
import { KnownWorks, namedIn, narrowed, type KnownWork } from './known-works.ts'
import type { NoteReading } from './read-stretches.ts'

/** A citation on its way: one that names its work, or a short form with what it was found to mean. */
type Entry = { readonly at: number; citation: Citation | null; work: KnownWork | null } & Partial<{
  repeat: BackReference
  /** Index of the note that is meant as a whole. */
  whole: number
  trouble: string
}>

/**
 * Finds the work that every short form means, in the order of the notes. What could mean several works, or one in a note that
 * is missing, is left out and warned of (`ibid-ambiguous`): nothing is guessed. `citations[i]` belongs to `notes[i]`.
 */
export function resolveBackReferences(
  text: string,
  notes: readonly LaidNote[],
  read: readonly NoteReading[],
): { readonly citations: readonly (readonly Citation[])[]; readonly warnings: readonly Warning[] } {
  if (read.every(({ repeats }) => repeats.length === 0))
    return { citations: read.map(({ citations }) => citations), warnings: [] }
  const entries = read.map(entriesOf)
  const resolver = new Resolver(notes, read, entries)
  entries.forEach((_, note) => resolver.resolveNote(note, false))
  entries.forEach((_, note) => resolver.resolveNote(note, true))
  return {
    citations: written(entries),
    warnings: entries.flatMap((list) => list.flatMap((one) => warned(text, one))),
  }
}

const entriesOf = ({ citations, repeats }: NoteReading, note: number): Entry[] =>
  [
    ...citations.map((citation): Entry => ({ at: citation.start, citation, work: { note, citation } })),
    ...repeats.map((repeat): Entry => ({ at: repeat.start, citation: null, work: null, repeat })),
  ].sort((a, b) => a.at - b.at)

class Resolver {
  private readonly known = new KnownWorks()
  /** Indexes of the notes that bear a label. */
  private readonly byLabel = new Map<string, number[]>()

  constructor(
    private readonly notes: readonly LaidNote[],
    private readonly read: readonly NoteReading[],
    private readonly entries: readonly (readonly Entry[])[],
  ) {
    notes.forEach(({ label }, i) => this.byLabel.set(label, [...(this.byLabel.get(label) ?? []), i]))
  }

  /** `later`: once more what depends on notes further down, which have been resolved by then. */
  resolveNote(note: number, later: boolean): void {
    const list = this.entries[note] ?? []
    list.forEach((entry, at) => {
      if (entry.repeat && (later ? isOpen(entry, entry.repeat) : entry.work === null))
        this.resolve(entry, entry.repeat, note, at, later)
      else if (!later && entry.work) this.known.add(entry.work)
    })
  }

  private resolve(entry: Entry, repeat: BackReference, note: number, at: number, later: boolean): void {
    delete entry.trouble
    if (repeat.kind === 'previous') this.resolvePrevious(entry, note, at)
    else if (repeat.kind === 'work') choose(entry, this.known.named(repeat.head), 'works cited before')
    else this.resolveNoted(entry, repeat, note, later)
  }

  private resolvePrevious(entry: Entry, note: number, at: number): void {
    const before = this.entries[note]?.[at - 1]
    if (before) {
      if (before.work) entry.work = before.work
      else entry.trouble = 'what it follows is itself not sure'
      return
    }
    const last = this.noteBefore(note)
    if (typeof last === 'string') entry.trouble = last
    else chooseFromNote(entry, this.worksOf(last), this.labelOf(last))
  }

  /** The note before, or why there is none to go by. */
  private noteBefore(note: number): number | string {
    const { label, kind } = this.notes[note] ?? { label: '', kind: 'footnote' }
    let last = note - 1
    while (last >= 0 && this.notes[last]?.kind !== kind) last--
    if (last < 0) return 'no note stands before this one'
    const number = Number(label)
    if (Number.isInteger(number) && this.labelOf(last) !== String(number - 1))
      return `note ${number - 1}, which it follows, is missing`
    if ((this.read[last]?.warnings.length ?? 0) > 0) return `note ${this.labelOf(last)} has lost a work`
    return last
  }

  private resolveNoted(entry: Entry, repeat: BackReference, note: number, later: boolean): void {
    const label = repeat.label ?? ''
    const [meant, ...others] = (this.byLabel.get(label) ?? []).filter((one) => one !== note)
    if (meant === undefined) entry.trouble = `note ${label} is missing`
    else if (others.length > 0) entry.trouble = `several notes are called ${label}`
    else if (meant > note && !later) entry.trouble = LATER
    else this.chooseOf(entry, repeat, meant)
  }

  private chooseOf(entry: Entry, { head, locator }: BackReference, meant: number): void {
    const works = this.worksOf(meant)
    const sure = works.flatMap((work) => work ?? [])
    const byName = head === '' ? [] : narrowed(namedIn(sure, head), head)
    if (byName.length === 1) entry.work = byName[0] ?? null
    else if (works.length !== 1 && locator === undefined && head === '') entry.whole = meant
    else chooseFromNote(entry, works, this.labelOf(meant))
  }

  /** One for each citation of a note; null for one that is not sure itself. */
  private worksOf(note: number): (KnownWork | null)[] {
    return (this.entries[note] ?? []).map(({ work }) => work)
  }

  private labelOf(note: number): string {
    return this.notes[note]?.label ?? ''
  }
}

const isOpen = ({ trouble }: Entry, { kind }: BackReference): boolean =>
  trouble !== undefined && kind !== 'work'

/** Stands in for the trouble of a short form whose note comes later. */
const LATER = 'later'

function choose(entry: Entry, works: readonly KnownWork[], among: string): void {
  const [only] = works
  if (works.length === 1 && only) entry.work = only
  else entry.trouble = works.length === 0 ? `none of the ${among} fits` : `${works.length} ${among} fit`
}

function chooseFromNote(entry: Entry, works: readonly (KnownWork | null)[], label: string): void {
  const [only] = works
  if (works.length === 1 && only) entry.work = only
  else if (works.length === 0) entry.trouble = `note ${label} names no work`
  else if (works.length > 1) entry.trouble = `note ${label} names ${works.length} works`
  else entry.trouble = `what note ${label} repeats is itself not sure`
}

/** The citations of each note, the unsure left out; references count those that are left. */
function written(entries: readonly (readonly Entry[])[]): Citation[][] {
  const kept = entries.map((list) => list.filter(({ work, whole }) => work !== null || whole !== undefined))
  const places = new Map<Citation, number>()
  for (const list of kept) list.forEach(({ citation }, i) => (citation ? places.set(citation, i) : null))
  return kept.map((list) => list.flatMap((entry) => citationOf(entry, places)))
}

function citationOf(
  { citation, repeat, work, whole }: Entry,
  places: ReadonlyMap<Citation, number>,
): Citation[] {
  if (citation) return [citation]
  if (!repeat) return []
  const { start, end, locator } = repeat
  const own = locator === undefined ? {} : { locator }
  if (work === null)
    return whole === undefined
      ? []
      : [{ start, end, csl: { type: 'document', ...own }, refersTo: { note: whole, citation: null } }]
  const refersTo = { note: work.note, citation: places.get(work.citation) ?? null }
  return [{ start, end, csl: { ...work.citation.csl, ...own }, refersTo }]
}

function warned(text: string, { repeat, trouble }: Entry): Warning[] {
  if (!repeat || trouble === undefined) return []
  const words = text.slice(repeat.start, repeat.end).replace(/\s+/g, ' ').slice(0, 80)
  return [
    {
      rule: 'ibid-ambiguous',
      message: `“${words}” cannot be led to one work: ${trouble}.`,
      start: repeat.start,
      end: repeat.end,
    },
  ]
}
