import type { FlowBlock, LinkedFlow, LinkedWarning } from '../flow.ts'

/** Characters from which on what stands in brackets without a space is no label, though it may have been meant for one. */
const LONGEST_LABEL = 200

/** What linking could not place: markers without a note, notes that nothing calls, labels given twice or too long. */
export function linkWarnings({ body, notes, calls, warnings: known }: LinkedFlow): LinkedWarning[] {
  const labels = new Map<string, number>()
  for (const { label } of notes) labels.set(label, (labels.get(label) ?? 0) + 1)
  const called = new Set(calls.map((call) => call.note))
  const missing = calls
    .filter((call) => call.note === null)
    .map((call) => missingWarning(call, labels.has(call.label)))
  const uncalled = notes.flatMap(({ label }, note) =>
    called.has(note)
      ? []
      : [{ rule: 'note-uncalled', message: `Note ${label} is called nowhere in the text.`, note }],
  )
  return [...missing, ...uncalled, ...body.flatMap(tooLong)].filter((warning) => !isKnown(warning, known))
}

function missingWarning(call: LinkedFlow['calls'][number], exists: boolean): LinkedWarning {
  const where =
    call.inNote === undefined
      ? { block: call.block, start: call.start, end: call.end }
      : { note: call.inNote }
  return exists
    ? {
        rule: 'label-repeated',
        message: `Marker ${call.label} can mean more than one note and was linked to none.`,
        ...where,
      }
    : { rule: 'note-missing', message: `Marker ${call.label} has no note.`, ...where }
}

/** Brackets that hold one endless word, as a damaged label is; addresses are long by nature. */
function tooLong({ text, marks }: FlowBlock, block: number): LinkedWarning[] {
  if (text.length < LONGEST_LABEL) return []
  return [...text.matchAll(ENDLESS)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !text.slice(start, end).includes('://') && !isCode(marks, start))
    .map(({ start, end }) => ({
      rule: 'label-too-long',
      message: `What stands in brackets here is ${end - start - 2} characters long, too long for a label, and stays in the text.`,
      block,
      start,
      end,
    }))
}

const ENDLESS = new RegExp(String.raw`\[[^\s[\]]{${LONGEST_LABEL},}\]`, 'g')

const isCode = (marks: FlowBlock['marks'], at: number): boolean =>
  marks.some((mark) => mark.kind === 'code' && mark.start <= at && at < mark.end)

const isKnown = (warning: LinkedWarning, known: readonly LinkedWarning[]): boolean =>
  known.length < 1000 &&
  known.some((other) => other.rule === warning.rule && other.message === warning.message)
