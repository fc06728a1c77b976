import { Archive } from '../office/archive.ts'
import { damaged } from '../office/damaged.ts'
import { XmlCursor } from '../office/xml-cursor.ts'
import { xmlText } from '../office/xml-source.ts'
import { OOXML } from './namespaces.ts'

/** Where a part points: to another part of the package, or (`external`) out of it. Nothing outside is ever opened. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: "footnotes", "hyperlink". The rest tells transitional from strict. */
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/** The parts of a Word file by what they are for, found by their relationships as Word does. */
export class WordPackage {
  /** The part with the text. */
  readonly main: string
  private readonly archive: Archive
  private readonly targets = new Map<string, ReadonlyMap<string, string>>()
  private readonly relations = new Map<string, readonly Relationship[]>()

  /** @throws Invalid for what is no Word file */
  constructor(bytes: Uint8Array) {
    this.archive = new Archive(bytes)
    const named = this.relationships('').find(({ type }) => type === 'officeDocument')?.target
    this.main = named !== undefined && this.archive.has(named) ? named : 'word/document.xml'
    if (!this.archive.has(this.main)) throw damaged('the part with its text is missing')
  }

  /** A part to walk over, null when the package has none of that name. */
  open(part: string): XmlCursor | null {
    const xml = this.text(part)
    return xml === null ? null : new XmlCursor(xml, part, OOXML)
  }

  /** The part that the text's part points to as its `type`, null where there is none. */
  related(type: string): XmlCursor | null {
    const target = this.relationships(this.main).find((each) => each.type === type && !each.external)?.target
    return target === undefined ? null : this.open(target)
  }

  /** The part with the core properties. */
  core(): XmlCursor | null {
    const target = this.relationships('').find(({ type }) => type === 'core-properties')?.target
    return this.open(target ?? 'docProps/core.xml')
  }

  relationships(part: string): readonly Relationship[] {
    const known = this.relations.get(part)
    if (known) return known
    const read = this.readRelationships(part)
    this.relations.set(part, read)
    return read
  }

  /** Where a relationship of a part leads, null for one that is not there. */
  target(part: string, id: string): string | null {
    const known = this.targets.get(part)
    if (known) return known.get(id) ?? null
    this.targets.set(part, new Map(this.relationships(part).map((each) => [each.id, each.target])))
    return this.target(part, id)
  }

  private text(part: string): string | null {
    const bytes = this.archive.read(part)
    return bytes === null ? null : xmlText(bytes, part)
  }

  private readRelationships(part: string): Relationship[] {
    const slash = part.lastIndexOf('/') + 1
    const folder = part.slice(0, slash)
    const cursor = this.open(`${folder}_rels/${part.slice(slash)}.rels`)
    const found: Relationship[] = []
    while (cursor && cursor.next() !== 'end') {
      if (cursor.kind !== 'open' || cursor.name !== 'rel:Relationship') continue
      const external = cursor.attribute('TargetMode')?.toLowerCase() === 'external'
      const target = cursor.attribute('Target') ?? ''
      const type = cursor.attribute('Type') ?? ''
      found.push({
        id: cursor.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : partName(folder, target),
        external,
      })
    }
    return found
  }
}

/** The name of a part that another one in `folder` points to. */
function partName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
