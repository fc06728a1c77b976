import type { EventPayloads } from './event-payloads.ts'
import { accountSentences } from './kinds/accounts.ts'
import { classificationSentences } from './kinds/classifications.ts'
import { contactSentences } from './kinds/contacts.ts'
import { evidenceSentences } from './kinds/evidence.ts'
import { readingSentences } from './kinds/readings.ts'
import { reportSentences } from './kinds/reports.ts'
import { rulingSentences } from './kinds/rulings.ts'
import { togetherSentences } from './kinds/together.ts'
import { sourceSentences } from './kinds/sources.ts'
import type { Sentences } from './kinds/sentences.ts'
import type { HistoryEvent } from './list-events.ts'

const SENTENCES: Sentences<EventPayloads> = {
  ...accountSentences,
  ...classificationSentences,
  ...contactSentences,
  ...evidenceSentences,
  ...readingSentences,
  ...reportSentences,
  ...rulingSentences,
  ...sourceSentences,
  ...togetherSentences,
}

/** An event as a plain sentence without its full stop: who, then what. */
export function describeEvent(event: HistoryEvent): string {
  const who = event.actorName ?? (event.actor === 'system' ? 'Stet' : 'Somebody no longer known')
  return `${who} ${whatHappened(event)}`
}

function whatHappened({ kind, payload }: HistoryEvent): string {
  if (payload === null) return `did something whose text was destroyed (${kind})`
  const describe = (SENTENCES as Record<string, ((p: never) => string) | undefined>)[kind]
  return describe === undefined ? kind : describe(payload as never)
}
