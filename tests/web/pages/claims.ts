import type { DeskClaim, DeskDraft } from '../../../src/web/pages/desk-rows.ts'

/** A claim of a desk; what is not given is plain. */
export const aClaim = (given: Partial<DeskClaim>): DeskClaim => ({
  id: `id-${given.number ?? 1}`,
  number: 1,
  version: 1,
  status: 'unreviewed',
  stale: false,
  differs: false,
  settled: false,
  setAside: null,
  risk: 'ordinary',
  groupName: null,
  checkers: 0,
  needsSecond: false,
  objections: 0,
  rechecks: 0,
  start: 0,
  end: 10,
  level: 'high',
  missingNotes: 0,
  ...given,
})

/** A draft of invented text; what is not given is plain. */
export const aDraft = (given: Partial<DeskDraft>): DeskDraft => ({
  reportId: 'r',
  title: 'The lock-keeper',
  closed: false,
  sample: false,
  draftId: 'd',
  draftNumber: 1,
  language: 'en',
  text: '',
  blocks: [],
  ...given,
})
