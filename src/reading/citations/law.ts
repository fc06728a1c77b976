import { readFileSync } from 'node:fs'
import type { CslItem } from '../document.ts'
import { tidy } from './note-text.ts'

interface LawWords {
  readonly reporters: readonly string[]
  readonly codes: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./law.json', import.meta.url), 'utf8')) as LawWords
const reported = new RegExp(`\\b\\d{1,4} (${words.reporters.join('|')}) \\d{1,5}(?![\\d])`)
const codified = new RegExp(
  `\\b\\d{1,3} (${words.codes.join('|')}) (?:§§? ?|[Pp]arts? )?\\d[\\w.-]{0,12}(?:\\(\\w{1,4}\\)){0,4}`,
)
/** Cheap to refuse by: every reporter and code begins so. */
const likely = /\d (?:U\.?S|S\.|L\.|F\.|Op\.|C\.?F|Fed|Stat)/
const parties =
  /((?:In re|Ex parte) [^,;()\uE001]{2,100}|\p{Lu}[^,;()\uE001]{1,100} v\.? [^,;()\uE001]{2,100}),\s*$/u

/** A decision ("Boer v. Harbour Board, 514 F.2d 794 (5th Cir. 1975)") or a place in a code ("48 C.F.R. § 2.101"), or null. */
export function readLaw(text: string): { csl: CslItem; start: number; end: number } | null {
  return likely.test(text) ? (readDecision(text) ?? readCode(text)) : null
}

function readDecision(text: string): { csl: CslItem; start: number; end: number } | null {
  const match = reported.exec(text)
  if (!match) return null
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80)
  const court = /^[^;()]{0,50}\([^()]{0,30}?((?:1[7-9]|20)\d\d)\)/.exec(after)
  const before = text.slice(Math.max(0, match.index - 220), match.index)
  const title = parties.exec(before)
  const end = match.index + match[0].length + (court?.[0].length ?? 0)
  return {
    start: match.index - (title?.[0].length ?? 0),
    end,
    csl: {
      type: 'legal_case',
      ...(title ? { title: tidy(title[1] ?? '') } : {}),
      'container-title': match[1] ?? '',
      number: match[0],
      ...(court ? { issued: { 'date-parts': [[Number(court[1])]] } } : {}),
    },
  }
}

function readCode(text: string): { csl: CslItem; start: number; end: number } | null {
  const match = codified.exec(text)
  if (!match) return null
  const type = /C\.?F\.?R|Reg/.test(match[1] ?? '') ? 'regulation' : 'legislation'
  const written = match[0].replace(/[.-]+$/, '')
  return { start: match.index, end: match.index + written.length, csl: { type, title: written } }
}
