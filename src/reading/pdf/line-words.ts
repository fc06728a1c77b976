import { bulletAtStart, numberAtStart } from '../text/label-at-start.ts'

/** A full stop or the like ends it, brackets, quotation marks and a marker behind it aside. */
export const endsSentence = (text: string): boolean =>
  /[.!?:…؟。।][)\]”"’'»\s↩⬑↑]{0,4}(?:\[?\d{0,3}\]?|[*†‡§]{1,3})$/.test(text.slice(-12))

/** A bullet, a number or a letter that opens an item of a list. */
export const opensItem = (text: string): boolean =>
  bulletAtStart(text) !== null || numberAtStart(text) !== null || /^\(?(?:[a-z]|[ivx]{1,5})\)\s/.test(text)

/** A label in brackets that may open a note, or call one. */
export const opensWithBracket = (text: string): boolean => /^\[[^[\]\s]{1,24}\]/.test(text)
