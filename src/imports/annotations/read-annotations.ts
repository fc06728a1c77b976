import { Invalid } from '../../errors.ts'
import { GENERATOR } from '../../exports/linked/annotations.ts'

/** What an annotation points at. Positions in Unicode code points; what it does not say is null. */
export interface AnnotationTarget {
  readonly exact: string | null
  readonly prefix: string
  readonly suffix: string
  readonly start: number | null
  readonly end: number | null
}

export interface ReadAnnotation {
  /** Its place in the file, from 1. */
  readonly index: number
  readonly target: AnnotationTarget
  /** What it says; null where that is nothing, or nothing but what this desk wrote itself. */
  readonly words: string | null
  readonly by: string | null
  /** As its file has it: a date, or null. */
  readonly on: string | null
}

/** The most annotations that are taken in at once. */
export const MOST_ANNOTATIONS = 2_000

type Json = Readonly<Record<string, unknown>>

/**
 * The annotations of a file: a W3C annotation collection with its page in it, a page, a list, or a single one.
 * @throws Invalid it is no JSON, holds none, or too many
 */
export function readAnnotations(text: string): readonly ReadAnnotation[] {
  const found = annotationsIn(parsed(text))
  if (found.length === 0)
    throw new Invalid(
      'There are no annotations in this file: send a W3C annotation collection, a page of one, or a list.',
    )
  if (found.length > MOST_ANNOTATIONS)
    throw new Invalid(
      `There are ${found.length} annotations in this file: send at most ${MOST_ANNOTATIONS} at once.`,
    )
  return found.map((annotation, index) => ({
    index: index + 1,
    target: targetOf(annotation),
    words: wordsOf(annotation),
    by: nameOf(annotation['creator']),
    on: dayOf(annotation['modified'] ?? annotation['created']),
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid('This file is no JSON: send annotations as JSON-LD (W3C Web Annotation).')
  }
}

function annotationsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject).filter((one) => 'target' in one)
  if (!isObject(value)) return []
  if ('items' in value) return annotationsIn(value['items'])
  if (typeof value['first'] === 'string')
    throw new Invalid('The annotations of this collection are elsewhere: send the page that holds them.')
  if ('first' in value) return annotationsIn(value['first'])
  return 'target' in value ? [value] : []
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null

function targetOf(annotation: Json): AnnotationTarget {
  const selectors = listOf(annotation['target'])
    .filter(isObject)
    .flatMap((target) => listOf(target['selector']))
    .filter(isObject)
  const quotes = selectors.filter(({ type }) => type === 'TextQuoteSelector')
  const positions = selectors.filter(({ type }) => type === 'TextPositionSelector')
  const quote = quotes.length === 1 ? quotes[0] : undefined
  const position = positions.length === 1 ? positions[0] : undefined
  return {
    exact: textOf(quote?.['exact']),
    prefix: textOf(quote?.['prefix']) ?? '',
    suffix: textOf(quote?.['suffix']) ?? '',
    start: numberOf(position?.['start']),
    end: numberOf(position?.['end']),
  }
}

/** Purposes of what this desk writes of a claim itself. */
const OWN_PURPOSES: ReadonlySet<unknown> = new Set(['classifying', 'identifying', 'describing'])

/**
 * The text of an annotation's bodies. What this desk exported and nobody changed since says nothing new. A status comes as words
 * like any other: it is no verdict.
 */
function wordsOf(annotation: Json): string | null {
  const own = nameOf(annotation['generator']) === GENERATOR.name && annotation['modified'] === undefined
  const bodies = [...listOf(annotation['body']), ...listOf(annotation['bodyValue'])]
  const lines = bodies.flatMap((body) => {
    if (typeof body === 'string') return [body]
    if (!isObject(body)) return []
    const value = textOf(body['value']) ?? textOf(body['source']) ?? textOf(body['id'])
    if (value === null || value.trim() === '' || (own && OWN_PURPOSES.has(body['purpose']))) return []
    const classified =
      body['purpose'] === 'classifying' ||
      (body['purpose'] === undefined && annotation['motivation'] === 'classifying')
    return [classified ? `Classified as “${value.trim()}”.` : value.trim()]
  })
  const words = lines.join('\n').trim()
  return words === '' ? null : words
}

const nameOf = (agent: unknown): string | null => {
  const [first] = listOf(agent)
  if (typeof first === 'string') return first
  return isObject(first) ? (textOf(first['name']) ?? textOf(first['nickname']) ?? textOf(first['id'])) : null
}

const dayOf = (value: unknown): string | null => /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0] ?? null
