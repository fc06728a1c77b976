import type { EventKind, EventPayloads } from './event-payloads.ts'
import type { HistoryEvent } from './list-events.ts'

type Describe = { readonly [K in EventKind]: (payload: EventPayloads[K]) => string }

const REASONS: Readonly<Record<string, string>> = {
  'no-note': 'there is no note',
  'note-does-not-say-it': 'the note does not say it',
  'out-of-reach': 'the source is out of reach',
  'source-says-otherwise': 'the source says otherwise',
  'detail-differs': 'a detail differs',
  'no-reply': 'no reply',
  other: 'another reason',
}

/** What each event says after the name of who did it. */
const DESCRIBE: Describe = {
  'report.imported': (p) =>
    `imported “${p.title}” from ${p.file}: ${p.claims} claims, ${p.notes} notes, ${p.markers} markers`,
  'report.policy-changed': ({ to }) =>
    to.requireConfirmedReading
      ? 'asked for a confirmed reading before anybody rules'
      : 'let everybody rule before the reading is confirmed',
  'report.exported': (p) =>
    `exported draft ${p.draft} as ${p.format} with ${p.comments} comments and ${p.changes} changes${p.included.length === 0 ? '' : `, and the ${p.included.join(', ')}`}`,
  'reading.confirmed': (p) =>
    `confirmed that draft ${p.draft} was read right${p.revision === 0 ? '' : ', with its corrections'}`,
  'reading.corrected': (p) =>
    `corrected the reading of draft ${p.draft}: ${correctionInWords(p.correction.kind, p.words)}`,
  'reading.correction-withdrawn': (p) =>
    `took back a correction of draft ${p.draft}: ${correctionInWords(p.correction.kind, p.words)}`,
  'claim.made': (p) => `made claim ${p.number} of a sentence`,
  'claim.classified': (p) =>
    p.as === 'claim'
      ? `took claim ${p.number} for a claim`
      : `marked claim ${p.number} not checkable${p.because === null ? '' : `: ${p.because}`}`,
  'sentence.classified': (p) =>
    `marked a sentence not checkable${p.because === null ? '' : `: ${p.because}`}`,
  'classification.withdrawn': (p) =>
    `took back that ${p.number === undefined ? 'a sentence' : `claim ${p.number}`} is ${p.as === 'claim' ? 'a claim' : p.as}`,
  'verdict.recorded': (p) =>
    `marked claim ${p.number} ${p.verdict}${p.reason === null ? '' : `: ${reasonInWords(p.reason)}`}${p.outcome === null ? '' : ` (${p.outcome})`}`,
  'verdict.withdrawn': (p) => `withdrew their verdict “${p.verdict}” on claim ${p.number}`,
  'outcome.decided': (p) => `decided on the words of claim ${p.number}: ${p.outcome}`,
  'evidence.judged': (p) =>
    `${p.supersedes === null ? 'judged' : 'judged again'} a source of claim ${p.number}: ${judgementInWords(p.judgement)}`,
  'account.added': (p) => `added the account of ${p.name} as ${p.role}`,
  'account.role-changed': (p) => `changed the role of ${p.name} from ${p.from} to ${p.to}`,
  'account.suspended': (p) => `suspended the account of ${p.name}`,
  'account.reinstated': (p) => `reinstated the account of ${p.name}`,
  'account.password-changed': (p) => `changed the password of ${p.name}`,
  'account.signed-out-everywhere': (p) => `signed ${p.name} out everywhere`,
  'token.added': (p) => `added the token “${p.name}”`,
  'token.revoked': (p) => `revoked the token “${p.name}”`,
}

const CORRECTIONS: Readonly<Record<string, string>> = {
  linked: 'another note for the marker in',
  dropped: 'no part of the text:',
  joined: 'joined to the block before it:',
  divided: 'a block of its own from here on:',
  noted: 'a list of notes from here on:',
}

/** What a correction of a reading did to these words. */
export const correctionInWords = (kind: string, words: string): string =>
  `${CORRECTIONS[kind] ?? kind} “${words}”`

const JUDGEMENTS: Readonly<Record<string, string>> = {
  supports: 'it says so',
  'partly supports': 'it says part of it',
  'does not support': 'it does not say it',
  contradicts: 'it says otherwise',
  'not accessed': 'not seen',
}

/** What a source does for a claim, as people say it. */
export const judgementInWords = (judgement: string): string => JUDGEMENTS[judgement] ?? judgement

export const reasonInWords = (reason: string): string => REASONS[reason] ?? reason

/** An event as a plain sentence without its full stop: who, then what. */
export function describeEvent(event: HistoryEvent): string {
  const who = event.actorName ?? (event.actor === 'system' ? 'Stet' : 'Somebody no longer known')
  return `${who} ${whatHappened(event)}`
}

function whatHappened({ kind, payload }: HistoryEvent): string {
  if (payload === null) return `did something whose text was destroyed (${kind})`
  const describe = (DESCRIBE as Record<string, ((p: never) => string) | undefined>)[kind]
  return describe === undefined ? kind : describe(payload as never)
}
