import type { Flow, FlowBlock } from '../flow.ts'
import type { AnchorPlace, Anchors } from './structure-anchors.ts'
import { bareLabel, isArrow, isReturn, plainDigits } from './structure-labels.ts'
import type { PlaceLink } from './structure-links.ts'
import type { NoteZone } from './structure-zones.ts'

/** Where a note begins. */
export interface NoteStart extends AnchorPlace {
  /** What its calls say, without brackets. */
  readonly labels: Set<string>
}

/** A link that calls a note; `note` is null where the note is not in the file. */
export interface LinkedStart {
  readonly link: PlaceLink
  readonly label: string
  readonly note: NoteStart | null
}

export interface Found {
  readonly calls: readonly LinkedStart[]
  readonly starts: readonly NoteStart[]
}

/** What the decisions look at. */
export interface Evidence {
  readonly flow: Flow
  readonly links: readonly (readonly PlaceLink[])[]
  readonly anchors: Anchors
  readonly zones: readonly (NoteZone | null)[]
}

/**
 * Decides which links call notes. A link does when its words look like a marker, it leads to the beginning of a block,
 * and one thing more speaks for a note there: the format declares it, it stands among notes, it leads back to the call,
 * or it begins with the call's own label. A link to a place that is a note by another call is a call as well.
 */
export function findCalls(evidence: Evidence): Found {
  const starts = new Map<string, NoteStart>()
  const calls: LinkedStart[] = []
  const open: PlaceLink[] = []
  const stems = new Set<string>()
  const backs = new BackLinks(evidence)
  for (const link of evidence.links.flat()) {
    const place = targetOf(link, evidence)
    if (place === null || !isCall(link, place, evidence, backs)) {
      open.push(link)
      continue
    }
    calls.push(callTo(link, place, starts))
    stems.add(stem(link.id))
  }
  for (const link of open) {
    const call = laterCall(link, evidence, starts, stems)
    if (call) calls.push(call)
  }
  calls.sort((a, b) => a.link.block - b.link.block || a.link.start - b.link.start)
  return { calls, starts: [...starts.values()].sort((a, b) => a.block - b.block || a.start - b.start) }
}

const keyOf = (place: AnchorPlace): string => `${place.block}:${place.start}`
const stem = (id: string): string => id.replace(/\d+/g, '0')

function callTo(link: PlaceLink, place: AnchorPlace, starts: Map<string, NoteStart>): LinkedStart {
  const label = link.marker?.label ?? bareLabel(link.words)
  const key = keyOf(place)
  const note = starts.get(key) ?? { ...place, labels: new Set() }
  note.labels.add(label)
  starts.set(key, note)
  return { link, label, note }
}

/** What programs call the places of notes: `fn1`, `_ftn3`, `footnote-2`, `cite_note-7`. */
const NOTE_ID = /^_?(?:fn|ftn|edn|footnote|endnote|note|cite[_-]?note)[\w.:-]{0,20}\d/i

/** A link to a note that another call proved, or one like its neighbours' whose note is not in the file. */
function laterCall(
  link: PlaceLink,
  { flow, anchors, zones }: Evidence,
  starts: Map<string, NoteStart>,
  stems: ReadonlySet<string>,
): LinkedStart | null {
  const place = anchors.find(link.id, link.block)
  if (place === null) {
    const isMissing = link.calls
      ? bareLabel(link.words) !== ''
      : link.marker?.strong === true &&
        !link.elsewhere &&
        (stems.has(stem(link.id)) || (link.raised && NOTE_ID.test(link.id)))
    return isMissing && !link.back
      ? { link, label: link.marker?.label ?? bareLabel(link.words), note: null }
      : null
  }
  const note = starts.get(keyOf(place))
  if (!note || link.marker === null || link.back || place.block === link.block || link.elsewhere) return null
  const isSame = note.labels.has(link.marker.label)
  const leads = isLabelPosition(flow.blocks[link.block], link) && zones[link.block] != null
  return !leads && (link.marker.strong || isSame) ? callTo(link, place, starts) : null
}

/** The place that a link leads to, when a note can begin there. */
function targetOf(link: PlaceLink, { flow, anchors, zones }: Evidence): AnchorPlace | null {
  if (link.back || (link.marker === null && !link.calls) || isArrow(link.words)) return null
  const place = anchors.find(link.id, link.block)
  if (place === null || place.block === link.block) return null
  const block = flow.blocks[place.block]
  if (!block || block.kind === 'heading' || block.kind === 'caption') return null
  return isBeginning(block, place.start, zones[place.block] != null) ? place : null
}

/** Room for a label before a note's anchor. Code units. */
const LABEL_ROOM = 12

/** A note begins a block; among notes several may share one block, each behind the end of the one before. */
function isBeginning(block: FlowBlock, start: number, amongNotes: boolean): boolean {
  if (start === 0) return true
  const before = block.text.slice(Math.max(0, start - LABEL_ROOM), start)
  if (start <= LABEL_ROOM && !/\p{L}{3}/u.test(before)) return true
  const opensWithAnchor = block.marks.some((mark) => mark.kind === 'anchor' && mark.start === 0)
  return (amongNotes || opensWithAnchor) && /[.!?)\]"”’]\s?$/.test(before)
}

function isCall(link: PlaceLink, place: AnchorPlace, evidence: Evidence, backs: BackLinks): boolean {
  const { flow, zones } = evidence
  const zone = zones[place.block] ?? null
  const origin = zones[link.block] ?? null
  const block = flow.blocks[place.block]
  if (!block) return false
  const leadsItsBlock = isLabelPosition(flow.blocks[link.block], link)
  if (origin !== null && leadsItsBlock && zone === null) return false
  if (link.calls) return true
  if (backs.leadBack(place, link) && place.block > link.block) return true
  if (link.elsewhere || link.marker === null) return false
  if (zone !== null)
    return (
      !(origin !== null && leadsItsBlock) &&
      (link.marker.strong || zone.declared || startsWith(block, place.start, link))
    )
  return isSquare(link) && place.block > link.block && startsWith(block, place.start, link)
}

/** Raised or in square brackets; a round bracket may hold the number of an equation. */
const isSquare = (link: PlaceLink): boolean => link.raised || link.bracketed

/** True when a link stands where a note has its own label: before anything else in its block. */
function isLabelPosition(block: FlowBlock | undefined, link: PlaceLink): boolean {
  if (!block) return false
  return (
    link.start <= LABEL_ROOM &&
    !/[\p{L}\p{N}]{2}/u.test(block.text.slice(0, link.start)) &&
    block.text.length > link.end + 1
  )
}

/** True when the text of the note begins with the label that calls it. */
function startsWith(block: FlowBlock, start: number, link: PlaceLink): boolean {
  const label = link.marker?.label ?? ''
  if (block.ordinal === label) return true
  const begins = plainDigits(block.text.slice(start, start + label.length + 4)).replace(/^[\s[({]+/, '')
  return label !== '' && begins.startsWith(label) && !/^[\p{L}\p{N}]/u.test(begins.slice(label.length))
}

/** Blocks of a note that are searched for its links back. */
const SEARCHED = 8

/** Which blocks a note leads back to. */
class BackLinks {
  private readonly evidence: Evidence
  private readonly known = new Map<string, ReadonlySet<number>>()

  constructor(evidence: Evidence) {
    this.evidence = evidence
  }

  leadBack(place: AnchorPlace, call: PlaceLink): boolean {
    return this.blocksOf(place).has(call.block)
  }

  private blocksOf(place: AnchorPlace): ReadonlySet<number> {
    const key = keyOf(place)
    const known = this.known.get(key)
    if (known) return known
    const { links } = this.evidence
    const end = Math.min(place.container?.end ?? place.block + 1, place.block + SEARCHED)
    const blocks = new Set<number>()
    for (let index = place.block; index < end; index++) {
      for (const link of links[index] ?? [])
        if (this.looksBack(link)) for (const at of this.evidence.anchors.all(link.id)) blocks.add(at.block)
    }
    this.known.set(key, blocks)
    return blocks
  }

  /** A link back stands before the note's words or behind them, or its words are an arrow. */
  private looksBack(link: PlaceLink): boolean {
    const block = this.evidence.flow.blocks[link.block]
    if (!block) return false
    if (link.back || isArrow(link.words) || isReturn(link.words) || link.start <= LABEL_ROOM) return true
    return block.text.length - link.end <= 3 && link.words.length <= LABEL_ROOM
  }
}
