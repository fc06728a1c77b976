import { readFileSync } from 'node:fs'
import { attribute, words, type Attributes } from './attributes.ts'

interface Furniture {
  readonly roles: readonly string[]
  readonly types: readonly string[]
  readonly names: readonly string[]
}

const lists = JSON.parse(readFileSync(new URL('./furniture.json', import.meta.url), 'utf8')) as Furniture
const roles = new Set(lists.roles)
const types = new Set(lists.types)
const names = new Set(lists.names)

/** Elements that hold the whole page or its text: their class names tell how the page looks, not what they are for. */
const NEVER: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])
const HIDING = /(?:^|;)\s?(?:display\s?:\s?none|visibility\s?:\s?hidden)/i

/** Formulas stand behind their pictures, hidden, in a form that can be read (MediaWiki, KaTeX, MathJax). */
const FORMULA = /mathml|assistive-mml/

/** True for an element that nobody sees who reads the page. `inline`: the element stands inside a line. */
export function isHidden(attributes: Attributes, inline: boolean): boolean {
  if (words(attributes, 'class').some((word) => FORMULA.test(word.slice(0, 100)))) return false
  for (const { name, value } of attributes) {
    if (name === 'hidden' || (name === 'style' && HIDING.test(value.slice(0, 1000)))) return true
    if (name === 'aria-hidden' && inline && value === 'true') return true
  }
  return false
}

/** True for what stands around a page's text: navigation, mastheads, side columns, notices about cookies, share buttons. */
export function isFurniture(element: string, attributes: Attributes): boolean {
  if (attributes.length === 0 || NEVER.has(element)) return false
  return (
    words(attributes, 'role').some((word) => roles.has(word)) ||
    words(attributes, 'epub:type').some((word) => types.has(word)) ||
    words(attributes, 'class').some((word) => names.has(word)) ||
    names.has((attribute(attributes, 'id') ?? '').toLowerCase())
  )
}
