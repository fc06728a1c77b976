import type { AuditedText } from '../audited-text.ts'
import type { TextRule } from '../rule.ts'

/** Numbers that may be left out between two labels without a whole part of the notes being missing. */
const LONGEST_GAP = 20

export const labelGap: TextRule = {
  id: 'label-gap',
  severity: 'warning',
  why: 'A number that neither a marker nor a note bears is the trace of a note that was taken out, or lost on the way.',
  find: (audited) => {
    const numbers = numbersOf(audited)
    return numbers.slice(1).flatMap((number, i) => {
      const before = numbers[i] ?? number
      const missing = number - before - 1
      if (missing < 1 || missing > LONGEST_GAP) return []
      const marker = audited.document.markers.find(({ label }) => label === String(number))
      return [
        {
          at: marker ?? audited.document.notes.find(({ label }) => label === String(number)) ?? null,
          message: `${missing === 1 ? `Number ${before + 1} is` : `Numbers ${before + 1} to ${number - 1} are`} left out between ${before} and ${number}.`,
        },
      ]
    })
  },
}

/** The numbers that markers and notes bear, each once, from the smallest. */
function numbersOf({ document: { markers, notes } }: AuditedText): number[] {
  const labels = [...markers, ...notes.filter(({ kind }) => kind !== 'annotation')].map(({ label }) => label)
  const numbers = new Set(labels.filter((label) => /^\d{1,4}$/.test(label)).map(Number))
  return [...numbers].sort((a, b) => a - b)
}
