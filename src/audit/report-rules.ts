import type { ReportRule } from './rules/report/claim-rule.ts'
import { anonymousSourcesOnly } from './rules/report/anonymous-sources-only.ts'
import { checkersDiffer } from './rules/report/checkers-differ.ts'
import { displayUnticked } from './rules/report/display-unticked.ts'
import { changedSinceSignOff } from './rules/report/changed-since-sign-off.ts'
import { disputed } from './rules/report/disputed.ts'
import { disputedWithoutCaveat } from './rules/report/disputed-without-caveat.ts'
import { evidenceContradicts } from './rules/report/evidence-contradicts.ts'
import { fixMissed } from './rules/report/fix-missed.ts'
import { fixOpen } from './rules/report/fix-open.ts'
import { linkChanged } from './rules/report/link-changed.ts'
import { linkDead } from './rules/report/link-dead.ts'
import { notChecked } from './rules/report/not-checked.ts'
import { numberNotInEvidence } from './rules/report/number-not-in-evidence.ts'
import { objectionOpen } from './rules/report/objection-open.ts'
import { onAuthor } from './rules/report/on-author.ts'
import { orphaned } from './rules/report/orphaned.ts'
import { queryOpen } from './rules/report/query-open.ts'
import { quotationNotInCapture } from './rules/report/quotation-not-in-capture.ts'
import { readingUnconfirmed } from './rules/report/reading-unconfirmed.ts'
import { reviewOverdue } from './rules/report/review-overdue.ts'
import { secondCheckMissing } from './rules/report/second-check-missing.ts'
import { selfCitationOnly } from './rules/report/self-citation-only.ts'
import { sentenceNotClassified } from './rules/report/sentence-not-classified.ts'
import { signOffMissing } from './rules/report/sign-off-missing.ts'
import { singleOrigin } from './rules/report/single-origin.ts'
import { sourceLost } from './rules/report/source-lost.ts'
import { sourceNotAccessed } from './rules/report/source-not-accessed.ts'
import { sourceRetracted } from './rules/report/source-retracted.ts'
import { sourceUnreliable } from './rules/report/source-unreliable.ts'
import { stale } from './rules/report/stale.ts'
import { statedFirmerThanEvidence } from './rules/report/stated-firmer-than-evidence.ts'
import { substantiatedWithoutEvidence } from './rules/report/substantiated-without-evidence.ts'
import { unreviewed } from './rules/report/unreviewed.ts'
import { unsubstantiated } from './rules/report/unsubstantiated.ts'

/** The rules that need a report: its claims, evidence, sources and people. */
export const reportRules: readonly ReportRule[] = [
  unreviewed,
  unsubstantiated,
  disputed,
  disputedWithoutCaveat,
  stale,
  orphaned,
  queryOpen,
  fixMissed,
  fixOpen,
  onAuthor,
  notChecked,
  checkersDiffer,
  objectionOpen,
  secondCheckMissing,
  substantiatedWithoutEvidence,
  singleOrigin,
  selfCitationOnly,
  anonymousSourcesOnly,
  evidenceContradicts,
  sourceNotAccessed,
  reviewOverdue,
  statedFirmerThanEvidence,
  quotationNotInCapture,
  numberNotInEvidence,
  linkDead,
  linkChanged,
  sourceRetracted,
  sourceLost,
  sourceUnreliable,
  readingUnconfirmed,
  sentenceNotClassified,
  displayUnticked,
  signOffMissing,
  changedSinceSignOff,
]
