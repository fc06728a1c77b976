import type { Status } from '../../claims/vocabulary.ts'
import { textWithSpans } from '../../claims/text-in-html/text-with-spans.ts'
import type {
  PublicClaim,
  PublicEvidence,
  PublicLine,
} from '../../publication/evidence-page/public-evidence.ts'
import { textMarkers } from './desk-page.ts'
import { type ProgressShare, progressOf } from './progress.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { confidenceWords, judgementWords, statusClass, statusWords } from './words.ts'

/** The evidence page as everybody sees it. */
export interface PublicEvidencePage {
  readonly title: string
  readonly language: string
  /** Series, authors and publisher, as far as they are known. */
  readonly byline: string
  readonly publishedAt: TimeWords
  readonly draft: number
  readonly openPoints: number
  readonly hash: string
  readonly shares: readonly (ProgressShare & { readonly word: string })[]
  /** Null: the text is no longer kept. */
  readonly textHtml: string | null
  readonly claims: readonly PublicClaimShown[]
  readonly corrections: readonly CorrectionShown[]
}

export interface PublicClaimShown {
  readonly number: number
  /** Null where it stands nowhere in the text, or the text is no longer kept. */
  readonly words: string | null
  readonly statusClass: string
  readonly statusWord: string
  /** Whole sentences on what else was decided about it. */
  readonly remarks: readonly string[]
  readonly caveat: string | null
  /** "reads hedged; as assessed: high" */
  readonly confidence: string
  /** "notes 4, 7" or "no note" */
  readonly notes: string
  readonly evidence: readonly LineShown[]
  readonly corrections: readonly CorrectionShown[]
}

export interface LineShown {
  readonly judgement: string
  readonly who: string
  readonly href: string | null
  readonly fallen: string | null
  readonly locator: string | null
  readonly excerpt: string | null
  readonly translation: string | null
}

export interface CorrectionShown {
  readonly number: number
  /** "Correction 2" */
  readonly title: string
  readonly claim: number | null
  readonly was: string | null
  readonly now: string | null
  readonly note: string
  readonly at: TimeWords
}

/** Words by what they stand for; a snapshot of another version may know others. */
type Words = Readonly<Record<string, string>>

export function publicEvidencePage(given: PublicEvidence): PublicEvidencePage {
  const { report, text } = given
  const corrections = given.corrections.map((one): CorrectionShown => ({
    ...{ number: one.number, claim: one.claim, was: one.was, now: one.now },
    title: `${one.kind === 'correction' ? 'Correction' : 'Clarification'} ${one.number}`,
    note: one.note ?? 'What it said was destroyed.',
    at: timeWords(one.at),
  }))
  return {
    ...{ title: report.title, language: report.language, draft: given.draft },
    byline: [report.series, report.authors, report.publisher]
      .filter((one) => one !== null && one !== '')
      .join(' · '),
    publishedAt: timeWords(given.publishedAt),
    ...{ openPoints: given.openPoints, hash: given.hash },
    shares: sharesOf(given.claims),
    textHtml: text === null ? null : htmlOf(given, text),
    claims: given.claims.map((claim) => claimShown(claim, text?.text ?? null, corrections)),
    corrections,
  }
}

const sharesOf = (claims: readonly PublicClaim[]): ProgressShare[] =>
  progressOf(claims.map(({ status, settled }) => ({ status: asStatus(status), settled }))).shares.map(
    (share) => ({
      ...share,
      word: publicWords(share.className),
    }),
  )

const asStatus = (status: string): Status => (status in statusWords ? (status as Status) : 'unreviewed')

/** Outside the house nothing is “to check”: it went out unchecked. */
const publicWords = (className: string): string =>
  className === statusClass.unreviewed
    ? 'not checked'
    : statusWords[Object.entries(statusClass).find(([, name]) => name === className)?.[0] as Status]

function htmlOf(
  { claims }: PublicEvidence,
  { text, blocks, markers }: NonNullable<PublicEvidence['text']>,
): string {
  return textWithSpans({
    ...{ text, blocks },
    claims: claims.flatMap(({ number, start, end, status, stale }) => {
      if (start === null || end === null) return []
      const name = statusClass[asStatus(status)]
      const classes = stale ? `${name} is-stale` : name
      return [{ number, start, end, classes, describedBy: stale ? `${name}-stale` : name, atHand: false }]
    }),
    markers: textMarkers({ text, blocks }, markers),
    addressOf: (number) => `#claim-${number}`,
  })
}

function claimShown(
  claim: PublicClaim,
  text: string | null,
  corrections: readonly CorrectionShown[],
): PublicClaimShown {
  const { number, start, end, stale, notes } = claim
  const name = statusClass[asStatus(claim.status)]
  return {
    number,
    words: text === null || start === null || end === null ? null : text.slice(start, end),
    statusClass: stale ? `${name} is-stale` : name,
    statusWord: publicWords(name),
    remarks: remarksOn(claim),
    caveat: claim.caveat,
    confidence: [
      (confidenceWords as Words)[claim.reads] ?? claim.reads,
      ...(claim.assessed === null ? [] : [`as assessed: ${claim.assessed}`]),
    ].join('; '),
    notes: notes.length === 0 ? 'no note' : `${notes.length === 1 ? 'note' : 'notes'} ${notes.join(', ')}`,
    evidence: claim.evidence.map(lineShown),
    corrections: corrections.filter((one) => claim.corrections.includes(one.number)),
  }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  'on author': 'Nobody could check it: the author vouches for it.',
  'not checked': 'It was not checked, by decision of the desk.',
}

function remarksOn({ status, outcome, stale, settled, letStand, start }: PublicClaim): string[] {
  const decided = OUTCOMES[outcome ?? '']
  return [
    ...(decided === undefined ? [] : [decided]),
    ...(letStand ? ['The desk let it stand, by name and with a reason that it keeps.'] : []),
    ...(stale ? ['Its words changed after it was checked.'] : []),
    ...(settled || decided !== undefined || letStand ? [] : [unsettledWords(status)]),
    ...(start === null ? ['Its words stand no longer in the text that went out.'] : []),
  ]
}

const unsettledWords = (status: string): string =>
  status === 'unreviewed'
    ? 'Nobody had checked it when the text went out.'
    : 'It was not settled when the text went out.'

function lineShown({ judgement, source, terms, locator, excerpt, translation }: PublicLine): LineShown {
  const said = (judgementWords as Words)[judgement] ?? judgement
  const nothing = {
    judgement: said,
    href: null,
    fallen: null,
    locator: null,
    excerpt: null,
    translation: null,
  }
  if (source === null)
    return { ...nothing, who: terms === 'background' ? 'A person, on background' : 'A person, on the record' }
  return {
    ...nothing,
    who: source.title,
    href: hrefOf(source.url, locator),
    fallen: source.fallen === null ? null : fallenWords(source.fallen),
    locator: locator?.startsWith('#') === true ? null : locator,
    ...{ excerpt, translation },
  }
}

/** A text fragment belongs to the address. */
const hrefOf = (url: string | null, locator: string | null): string | null =>
  url !== null && locator?.startsWith('#:~:text=') === true ? `${url.split('#', 1)[0] ?? ''}${locator}` : url

const FALLEN: Readonly<Record<string, string>> = {
  retracted: 'retracted',
  downgraded: 'no longer relied on as it was',
  lost: 'no longer to be found',
}

const fallenWords = ({ kind, since }: { readonly kind: string; readonly since: Date | null }): string =>
  `${FALLEN[kind] ?? kind}${since === null ? '' : ` since ${timeWords(since).words.split(',', 1)[0] ?? ''}`}`
