import { firstIndex } from '../../text/first-index.ts'
import { numberOf } from './label-words.ts'

/** A place in the text: the index of a block, plus how far into the block as a fraction below 1. */
export type Place = number

/** A note as matching sees it. `id`: its index among all notes. */
export interface PlacedNote {
  readonly id: number
  readonly label: string
  readonly place: Place
  /** Where its body ends; calls up to here stand inside it. */
  readonly end: Place
}

/** A label that the text calls. `inNotes`: the call stands in a note itself. */
export interface PlacedCall {
  readonly label: string
  readonly place: Place
  readonly inNotes: boolean
}

/** Notes with no call of the text between them, such as the notes of one chapter; in groups where numbering restarts. */
interface Region {
  readonly start: Place
  readonly end: Place
  readonly byLabel: ReadonlyMap<string, readonly { readonly id: number; readonly group: number }[]>
  readonly groups: number
}

/**
 * Decides which note a label calls, from the labels and the order of calls and notes alone.
 *
 * `notes` and `calls` ascend by place. `chapterOf` tells, for a region of several groups, which group a place belongs
 * to by its headings, or null.
 */
export class LabelMatcher {
  private readonly regions: readonly Region[]
  private readonly notesByLabel = new Map<string, PlacedNote[]>()
  /** Places where the text calls note 1, by which a restart of the numbering shows. */
  private readonly ones: readonly Place[]
  private readonly runs: ReadonlyMap<Region, readonly Place[]>

  constructor(
    notes: readonly PlacedNote[],
    calls: readonly PlacedCall[],
    private readonly chapterOf: (place: Place, regionStart: Place) => number | null,
  ) {
    const textCalls = calls.filter((call) => !call.inNotes)
    this.regions = regionsOf(
      notes,
      textCalls.map((call) => call.place),
    )
    for (const note of notes) {
      const list = this.notesByLabel.get(note.label)
      if (list) list.push(note)
      else this.notesByLabel.set(note.label, [note])
    }
    this.ones = textCalls.filter(({ label }) => label === '1').map(({ place }) => place)
    this.runs = runStarts(this.regions, textCalls)
  }

  /** The note that a call at a place means, or null where none or more than one can be meant. */
  noteFor(label: string, place: Place): number | null {
    const notes = this.notesByLabel.get(label) ?? []
    const [only] = notes
    if (!only) return null
    if (notes.length === 1) return this.mayReach(only, place) ? only.id : null
    const index = this.regionAfter(place)
    const region = this.regions[index]
    const own = region?.byLabel.get(label) ?? []
    if (region && own.length > 0)
      return own.length === 1 ? (own[0]?.id ?? null) : this.inGroups(region, own, place)
    return this.nextOne(index, label, place)
  }

  /** A note that stands before its call is meant only where the numbering does not start anew between. */
  private mayReach(note: PlacedNote, place: Place): boolean {
    if (note.place > place || numberOf(note.label) === null) return true
    const end = this.regions[this.regionAfter(note.place)]?.end ?? note.place
    return place <= end || !this.callsOneBetween(end, Infinity)
  }

  /** The next region that holds the label, if the numbering does not start anew on the way. */
  private nextOne(from: number, label: string, place: Place): number | null {
    for (let index = from + 1; index < Math.min(this.regions.length, from + 4); index++) {
      const region = this.regions[index]
      const own = region?.byLabel.get(label) ?? []
      if (!region || own.length === 0) continue
      return own.length === 1 && !this.callsOneBetween(place, region.start) ? (own[0]?.id ?? null) : null
    }
    return null
  }

  /** Numbering restarts inside the region: the call's chapter decides, else the run of calls it stands in. */
  private inGroups(
    region: Region,
    own: readonly { readonly id: number; readonly group: number }[],
    place: Place,
  ): number | null {
    const starts = this.runs.get(region) ?? []
    const group =
      this.chapterOf(place, region.start) ??
      (starts.length === region.groups ? lastAtOrBefore(starts, place) : null)
    const meant = own.filter((note) => note.group === group)
    return meant.length === 1 ? (meant[0]?.id ?? null) : null
  }

  /** Index of the region that a place lies in or that comes next. */
  private regionAfter(place: Place): number {
    return firstIndex(this.regions, ({ end }) => end >= place)
  }

  private callsOneBetween(from: Place, to: Place): boolean {
    const next = this.ones[lastAtOrBefore(this.ones, from) + 1]
    return next !== undefined && next > from && next < to
  }
}

function regionsOf(notes: readonly PlacedNote[], callPlaces: readonly Place[]): Region[] {
  const regions: PlacedNote[][] = []
  for (const note of notes) {
    const last = regions.at(-1)?.at(-1)
    const between = last ? callPlaces[lastAtOrBefore(callPlaces, last.place) + 1] : undefined
    if (last && (between === undefined || between >= note.place)) regions.at(-1)?.push(note)
    else regions.push([note])
  }
  return regions.map(regionOf)
}

function regionOf(notes: readonly PlacedNote[]): Region {
  const byLabel = new Map<string, { id: number; group: number }[]>()
  let group = 0
  let high = 0
  for (const { id, label } of notes) {
    const number = numberOf(label)
    if (number !== null && number <= high) group++
    high = number ?? high
    const list = byLabel.get(label)
    if (list) list.push({ id, group })
    else byLabel.set(label, [{ id, group }])
  }
  return { start: notes[0]?.place ?? 0, end: notes.at(-1)?.end ?? 0, byLabel, groups: group + 1 }
}

/** For each region of several groups: where in the text before it the numbering of calls starts. */
function runStarts(regions: readonly Region[], calls: readonly PlacedCall[]): Map<Region, readonly Place[]> {
  const starts = new Map<Region, readonly Place[]>()
  let next = 0
  for (const region of regions) {
    const own: Place[] = []
    let high = Infinity
    for (let call = calls[next]; call && call.place < region.start; call = calls[++next]) {
      const number = numberOf(call.label)
      if (number === 1 && high > 1) own.push(call.place)
      high = number ?? high
    }
    if (region.groups > 1) starts.set(region, own)
  }
  return starts
}

/** Index of the last place at or before a place, -1 when there is none. */
const lastAtOrBefore = (places: readonly Place[], place: Place): number =>
  firstIndex(places, (each) => each > place) - 1
