import { calendarDates, type CalendarDate } from '../calendar-dates.ts'
import type { AuditedText } from '../audited-text.ts'
import { contentWords, overlap } from '../content-words.ts'
import { nameWords, soundOf } from '../names/spelling.ts'
import type { TextRule } from '../rule.ts'

/** Days that a slip puts between two dates of one event; what lies further apart are two events. */
const MOST_DAYS = 3
/** Names that two statements must share, and the share of the words of the shorter one, to be about one event. */
const [SHARED_NAMES, SHARED_WORDS] = [2, 0.6]
/** Blocks within which one event is told of. */
const REACH = 12

interface Dated {
  readonly block: number
  readonly date: CalendarDate
  readonly names: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}

export const dateConflict: TextRule = {
  id: 'date-conflict',
  severity: 'warning',
  why: 'Where text and caption, or summary and body, give one event two dates, one of them is wrong.',
  find: (audited) => {
    const dated = datedStatements(audited)
    return dated.flatMap((one, i) =>
      dated
        .slice(i + 1)
        .filter((other) => other.block - one.block <= REACH && conflict(one, other))
        .map((other) => ({
          at: other.date,
          also: [one.date],
          message: `“${audited.quote(other.date)}” here, “${audited.quote(one.date)}” there, of what may be one event.`,
        })),
    )
  },
}

/** Statements that name one day, with whom and what they tell of it. */
function datedStatements(audited: AuditedText): Dated[] {
  const blocks = audited.document.blocks
  let block = 0
  return audited.statements.flatMap((sentence): Dated[] => {
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= sentence.start) block++
    const words = audited.quote(sentence)
    const dates = calendarDates(words, sentence.start).filter(
      ({ exists, start }) => exists && !audited.isQuoted(start),
    )
    const [date, ...others] = dates
    if (date === undefined || others.length > 0) return []
    const names = [...audited.spansOf('name', sentence), ...audited.spansOf('place', sentence)]
    const sounds = names.map((name) => nameWords(audited.quote(name)).map(soundOf).at(-1) ?? '')
    return [
      { block, date, names: new Set(sounds.filter((sound) => sound.length > 2)), words: contentWords(words) },
    ]
  })
}

function conflict(one: Dated, other: Dated): boolean {
  const days = daysBetween(one.date, other.date)
  if (days === null || days === 0 || days > MOST_DAYS) return false
  const shared = [...one.names].filter((name) => other.names.has(name)).length
  return shared >= SHARED_NAMES && overlap(one.words, other.words) >= SHARED_WORDS
}

/** Days between two dates; null where their years cannot be compared. */
function daysBetween(a: CalendarDate, b: CalendarDate): number | null {
  if (a.year !== null && b.year !== null && a.year !== b.year) return null
  const year = a.year ?? b.year ?? 2000
  const at = ({ month, day }: CalendarDate): number => Date.UTC(year, month - 1, day) / 86_400_000
  return Math.abs(at(a) - at(b))
}
