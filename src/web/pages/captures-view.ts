import type { LinkCheckView, LinkWork } from '../../review/links/list-link-checks.ts'
import type { CaptureView } from '../../sources/captures/list-captures.ts'
import { webAddress } from './notes-view.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What a source's page prints of what was seen of it, and of its link. */
export interface CapturesPart {
  readonly captures: readonly CaptureLine[]
  readonly link: LinkPart
  /** Looks and fetches that are under way, or failed; in sentences. */
  readonly work: readonly WorkLine[]
  readonly mayCapture: boolean
  readonly mayCheck: boolean
  /** Why its page is not asked for, in a sentence; null where it may be. */
  readonly why: string | null
}

export interface CaptureLine {
  readonly id: string
  readonly seenAt: TimeWords
  readonly by: string
  readonly words: string
  readonly title: string | null
  readonly address: string | null
  readonly size: string
  readonly sha256: string
  readonly short: string
  readonly destroyed: boolean
  readonly warc: boolean
  readonly unread: string | null
}

export interface LinkPart {
  /** "alive", null where it was never looked at. */
  readonly state: string | null
  readonly sign: string
  readonly words: string
  readonly checkedAt: TimeWords | null
  readonly checks: readonly LinkCheckLine[]
}

export interface LinkCheckLine {
  readonly result: string
  readonly sign: string
  readonly detail: string | null
  readonly finalUrl: string | null
  readonly href: string | null
  readonly by: string
  readonly at: TimeWords
}

export interface WorkLine {
  readonly words: string
  readonly wrong: boolean
  /** Of a fetch; else of a look at the link. */
  readonly fetch: boolean
}

const SIGNS: Readonly<Record<string, string>> = {
  alive: '✓',
  changed: '≠',
  moved: '→',
  blocked: '○',
  dead: '✕',
}

const MEANINGS: Readonly<Record<string, string>> = {
  alive: 'It answers.',
  changed: 'It answers, and an excerpt that somebody took from it is no longer found in its text.',
  moved: 'It answers from another address.',
  blocked: 'Its server does not let Stet see it. That does not mean that it is gone.',
  dead: 'It failed twice in a row.',
}

const KINDS: Readonly<Record<string, string>> = {
  'text/html': 'web page',
  'multipart/related': 'saved page (MHTML)',
  'application/pdf': 'PDF',
  'text/plain': 'text',
  'application/octet-stream': 'file',
}

/** "image (PNG)"; what has no name of its own is called by its media type. */
const kindWords = (mediaType: string): string =>
  KINDS[mediaType] ??
  (mediaType.startsWith('image/') ? `image (${mediaType.slice(6).toUpperCase()})` : mediaType)

export interface CapturesInput {
  readonly captures: readonly CaptureView[]
  readonly checks: readonly LinkCheckView[]
  readonly work: readonly LinkWork[]
  readonly doNotFetch: boolean
  readonly rights: Pick<CapturesPart, 'mayCapture' | 'mayCheck' | 'why'>
}

export const capturesPart = ({
  captures,
  checks,
  work,
  rights,
  doNotFetch,
}: CapturesInput): CapturesPart => ({
  ...rights,
  captures: captures.map(captureLine),
  link: linkPart(checks, doNotFetch),
  work: work.map((one) => ({ ...workLine(one), fetch: one.kind === 'fetch' })),
})

const captureLine = (capture: CaptureView): CaptureLine => ({
  id: capture.id,
  seenAt: timeWords(capture.seenAt),
  by: capture.capturedBy?.name ?? 'Stet',
  words: `${kindWords(capture.mediaType)}, ${capture.kind}`,
  title: capture.title ?? capture.metadata.name ?? null,
  address: capture.finalUrl ?? capture.url,
  size: sizeWords(capture.size),
  sha256: capture.sha256,
  short: capture.sha256.slice(0, 12),
  destroyed: capture.destroyed,
  warc: capture.warc !== null,
  unread: capture.metadata.unread ?? null,
})

function linkPart(checks: readonly LinkCheckView[], doNotFetch: boolean): LinkPart {
  const [newest] = checks
  const lines = checks.map(({ result, detail, finalUrl, askedBy, at }) => ({
    result,
    sign: SIGNS[result] ?? '',
    detail,
    finalUrl,
    href: doNotFetch ? null : webAddress(finalUrl),
    by: askedBy?.name ?? 'Stet, on schedule',
    at: timeWords(at),
  }))
  return {
    state: newest?.result ?? null,
    sign: SIGNS[newest?.result ?? ''] ?? '',
    words: MEANINGS[newest?.result ?? ''] ?? 'Nobody has looked at its address.',
    checkedAt: newest === undefined ? null : timeWords(newest.at),
    checks: lines,
  }
}

function workLine({
  kind,
  state,
  error,
  failedAt,
  why,
  attempts,
  runAfter,
}: LinkWork): Omit<WorkLine, 'fetch'> {
  const next = timeWords(runAfter).words
  const what = kind === 'fetch' ? 'Its page' : 'Its address'
  if (state === 'failed')
    return { words: `${what} could not be ${DONE[kind]}. ${sentence(error)}`, wrong: true }
  if (state === 'running') return { words: `${what} is being ${DONE[kind]}.`, wrong: false }
  if (failedAt !== null)
    return {
      words: `It failed on ${timeWords(failedAt).words}${why === null || why === '' ? '' : `, because ${why}`}. It is looked at again on ${next} before it is called dead.`,
      wrong: true,
    }
  if (attempts > 0) return { words: `${sentence(error)} Another try is made on ${next}.`, wrong: true }
  return { words: `${what} waits to be ${DONE[kind]}.`, wrong: false }
}

const DONE = { fetch: 'fetched', 'link-check': 'looked at' } as const

const sentence = (words: string | null): string =>
  words === null || words === ''
    ? ''
    : `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.?$/, '.')}`

const sizeWords = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`
