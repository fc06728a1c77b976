import { isCommonHeading } from './phrases.ts'

/** Longest text that can be a heading, in code units; headlines of reports run to three lines. */
const LONGEST_HEADING = 320
const LONGEST_CAPTION = 600

/** Where a stretch of text stands, as far as its shape needs it. */
export interface Standing {
  /** Blank lines before it. */
  readonly gap: number
  /** Lines of the file that it takes up. */
  readonly lines: number
  /** Whether the file wraps its lines: there a heading is short. */
  readonly wrapped: boolean
  /** Columns that it is indented by beyond the ordinary margin. */
  readonly indent: number
}

/**
 * The level of the heading that a paragraph is by its shape, or null. Conservative: a paragraph that is taken for a
 * heading loses its claims.
 */
export function headingLevel(text: string, standing: Standing): number | null {
  if (text.length > LONGEST_HEADING || standing.lines > 4 || !/\p{L}/u.test(text)) return null
  if (isCommonHeading(text)) return 2
  if (CHAPTER.test(text)) return text.length <= 120 ? 1 : null
  if (/[,;]$/.test(text) || /^[[*†‡(]/.test(text)) return null
  return numberedLevel(text, standing) ?? capitalsLevel(text, standing) ?? titleLevel(text, standing)
}

const CHAPTER =
  /^(?:chapter|book|part|section|appendix|annex|volume|act|scene|kapitel|chapitre|teil)\s(?:[IVXLC]{1,8}|\d{1,3}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|the\s\p{L}{3,12})\b(?![^.:—–-]{0,90}[,;])[^!?]{0,100}$/iu

/** `2.1  Method`, `IV. The years of peace`: a number, then a few words without an end of sentence. */
function numberedLevel(text: string, { lines, wrapped }: Standing): number | null {
  const match = /^(?:(\d{1,3}(?:\.\d{1,3}){0,5})\.?|([IVXLC]{1,7}|[A-Z])[.)])\s{1,4}(?=[\p{Lu}_"“'])/u.exec(
    text,
  )
  if (!match || /[.!?:;]$/.test(text) || (wrapped && lines > 2)) return null
  const words = text.slice(match[0].length)
  if (words.length > 100 || /[.!?]\s/.test(words.replace(/\b(?:vs|No|Dr|Mr|Mrs|St|U\.S)\./g, ''))) return null
  return match[1] ? Math.min(6, match[1].split('.').length + 1) : 2
}

/** All capitals, of which one word at least has four letters. */
function capitalsLevel(text: string, { wrapped, lines }: Standing): number | null {
  if (text.length > 160 || /\p{Ll}/u.test(text) || !/\p{Lu}{4}/u.test(text)) return null
  if ((wrapped && lines > 3) || /\d{3}.*\d{3}|[|=]/.test(text)) return null
  return 2
}

/** A headline: capitals on its main words and no full stop; in a wrapped file also one short line after a wide gap. */
function titleLevel(text: string, { gap, lines, wrapped, indent }: Standing): number | null {
  if (/[.:…]["'”’)]{0,2}$/.test(text) || /\s{3}|\t|\.{4}/.test(text)) return null
  if (/^(?:https?:|www\.|\d)/.test(text) || /@\S+\.\S/.test(text)) return null
  const share = capitalShare(text)
  if (wrapped) return lines <= 2 && text.length < 120 && share >= 0.6 && (gap >= 2 || indent >= 8) ? 2 : null
  return share >= 0.8 && !isDated(text) ? 2 : null
}

const isDated = (text: string): boolean =>
  /^(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? \p{L}{3,9} \d{4})/u.test(text)

/** The share of words of four letters or more that start with a capital; 0 for fewer than two words. */
function capitalShare(text: string): number {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const long = words.filter((word) => word.length >= 4)
  if (words.length < 2 || long.length === 0 || !/^["“'‘]?[\p{Lu}\d]/u.test(text)) return 0
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length
}

/** The words under a picture or over a table. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false
  if (
    /^(?:figure|fig\.|table|photo|image|picture|map|chart|graph|abbildung|tabelle)\s?[\dIVX]{1,4}(?:[.:–—-]|$)/i.test(
      text,
    )
  )
    return true
  if (/^(?:photo|image|picture|source|credit)s?\s?(?:by|credit|courtesy)?:/i.test(text) && text.length < 200)
    return true
  if (/\((?:image |photo )?(?:source|credit|photo|image|courtesy)\s?:?[^()]{0,160}\)?\.?$/i.test(text))
    return true
  if (text.length < 220 && /\(,\s[^()]{4,40}\)\.?$/.test(text)) return true
  return (
    text.length < 300 &&
    /\((?:[a-z]+ (?:from )?)?(?:left|right|center|centre|middle|top|bottom)(?: (?:left|right|center|centre))?\)/.test(
      text,
    )
  )
}

/** Rows of asterisks, hyphens or the like that part sections. */
export const isSeparator = (text: string): boolean => /^(?:[*=_~#•·+–—-]\s*){3,200}$/.test(text)
