import type { LinkedFlow, LinkedWarning } from '../flow.ts'

/** What linking could not place: markers without a note, notes that nothing calls, labels given twice. */
export function linkWarnings({ notes, calls, warnings: known }: LinkedFlow): LinkedWarning[] {
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
  return [...missing, ...uncalled].filter((warning) => !isKnown(warning, known))
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

const isKnown = (warning: LinkedWarning, known: readonly LinkedWarning[]): boolean =>
  known.length < 1000 &&
  known.some((other) => other.rule === warning.rule && other.message === warning.message)
