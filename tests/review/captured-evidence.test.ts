import { expect, test } from 'vitest'
import { claimEvidence } from '../../src/claims/claim-evidence.ts'
import { NotFound } from '../../src/errors.ts'
import { judgeClaims } from '../../src/review/judge-claims.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { uploadCapture } from '../../src/sources/captures/upload-capture.ts'
import { protectSource } from '../../src/sources/protect-source.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'
import { sourcesAtWork } from '../sources/sources-at-work.ts'

const PAGE = Buffer.from('<!doctype html><title>The mill burns</title><p>It burned on 2 May.</p>')

describeOnBothDatabases('evidence that is read from a capture', (makeDatabase) => {
  async function atWork() {
    const db = await makeDatabase()
    const work = await sourcesAtWork(db)
    const capture = (sourceId: string, by = work.ana) =>
      uploadCapture(db, { sourceId, by, at: morning(3), bytes: PAGE, name: 'page.html' })
    const claimId = work.claims[0]?.id ?? ''
    const judge = {
      claimId,
      sourceId: work.first,
      judgement: 'supports',
      judgedBy: work.ana,
      at: morning(4),
    } as const
    return { db, work, capture, judge, claimId }
  }

  test('names it in the row, the event and what others see', async () => {
    const { db, work, capture, judge, claimId } = await atWork()
    const { id: captureId } = await capture(work.first)
    const { id } = await judgeEvidence(db, { ...judge, captureId })
    expect(await db.evidence.findUniqueOrThrow({ where: { id } })).toMatchObject({ captureId })
    const event = await db.event.findFirstOrThrow({
      where: { kind: 'evidence.judged' },
      include: { payload: true },
    })
    expect(event.payload.body).toContain(captureId)
    const words = { id: claimId, quote: 'The mill burned on 2 May 2020.', labels: [], language: 'en' }
    const shown = async () => (await claimEvidence(db, work.ben, words)).evidence[0]?.captureId
    expect(await shown()).toBe(captureId)
    const protection = { descriptor: 'a paper', locator: 'The Mill Post', readers: [] }
    await protectSource(db, { sourceId: work.first, by: work.eve, at: morning(5), ...protection })
    expect(await shown()).toBeNull()
  })

  test('is refused where the capture shows another source, or one that they may not know', async () => {
    const { db, work, capture, judge } = await atWork()
    const other = await capture(work.second)
    await expect(judgeEvidence(db, { ...judge, captureId: other.id })).rejects.toThrow('shows another source')
    const hidden = await capture(work.hidden, work.ben)
    await expect(judgeEvidence(db, { ...judge, captureId: hidden.id })).rejects.toThrow(NotFound)
    const { claimId, judgement, ...many } = judge
    const claims = [{ claimId, judgement }]
    await expect(
      judgeClaims(db, { ...many, captureId: other.id, reportId: work.open, claims }),
    ).rejects.toThrow('shows another source')
    expect(await db.evidence.count()).toBe(0)
  })

  test('is chosen in the panel, which keeps the choice', async () => {
    const { db, work, capture } = await atWork()
    const { id: captureId } = await capture(work.first)
    const desk = testApp(db)
    const reviewer = await desk.as('reviewer')
    const page = `/claims/${work.claims[0]?.id ?? ''}`
    expect((await reviewer.get(page)).text).toContain(
      `<option value="${captureId}">the capture of 5 Jan 2026`,
    )
    const citation = await db.citation.findFirstOrThrow({ where: { sourceId: work.first } })
    const sent = await reviewer.post(`${page}/evidence`, {
      citationId: citation.id,
      judgement: 'supports',
      captureId,
    })
    expect(sent.status).toBe(303)
    const { text } = await reviewer.get(page)
    expect(text).toContain(`<option value="${captureId}" selected>`)
    expect(text).toContain(`<a href="/captures/${captureId}/file">read from a capture</a>`)
  })
})
