import type { CslItem, CslName } from '../document.ts'

/** Fields that hold words; managers write numbers into some of them. */
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'container-title',
  'collection-title',
  'number',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'page',
  'edition',
  'medium',
  'locator',
  'URL',
  'DOI',
])
const NAMES: ReadonlySet<string> = new Set(['author', 'editor', 'translator'])
const DATES: ReadonlySet<string> = new Set(['issued', 'accessed'])

/**
 * The works in a citation's JSON as Zotero, Mendeley and other managers put it into fields: `citationItems[].itemData` is
 * CSL-JSON. Everything is kept; what has not the shape that CSL 1.0.2 gives it is made so, or dropped. Null for what is no such JSON.
 */
export function cslItems(json: string): readonly CslItem[] | null {
  const value = parsed(json)
  if (!isObject(value) || !Array.isArray(value['citationItems'])) return null
  const items = (value['citationItems'] as unknown[]).flatMap((each) => cited(each) ?? [])
  return items.length > 0 ? items : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The work of one item, with the page that this citation of it points to. */
function cited(item: unknown): CslItem | null {
  if (!isObject(item)) return null
  const work = cslItem(item['itemData'])
  const locator = words(item['locator'])
  return work && locator !== null ? { ...work, locator } : work
}

/** A CSL item from what a program wrote as one. */
export function cslItem(value: unknown): CslItem | null {
  if (!isObject(value)) return null
  const item: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value)) {
    const kept = fieldOf(key, field)
    if (kept !== null) item[key] = kept
  }
  return { ...item, type: words(value['type']) ?? 'document' }
}

function fieldOf(key: string, field: unknown): unknown {
  if (WORDS.has(key)) return words(field)
  if (NAMES.has(key)) return Array.isArray(field) ? field.flatMap((each) => nameOf(each) ?? []) : null
  if (DATES.has(key)) return dateOf(field)
  return field
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const words = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null

function nameOf(value: unknown): CslName | null {
  if (!isObject(value)) return null
  const [family, given, literal] = [words(value['family']), words(value['given']), words(value['literal'])]
  if (family === null && literal === null && given === null) return null
  return {
    ...value,
    ...(family === null ? {} : { family }),
    ...(given === null ? {} : { given }),
    ...(literal === null ? {} : { literal }),
  }
}

/** `date-parts` as numbers: some managers write them as strings. */
function dateOf(value: unknown): unknown {
  if (!isObject(value)) return null
  const parts = value['date-parts']
  if (!Array.isArray(parts)) return null
  const dates = (parts as unknown[])
    .map((date) => (Array.isArray(date) ? date.map(Number).filter(Number.isFinite) : []))
    .filter((date) => date.length > 0)
  return dates.length > 0 ? { ...value, 'date-parts': dates } : null
}
