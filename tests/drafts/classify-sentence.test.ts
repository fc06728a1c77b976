import { expect, test } from 'vitest'
import { claimDetail } from '../../src/claims/claim-detail.ts'
import { listClaims } from '../../src/claims/list-claims.ts'
import { classifySentence, type NewClassification } from '../../src/drafts/classify-sentence.ts'
import { coverageRows, listCoverage } from '../../src/drafts/list-coverage.ts'
import { showReport } from '../../src/drafts/report-view.ts'
import { withdrawClassification } from '../../src/drafts/withdraw-classification.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { lighthouse, type Lighthouse } from '../support/lighthouse.ts'
import { morning } from '../support/reports.ts'

const OPINION = 'In my opinion it is the finest on the coast.'
const SIGNED = 'The keeper signed the log twice.'

/** A classification of the sentence with these words, as somebody gives it who has just looked at it. */
async function given(
  desk: Lighthouse,
  words: string,
  rest: Pick<NewClassification, 'kind'> & Partial<NewClassification>,
): Promise<NewClassification> {
  const { rows } = await listCoverage(desk.db, desk.eve, desk.draft.id)
  const row = rows.find(({ start, end }) => desk.text.slice(start, end).startsWith(words))!
  return {
    draftId: desk.draft.id,
    start: row.start,
    end: row.end,
    seen: row.classified?.id ?? null,
    seenVersion: row.claim?.version ?? null,
    classifiedBy: desk.eve,
    at: morning(5),
    ...rest,
  }
}

describeOnBothDatabases('classifying a sentence', (makeDatabase) => {
  const opened = async (): Promise<Lighthouse> => lighthouse(await makeDatabase())
  const counts = async ({ db, eve, draft }: Lighthouse) => (await listCoverage(db, eve, draft.id)).counts
  const numbers = async ({ db, draft }: Lighthouse, status?: string) =>
    (await listClaims(db, draft.id, { status }, { limit: 50 })).items.map(({ number }) => number)

  test('makes a claim of an opinion, with the next number and its place', async () => {
    const desk = await opened()
    expect(await counts(desk)).toMatchObject({ claims: 3, unclassified: 5 })
    const input = await given(desk, OPINION, { kind: 'claim' })
    const { claim } = await classifySentence(desk.db, input)
    expect(claim).toMatchObject({ number: 4, setAside: null })
    expect(await claimDetail(desk.db, claim!.id)).toMatchObject({
      quote: OPINION,
      start: input.start,
      end: input.end,
      placement: 'placed',
      notes: [],
    })
    expect(await numbers(desk)).toEqual([1, 4, 2, 3])
    expect(await counts(desk)).toMatchObject({ claims: 4, unclassified: 4 })
  })

  test('marks a claim not checkable: it keeps its number and leaves the claims to settle', async () => {
    const desk = await opened()
    const given2 = await given(desk, SIGNED, { kind: 'not checkable', because: 'common knowledge' })
    const { claim } = await classifySentence(desk.db, given2)
    expect(claim).toMatchObject({ number: 2, version: 2, setAside: 'not checkable' })
    expect(await numbers(desk)).toEqual([1, 3])
    expect(await numbers(desk, 'set-aside')).toEqual([2])
    expect((await showReport(desk.db, desk.eve, desk.report.id)).counts.total).toBe(2)
    const { rows } = await listCoverage(desk.db, desk.eve, desk.draft.id)
    const row = rows.find((one) => one.claim?.number === 2)
    expect(row).toMatchObject({ as: 'not checkable', classified: { because: 'common knowledge', by: 'Eve' } })
  })

  test('nobody rules on a claim that is set aside, and it comes back as it was', async () => {
    const desk = await opened()
    const made = await classifySentence(
      desk.db,
      await given(desk, SIGNED, { kind: 'not checkable', because: 'opinion' }),
    )
    const about = { claimId: made.claim!.id, seenVersion: 2, at: morning(6) }
    const verdict = { ...about, checker: desk.ana, verdict: 'substantiated' } as const
    await expect(recordVerdict(desk.db, verdict)).rejects.toThrow('is set aside (not checkable)')
    const cut = { ...about, decidedBy: desk.ana, outcome: 'cut' } as const
    await expect(decideOutcome(desk.db, cut)).rejects.toThrow(Conflict)
    const back = await classifySentence(desk.db, await given(desk, SIGNED, { kind: 'claim' }))
    expect(back.claim).toMatchObject({ number: 2, version: 3, setAside: null })
    await recordVerdict(desk.db, { ...verdict, seenVersion: 3 })
    expect(await numbers(desk)).toEqual([1, 2, 3])
  })

  test('that is no claim keeps the reason and the words, and counts as classified', async () => {
    const desk = await opened()
    const words = 'The whole town says so.'
    const input = await given(desk, OPINION, { kind: 'not checkable', because: 'other', words })
    expect((await classifySentence(desk.db, input)).claim).toBeNull()
    const coverage = await listCoverage(desk.db, desk.eve, desk.draft.id)
    expect(coverage.counts).toMatchObject({ claims: 3, notCheckable: 2, unclassified: 4 })
    expect(coverageRows(coverage, 'unclassified').map((row) => row.start)).not.toContain(input.start)
    expect(coverage.rows.find((row) => row.start === input.start)?.classified).toMatchObject({ words })
  })

  test('is taken back by a row of its own, and what was said before stands again', async () => {
    const desk = await opened()
    await classifySentence(desk.db, await given(desk, SIGNED, { kind: 'not checkable', because: 'opinion' }))
    const second = await classifySentence(desk.db, await given(desk, SIGNED, { kind: 'claim' }))
    const undo = { classificationId: second.id, withdrawnBy: desk.max, at: morning(7) }
    const undone = await withdrawClassification(desk.db, undo)
    expect(undone.claim).toMatchObject({ number: 2, version: 4, setAside: 'not checkable' })
    await expect(withdrawClassification(desk.db, undo)).rejects.toThrow('taken back already')
    await expect(withdrawClassification(desk.db, { ...undo, classificationId: undone.id })).rejects.toThrow(
      Conflict,
    )
    await expect(withdrawClassification(desk.db, { ...undo, classificationId: 'x' })).rejects.toThrow(
      NotFound,
    )
    expect(await desk.db.classification.count()).toBe(3)
  })

  test('undone on a claim that it made leaves the number behind and the words without a claim to settle', async () => {
    const desk = await opened()
    const made = await classifySentence(desk.db, await given(desk, OPINION, { kind: 'claim' }))
    const undo = { classificationId: made.id, withdrawnBy: desk.eve, at: morning(7) }
    expect((await withdrawClassification(desk.db, undo)).claim).toMatchObject({
      number: 4,
      setAside: 'not checkable',
    })
    const again = await classifySentence(desk.db, await given(desk, OPINION, { kind: 'claim' }))
    expect(again.claim).toMatchObject({ number: 4, setAside: null })
  })

  test('is told in the history, which still holds', async () => {
    const desk = await opened()
    const made = await classifySentence(desk.db, await given(desk, OPINION, { kind: 'claim' }))
    await classifySentence(desk.db, await given(desk, SIGNED, { kind: 'not checkable', because: 'opinion' }))
    await classifySentence(
      desk.db,
      await given(desk, 'Who paid', { kind: 'not checkable', because: 'question' }),
    )
    await withdrawClassification(desk.db, {
      classificationId: made.id,
      withdrawnBy: desk.max,
      at: morning(8),
    })
    const { items } = await listEvents(desk.db, { chain: desk.report.id, limit: 20 })
    expect(items.slice(1).map(describeEvent)).toEqual([
      'Eve made claim 4 of a sentence',
      'Eve marked claim 2 not checkable: opinion',
      'Eve marked a sentence not checkable: question',
      'Max took back that claim 4 is a claim',
    ])
    expect(await verifyChain(desk.db, desk.report.id)).toMatchObject({ events: 5, broken: null })
  })

  test('that somebody else classified or ruled on meanwhile is refused, and nothing is written', async () => {
    const desk = await opened()
    const stale = await given(desk, SIGNED, { kind: 'not checkable', because: 'opinion' })
    const staleOpinion = await given(desk, OPINION, { kind: 'claim' })
    await classifySentence(desk.db, { ...stale, classifiedBy: desk.max })
    await classifySentence(desk.db, { ...staleOpinion, kind: 'not checkable', because: 'opinion' })
    await expect(classifySentence(desk.db, stale)).rejects.toThrow(Conflict)
    await expect(classifySentence(desk.db, staleOpinion)).rejects.toThrow(Conflict)
    await expect(classifySentence(desk.db, { ...stale, start: stale.start + 1 })).rejects.toThrow(
      'joined or divided since',
    )
    expect([await desk.db.classification.count(), await desk.db.claim.count()]).toEqual([2, 3])
  })

  test('of two at the same moment keeps one', async () => {
    const desk = await opened()
    const input = await given(desk, OPINION, { kind: 'claim' })
    const settled = await Promise.allSettled([1, 2, 3].map(() => classifySentence(desk.db, input)))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await desk.db.claim.count()).toBe(4)
  })

  test('wants a reason, a role and the present draft', async () => {
    const desk = await opened()
    const input = await given(desk, OPINION, { kind: 'not checkable' })
    const refused = (change: Partial<NewClassification>) =>
      expect(classifySentence(desk.db, { ...input, ...change })).rejects
    expect(() => classifySentence(desk.db, input)).toThrow('Say why it is not checkable')
    expect(() => classifySentence(desk.db, { ...input, because: 'other', words: ' ' })).toThrow(Invalid)
    await refused({ because: 'opinion', classifiedBy: desk.ana }).toThrow(NotAllowed)
    await refused({ because: 'opinion', draftId: 'none' }).toThrow(NotFound)
    await desk.db.report.update({ where: { id: desk.report.id }, data: { currentDraftId: null } })
    await refused({ because: 'opinion' }).toThrow('no longer the one at work')
  })
})
