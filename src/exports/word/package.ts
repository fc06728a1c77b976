import { strToU8, zipSync } from 'fflate'
import { CONTENT_TYPES, OFFICE_RELATIONS, PACKAGE_RELATIONS, PROLOGUE } from './namespaces.ts'

/** One part of a package: its path, its media type, its XML and how the package or its owner names it. */
export interface Part {
  readonly path: string
  readonly mediaType: string
  readonly xml: string
  /** The last step of the relationship's type (`styles`). */
  readonly relation: string
}

/** Every file of the zip carries this date, so that the same draft gives the same bytes. The first that a zip can hold. */
const DATE = new Date(1980, 0, 1)

/** A Word file of a main part and the parts beside it, all in the folder `word`, with a part for its properties. */
export function packageOf(main: Part, beside: readonly Part[], properties: Part): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes([main, ...beside, properties])),
    '_rels/.rels': strToU8(
      relationships([
        { type: `${OFFICE_RELATIONS}/officeDocument`, target: main.path },
        { type: CORE_RELATION, target: properties.path },
      ]),
    ),
    'word/_rels/document.xml.rels': strToU8(
      relationships(
        beside.map(({ relation, path }) => ({
          type: `${OFFICE_RELATIONS}/${relation}`,
          target: path.replace('word/', ''),
        })),
      ),
    ),
  }
  for (const { path, xml } of [main, ...beside, properties]) files[path] = strToU8(PROLOGUE + xml)
  return zipSync(files, { mtime: DATE })
}

const CORE_RELATION = `${PACKAGE_RELATIONS}/metadata/core-properties`

const contentTypes = (parts: readonly Part[]): string =>
  `${PROLOGUE}<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(({ path, mediaType }) => `<Override PartName="/${path}" ContentType="${mediaType}"/>`)
    .join('')}</Types>`

const relationships = (to: readonly { type: string; target: string }[]): string =>
  `${PROLOGUE}<Relationships xmlns="${PACKAGE_RELATIONS}">${to
    .map(({ type, target }, i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
