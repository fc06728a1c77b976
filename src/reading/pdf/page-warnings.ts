import { Invalid } from '../../errors.ts'
import type { FlowWarning } from '../flow.ts'
import type { PdfPage } from './piece.ts'
import type { ReadPages } from './read-pages.ts'

/** Letters that a page of text has at least; stamps of scanners have fewer. */
const FEWEST_LETTERS = 12
/** A file is scanned where this share of its pages has no text. */
const SHARE_WITHOUT_TEXT = 0.9
/** More unreadable characters than one in so many are worth a warning. */
const READABLE = 200

/** @throws Invalid for a file whose pages are pictures. */
export function refuseWithoutText({ pages }: ReadPages): void {
  const empty = pages.filter((page) => !hasText(page)).length
  if (empty === pages.length || (pages.length >= 5 && empty > SHARE_WITHOUT_TEXT * pages.length))
    throw new Invalid(
      'The PDF holds no text, only pictures of pages: run text recognition (OCR, for example with OCRmyPDF) and try again.',
    )
}

const hasText = ({ pieces }: PdfPage): boolean => {
  let letters = 0
  for (const { text } of pieces) {
    letters += text.length
    if (letters >= FEWEST_LETTERS) return true
  }
  return letters > 0
}

/** What the pages hold that was not read. */
export function pageWarnings({ pages, broken, unreadable, withoutLinks }: ReadPages): FlowWarning[] {
  const warnings: FlowWarning[] = []
  const empty = pages.filter(({ pieces }) => pieces.length === 0).map(({ number }) => number)
  if (empty.length > 0)
    warnings.push({
      rule: 'page-without-text',
      message: `Pages without text, which may be pictures: ${listed(empty)}.`,
    })
  if (broken.length > 0)
    warnings.push({ rule: 'page-damaged', message: `Pages that could not be read: ${listed(broken)}.` })
  if (withoutLinks)
    warnings.push({
      rule: 'links-unread',
      message:
        'The links of the PDF could not be read: addresses behind words, and links from markers to notes, are missing.',
    })
  const letters = pages.reduce(
    (sum, { pieces }) => sum + pieces.reduce((count, { text }) => count + text.length, 0),
    0,
  )
  if (unreadable * READABLE > letters)
    warnings.push({
      rule: 'characters-unreadable',
      message: `The fonts of the PDF give no letters for ${unreadable} characters; they were left out.`,
    })
  if (hasOldTypesetting(pages)) warnings.push(oldTypesetting)
  const unseen = pages.reduce((sum, page) => sum + page.unseen, 0)
  if (unseen > 0)
    warnings.push({
      rule: 'text-unseen',
      message: `Left out ${unseen} characters that stand beside the page or are too small to be seen, on ${pagesListed(pages.filter((page) => page.unseen > 0).map(({ number }) => number))}.`,
    })
  return [...warnings, ...slantedWarnings(pages)]
}

const oldTypesetting: FlowWarning = {
  rule: 'characters-misread',
  message:
    'Fonts of the PDF do not say which letters they show: quotation marks came out as “\\” and joined letters (fi, fl) may be missing.',
}

/** Words opened by a backslash that make it no accident. */
const FEWEST_BACKSLASHES = 3

/** TeX's first fonts have the opening quotation mark where others have the backslash. */
function hasOldTypesetting(pages: readonly PdfPage[]): boolean {
  let found = 0
  for (const { pieces } of pages)
    for (const { text } of pieces)
      if (text.includes('\\') && /(?:^|[\s(|])\\[\p{L}[]/u.test(text) && ++found >= FEWEST_BACKSLASHES)
        return true
  return false
}

function slantedWarnings(pages: readonly PdfPage[]): FlowWarning[] {
  const byText = new Map<string, number[]>()
  for (const { slanted, number } of pages)
    for (const text of slanted) byText.set(text, [...(byText.get(text) ?? []), number])
  return [...byText].slice(0, 20).map(([text, numbers]) => ({
    rule: 'furniture-dropped',
    message: `Left out “${text}”, which stands at an angle to the text, on ${pagesListed(numbers)}.`,
  }))
}

const pagesListed = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'page' : 'pages'} ${listed(numbers)}`

/** Numbers as runs: 3–5, 8. */
function listed(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
