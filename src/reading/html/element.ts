import type { FlowBlock } from '../flow.ts'
import { attribute, type Attributes } from './attributes.ts'
import type { OpenContainer } from './container-log.ts'
import { BLOCK, CODE, DROPPED } from './elements.ts'
import { isFurniture, isHidden } from './furniture.ts'
import { listNumbers, type ListNumbers } from './list-numbers.ts'
import { safeAddress } from './links.ts'
import { isBackLink, isCall, isInlineNote, notesHeld, purposes } from './note-words.ts'

type BlockKind = FlowBlock['kind']

/** One open element and what it means for the text inside it. What holds for the text inside is inherited. */
export interface Element {
  readonly name: string
  readonly isBlock: boolean
  /** What blocks are here; `level` as in FlowBlock. */
  readonly kind: BlockKind
  readonly level: number
  readonly listDepth: number
  /** Text here is no text of the page. */
  readonly dropped: boolean
  /** Text here stands around the page's own text. */
  readonly furniture: boolean
  /** Text here stands in what the page says is its main part. */
  readonly main: boolean
  /** The note that a declaration of the format puts this text in. */
  readonly noteKey: string | null
  /** Where the innermost open block element stands, itself included. */
  readonly blockPlace: number
  readonly href: string | null
  readonly calls: boolean
  readonly back: boolean
  readonly raised: boolean
  readonly code: boolean
  readonly inlineNote: boolean
  readonly numbers: ListNumbers | null
  readonly container: OpenContainer | null
}

const ROOT: Element = {
  name: '#root',
  isBlock: true,
  kind: 'paragraph',
  level: 0,
  listDepth: 0,
  dropped: false,
  furniture: false,
  main: false,
  noteKey: null,
  blockPlace: -1,
  href: null,
  calls: false,
  back: false,
  raised: false,
  code: false,
  inlineNote: false,
  numbers: null,
  container: null,
}

/** Where a new element stands: its parent, its depth, the index of the next block, whether text of an article is around it. */
export interface Surroundings {
  readonly parent: Element | undefined
  readonly place: number
  readonly nextBlock: number
  readonly inArticle: boolean
}

/** What an element with these attributes means there. */
export function describeElement(name: string, attributes: Attributes, around: Surroundings): Element {
  const parent = around.parent ?? ROOT
  const isBlock = BLOCK.has(name)
  const purpose = attributes.length === 0 ? [] : purposes(attributes)
  const notes = purpose.length === 0 ? null : notesHeld(purpose)
  const surrounding = notes === null && isSurrounding(name, attributes, around.inArticle)
  const { kind, level } = isBlock || attributes.length > 0 ? kindInside(name, attributes, parent) : parent
  const inline = isBlock ? null : parent.isBlock ? null : parent
  return {
    name,
    isBlock,
    kind,
    level,
    listDepth: parent.listDepth + (name === 'ul' || name === 'ol' ? 1 : 0),
    dropped: parent.dropped || isDropped(name, attributes, isBlock, surrounding, notes !== null),
    furniture: notes === null && (parent.furniture || (isBlock && surrounding)),
    main: parent.main || name === 'main' || purpose.includes('main'),
    noteKey: parent.noteKey,
    blockPlace: isBlock ? around.place : parent.blockPlace,
    href: name === 'a' ? safeAddress(attribute(attributes, 'href')) : null,
    calls: isCall(purpose) || (name === 'a' && notes !== null) || (inline?.calls ?? false),
    back: isBackLink(purpose, attributes) || (inline?.back ?? false),
    raised: name === 'sup' || (!isBlock && isRaisedByStyle(attributes)),
    code: name === 'pre' || CODE.has(name),
    inlineNote: !isBlock && isInlineNote(purpose),
    numbers: name === 'ol' ? listNumbers(attributes) : null,
    container: isBlock
      ? { start: around.nextBlock, ids: idsOf(attributes), notes, item: ITEMS.has(name) }
      : null,
  }
}

/** The element that holds a note which the format declares apart from the text (`[^id]: …`). */
export function noteElement(
  name: string,
  key: string,
  isBlock: boolean,
  parent: Element | undefined,
  place: number,
): Element {
  const { dropped, furniture, main } = parent ?? ROOT
  return { ...ROOT, name, isBlock, noteKey: key, dropped, furniture, main, blockPlace: place }
}

const ITEMS: ReadonlySet<string> = new Set(['li', 'tr'])

function kindInside(name: string, attributes: Attributes, parent: Element): Pick<Element, 'kind' | 'level'> {
  if (name === 'li') return { kind: 'list-item', level: Math.max(1, parent.listDepth) }
  if (name === 'blockquote') return { kind: 'quotation', level: 0 }
  if (name === 'td' || name === 'th') return { kind: 'table-cell', level: 0 }
  if (name === 'caption' || name === 'figcaption') return { kind: 'caption', level: 0 }
  const level = headingLevel(name, attributes)
  return level > 0 ? { kind: 'heading', level } : { kind: parent.kind, level: parent.level }
}

function headingLevel(name: string, attributes: Attributes): number {
  if (name.length === 2 && name.startsWith('h') && name >= 'h1' && name <= 'h6') return Number(name.slice(1))
  if (attributes.length === 0 || attribute(attributes, 'role') !== 'heading') return 0
  const level = Number.parseInt(attribute(attributes, 'aria-level') ?? '2', 10)
  return level >= 1 && level <= 6 ? level : 2
}

function isSurrounding(name: string, attributes: Attributes, inArticle: boolean): boolean {
  if (isFurniture(name, attributes)) return true
  if (name === 'header') return !inArticle && attribute(attributes, 'id') !== 'title-block-header'
  if (name === 'footer' || name === 'aside') return !inArticle
  return name === 'div' && PAGE_EDGES.has(attribute(attributes, 'title') ?? '')
}

/** LibreOffice saves the running header and footer of a page as divisions with these titles. */
const PAGE_EDGES: ReadonlySet<string> = new Set(['header', 'footer'])

function isDropped(
  name: string,
  attributes: Attributes,
  isBlock: boolean,
  surrounding: boolean,
  notes: boolean,
): boolean {
  if (DROPPED.has(name)) return true
  if (attributes.length === 0 || notes || name === 'body' || name === 'html') return false
  return (!isBlock && surrounding) || isHidden(attributes, !isBlock)
}

const RAISED = /vertical-align\s?:\s?(?:super|text-top)/i

function isRaisedByStyle(attributes: Attributes): boolean {
  const style = attributes.length === 0 ? null : attribute(attributes, 'style')
  return style !== null && RAISED.test(style.slice(0, 1000))
}

/** The names by which links can lead to an element. */
export function idsOf(attributes: Attributes): readonly string[] {
  const id = attribute(attributes, 'id')
  return id === null || id === '' ? [] : [id]
}
