import { AUTHOR, SYSTEM } from './event.ts'
import type { EventPayloads } from './event-payloads.ts'
import { accountSentences } from './kinds/accounts.ts'
import { afterPublicationSentences } from './kinds/after-publication.ts'
import { captureSentences } from './kinds/captures.ts'
import { claimEditSentences } from './kinds/claim-edits.ts'
import { classificationSentences } from './kinds/classifications.ts'
import { contactSentences } from './kinds/contacts.ts'
import { draftSentences } from './kinds/drafts.ts'
import { evidenceSentences } from './kinds/evidence.ts'
import { forgettingSentences } from './kinds/forgetting.ts'
import { fixSentences } from './kinds/fixes.ts'
import { importSentences } from './kinds/imports.ts'
import { querySentences } from './kinds/queries.ts'
import { memberSentences } from './kinds/members.ts'
import { publicationSentences } from './kinds/publications.ts'
import { readingSentences } from './kinds/readings.ts'
import { recheckSentences } from './kinds/rechecks.ts'
import { reportSentences } from './kinds/reports.ts'
import { rulingSentences } from './kinds/rulings.ts'
import { secondCheckSentences } from './kinds/second-checks.ts'
import { togetherSentences } from './kinds/together.ts'
import { sourceSentences } from './kinds/sources.ts'
import { tickSentences } from './kinds/ticks.ts'
import type { Sentences } from './kinds/sentences.ts'
import type { HistoryEvent } from './list-events.ts'

const SENTENCES: Sentences<EventPayloads> = {
  ...accountSentences,
  ...afterPublicationSentences,
  ...captureSentences,
  ...claimEditSentences,
  ...classificationSentences,
  ...contactSentences,
  ...draftSentences,
  ...evidenceSentences,
  ...fixSentences,
  ...forgettingSentences,
  ...importSentences,
  ...querySentences,
  ...memberSentences,
  ...publicationSentences,
  ...readingSentences,
  ...recheckSentences,
  ...reportSentences,
  ...rulingSentences,
  ...secondCheckSentences,
  ...sourceSentences,
  ...tickSentences,
  ...togetherSentences,
}

/** Every kind of event. */
export const eventKinds = Object.keys(SENTENCES) as readonly (keyof EventPayloads)[]

/** An event as a plain sentence without its full stop: who, then what. */
export function describeEvent(event: HistoryEvent): string {
  return `${whoDid(event)} ${whatHappened(event)}`
}

function whoDid({ actor, actorName, payload }: HistoryEvent): string {
  if (actorName !== null) return actorName
  if (actor === SYSTEM) return 'Stet'
  if (actor !== AUTHOR) return 'Somebody no longer known'
  return typeof payload?.['author'] === 'string' ? `${payload['author']}, the author,` : 'The author'
}

function whatHappened({ kind, payload }: HistoryEvent): string {
  if (payload === null) return `did something whose text was destroyed (${kind})`
  if (payload['hidden'] === true)
    return `worked on claim ${String(payload['number'])}: hidden until you have ruled on it`
  const describe = (SENTENCES as Record<string, ((p: never) => string) | undefined>)[kind]
  return describe === undefined ? kind : describe(payload as never)
}
