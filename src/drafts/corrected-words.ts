import type { Correction } from '../reading/corrections/correction.ts'

/** A text with where each of its markers begins. */
interface Worded {
  readonly text: string
  readonly markers: readonly { readonly index: number; readonly start: number }[]
}

/** Code units of a corrected place that its history quotes. */
const QUOTED = 120

/** The words that a correction is about, up to the end of their paragraph, as they stand in a layer that it can be laid over. */
export function correctedWords(layer: Worded, correction: Correction): string {
  const from = placeOf(layer, correction)
  const end = layer.text.indexOf('\n\n', from)
  const words = layer.text.slice(from, Math.min(from + QUOTED + 1, end < 0 ? Infinity : end))
  return words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()}…` : words.trimEnd()
}

function placeOf({ text, markers }: Worded, correction: Correction): number {
  switch (correction.kind) {
    case 'linked': {
      const start = markers.find(({ index }) => index === correction.marker)?.start ?? 0
      return Math.max(0, text.lastIndexOf('\n', start - 1) + 1, start - QUOTED / 2)
    }
    case 'dropped':
    case 'joined':
      return correction.block
    case 'divided':
      return correction.at
    case 'noted':
      return correction.blocks[0] ?? 0
  }
}
