import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import { auditReport } from '../../src/audit/audit-report.ts'
import { runRules } from '../../src/audit/run-rules.ts'
import type { AuditedClaim, AuditedReport } from '../../src/audit/audited-report.ts'
import { AuditedText } from '../../src/audit/audited-text.ts'
import { reportRules } from '../../src/audit/report-rules.ts'
import { nothingHidden } from '../../src/claims/hidden.ts'
import type { Database } from '../../src/db/database.ts'
import { DEFAULT_POLICY } from '../../src/review/report-policy.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { TODAY } from '../support/audited.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning, reportAtWork } from '../support/reports.ts'

const SETTLED: AuditedClaim = {
  id: 'claim-1',
  number: 1,
  span: { start: 0, end: 3 },
  quote: 'The',
  status: 'substantiated',
  stale: false,
  differs: false,
  outcome: 'stands',
  settled: true,
  risk: 'ordinary',
  checkers: 1,
  needsSecond: false,
  rechecks: 0,
  objections: 0,
  reviewAfter: null,
  reads: 'moderate',
  assessed: null,
  evidence: [
    { judgement: 'supports', origin: 'a', self: false, unnamed: false, check: null },
    { judgement: 'supports', origin: 'b', self: false, unnamed: false, check: null },
  ],
  openQueries: 0,
  caveat: false,
  fix: null,
}
const ONE = SETTLED.evidence.slice(0, 1)
const judged = (judgement: string) => [
  ...ONE,
  { ...SETTLED.evidence[0], judgement, origin: 'c', self: false, unnamed: false, check: null },
]

const draft = new AuditedText(await readDocument(Buffer.from('The weir held.'), { name: 'weir.txt' }), TODAY)

const reportOf = (claims: readonly AuditedClaim[], rest: Partial<AuditedReport> = {}): AuditedReport => ({
  text: draft.text,
  draft,
  claims,
  sources: [],
  readingConfirmed: true,
  unclassified: [],
  sentences: 1,
  unticked: [],
  tickable: 0,
  policy: DEFAULT_POLICY,
  signOffs: [],
  missingSignOffs: [],
  at: morning(0),
  ...rest,
})

/** The rules that have something to say, without those that are mere advice about another. */
const rulesOn = (report: AuditedReport): string[] => runRules(reportRules, report).map(({ rule }) => rule)

test('a claim that is settled and has its evidence gives nothing to say', () => {
  expect(rulesOn(reportOf([SETTLED]))).toEqual([])
})

test.each<readonly [Partial<AuditedClaim>, readonly string[]]>([
  [{ status: 'unreviewed', outcome: null, evidence: [] }, ['unreviewed']],
  [{ status: 'unreviewed', outcome: 'on author', evidence: [] }, ['on-author']],
  [{ status: 'unreviewed', outcome: 'not checked', evidence: [] }, ['not-checked']],
  [{ status: 'unsubstantiated' }, ['unsubstantiated']],
  [{ status: 'unsubstantiated', outcome: 'stet' }, []],
  [{ status: 'disputed', outcome: null }, ['disputed']],
  [{ status: 'disputed', outcome: null, caveat: true }, []],
  [{ status: 'disputed', outcome: 'cut' }, []],
  [{ status: 'disputed', outcome: 'stet' }, ['disputed-without-caveat']],
  [{ status: 'disputed', outcome: 'stet', caveat: true }, []],
  [{ stale: true }, ['stale']],
  [{ span: null }, ['orphaned']],
  [{ span: null, stale: true, outcome: 'cut' }, []],
  [{ outcome: 'query open', openQueries: 1 }, ['query-open']],
  [{ outcome: 'fix asked', fix: 'missed' }, ['fix-missed']],
  [{ outcome: 'fix asked' }, ['fix-open']],
  [{ differs: true }, ['checkers-differ']],
  [{ objections: 1, settled: false }, ['objection-open']],
  [{ objections: 1 }, []],
  [{ needsSecond: true }, ['second-check-missing']],
  [{ needsSecond: true, checkers: 2 }, []],
  [{ evidence: [] }, ['substantiated-without-evidence']],
  [{ risk: 'high', evidence: ONE }, ['single-origin']],
  [{ evidence: ONE.map((one) => ({ ...one, self: true })) }, ['self-citation-only']],
  [{ evidence: ONE.map((one) => ({ ...one, unnamed: true })) }, ['anonymous-sources-only']],
  [{ evidence: judged('contradicts') }, ['evidence-contradicts']],
  [
    { status: 'unsubstantiated', outcome: 'stet', evidence: judged('not accessed').slice(1) },
    ['source-not-accessed'],
  ],
  [{ rechecks: 1 }, ['review-overdue']],
  [{ reviewAfter: morning(0) }, ['review-overdue']],
  [{ reviewAfter: morning(1) }, []],
  [{ reads: 'high', assessed: 'moderate' }, ['stated-firmer-than-evidence']],
  [
    {
      evidence: ONE.map((one) => ({
        ...one,
        check: {
          quotations: [{ quote: 'held', result: 'not found' as const, differences: [] }],
          missing: [],
        },
      })),
    },
    ['quotation-not-in-capture'],
  ],
  [
    {
      evidence: ONE.map((one) => ({
        ...one,
        check: { quotations: [], missing: [{ kind: 'number' as const, quote: '240' }] },
      })),
    },
    ['number-not-in-evidence'],
  ],
])('a claim that has %j is told of by %j', (given, rules) => {
  expect(rulesOn(reportOf([{ ...SETTLED, ...given }, SETTLED, SETTLED]))).toEqual(rules)
})

test.each([
  [{ fallen: 'retracted' }, 'source-retracted'],
  [{ fallen: 'lost' }, 'source-lost'],
  [{ reliability: 'E' }, 'source-unreliable'],
  [{ linkState: 'dead' }, 'link-dead'],
  [{ linkState: 'changed' }, 'link-changed'],
])('a source with %j is one finding of %s for all notes that cite it', (given, rule) => {
  const places = [
    { start: 0, end: 3, label: '4' },
    { start: 4, end: 8, label: '9' },
  ]
  const source = {
    title: 'The log',
    url: null,
    reliability: null,
    fallen: null,
    linkState: null,
    places,
    ...given,
  }
  expect(runRules(reportRules, reportOf([SETTLED], { sources: [source] }))).toMatchObject([
    { rule, label: '4', count: 2 },
  ])
})

test('tells of a reading that nobody confirmed, of sentences and of headings that nobody looked at', () => {
  const spans = [{ start: 0, end: 3 }]
  const given = { readingConfirmed: false, unclassified: spans, unticked: spans, tickable: 4 }
  expect(rulesOn(reportOf([SETTLED], given))).toEqual([
    'reading-unconfirmed',
    'sentence-not-classified',
    'display-unticked',
  ])
})

describeOnBothDatabases('the audit of a report', (makeDatabase) => {
  const audited = (db: Database, reportId: string, reader: Actor) =>
    auditReport(db, reportId, { hidden: nothingHidden(reader.id), at: morning(30) })

  test('blocks while claims are to check and a note is missing, and tells of claims by their numbers', async () => {
    const db = await makeDatabase()
    const { report, claims, ana, eve } = await reportAtWork(db)
    const before = await audited(db, report.id, ana)
    expect(before.passed).toBe(false)
    expect(before.findings.find(({ rule }) => rule === 'unreviewed')).toMatchObject({ count: claims.length })
    expect(before.findings.find(({ rule }) => rule === 'note-missing')).toMatchObject({ label: 'boats' })
    const [first, ...others] = claims
    await recordVerdict(db, {
      claimId: first?.id ?? '',
      checker: ana,
      verdict: 'substantiated',
      outcome: 'stands',
      seenVersion: 1,
      at: morning(3),
    })
    for (const { id } of others)
      await decideOutcome(db, {
        claimId: id,
        decidedBy: eve,
        outcome: 'not checked',
        reason: 'No time.',
        seenVersion: 1,
        at: morning(4),
      })
    const after = await audited(db, report.id, ana)
    expect(after.counts.blocker).toBe(1)
    expect(after.findings.filter(({ rule }) => rule === 'substantiated-without-evidence')).toMatchObject([
      { claim: 1 },
    ])
  })
})
