import request from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { closeReport } from '../../src/accounts/members/close-report.ts'
import { correctPublication } from '../../src/publication/correct-publication.ts'
import { setEvidencePage } from '../../src/publication/set-evidence-page.ts'
import { withdrawPublication } from '../../src/publication/withdraw-publication.ts'
import type { ContactTerms } from '../../src/review/contact.ts'
import { planContact } from '../../src/review/contacts/plan-contact.ts'
import { recordAnswers } from '../../src/review/contacts/record-answers.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { recordFall } from '../../src/review/falls/record-fall.ts'
import { showImpact } from '../../src/review/falls/show-impact.ts'
import { protectSource } from '../../src/sources/protect-source.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { contactOf } from '../support/contacts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('the evidence page', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let out: Published

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    const [fire, boats] = work.claims.map(({ id }) => id)
    const ruled = { checker: work.ana, seenVersion: 1, at: morning(5) }
    const rationale = 'The pilot told me so.'
    await recordVerdict(desk.db, { ...ruled, claimId: fire!, verdict: 'substantiated', rationale })
    await recordVerdict(desk.db, {
      ...ruled,
      claimId: boats!,
      verdict: 'disputed',
      reason: 'source-says-otherwise',
    })
    const source = { title: 'Pilot book', kind: 'document', url: 'https://pilot.example/book' } as const
    const found = { judgement: 'supports', locator: 'p. 12', excerpt: 'The pilot saw fire.' } as const
    await judgeEvidence(desk.db, { claimId: fire!, source, ...found, judgedBy: work.ana, at: morning(6) })
    const comment = { claimId: fire!, words: 'Ask the pilot again.', privileged: false, mentions: [] }
    await writeComment(desk.db, { ...comment, writtenBy: work.ben, at: morning(6) })
    out = await published(desk.db, { reportId: work.report.id, by: work.eve, at: morning(10) })
  })

  const open = (on = true): Promise<unknown> =>
    setEvidencePage(desk.db, { publicationId: out.id, open: on, by: work.eve, at: morning(11) })
  const page = (slug = out.slug): request.Test => request(desk.app).get(`/evidence/${slug}`)

  test('is closed until an editor opens it, and then there for everybody, without a cookie and without a session', async () => {
    const missing = await page('page-that-never-was').expect(404)
    expect((await page().expect(404)).text).toBe(missing.text)
    await open()
    const { text, headers } = await page().expect(200)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toMatch(/public, no-cache/)
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(text).toContain('The harbour fire')
    expect(text).not.toMatch(/<script|<form|_csrf/)
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!pilot\.example)/)
    expect(await desk.db.session.count()).toBe(0)
    await open(false)
    expect((await page().expect(404)).text).toBe(missing.text)
    const kinds = await desk.db.event.findMany({
      where: { kind: { startsWith: 'evidence-page' } },
      orderBy: { seq: 'asc' },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['evidence-page.opened', 'evidence-page.closed'])
  })

  test('shows each claim with its verdict and public evidence, and nothing of what stays in the house', async () => {
    await open()
    const { text } = await page().expect(200)
    expect(text).toMatch(/class="claim is-s first" id="c1"/)
    expect(text).toMatch(/class="claim is-d first" id="c2"/)
    expect(text).toContain('The pilot saw fire.')
    expect(text).toContain('href="https://pilot.example/book"')
    expect(text).toContain('p. 12')
    expect(text).not.toMatch(/told me so|Ask the pilot again|\bAna\b|\bBen\b|\bEve\b|desk\.example/)
  })

  test('answers who has it already with nothing, and anew when a correction comes', async () => {
    await open()
    const etag = (await page().expect(200)).headers['etag'] ?? ''
    expect((await page().set('If-None-Match', etag).expect(304)).text).toBe('')
    await correctPublication(desk.db, {
      publicationId: out.id,
      kind: 'correction',
      claim: 1,
      was: '3 May 2021',
      now: '4 May 2021',
      note: 'The fire broke out a day later.',
      by: work.eve,
      at: morning(20),
    })
    const { text } = await page().set('If-None-Match', etag).expect(200)
    expect(text).toContain('Correction 1')
    expect(text.match(/The fire broke out a day later\./g)).toHaveLength(2) // at the top and beside its claim
    expect(text).toContain('4 May 2021')
  })

  test('stays as it was signed off when the desk works on, but for a source that falls or is protected since', async () => {
    await open()
    const fire = work.claims[0]!.id
    const { version } = await desk.db.claim.findUniqueOrThrow({ where: { id: fire } })
    const anew = { verdict: 'disputed', reason: 'other', checker: work.ana, seenVersion: version } as const
    await recordVerdict(desk.db, { ...anew, claimId: fire, at: morning(30) })
    expect((await page()).text).toMatch(/class="claim is-s first" id="c1"/)
    const { id: sourceId } = await desk.db.source.findFirstOrThrow({ where: { title: 'Pilot book' } })
    const { seen } = await showImpact(desk.db, work.eve, sourceId)
    await recordFall(desk.db, {
      seen,
      sourceId,
      kind: 'retracted',
      reason: 'It was made up.',
      by: work.eve,
      at: morning(40),
    })
    expect((await page()).text).toContain('retracted since 5 Jan 2026')
    const words = { descriptor: 'an official of the port', locator: 'Pilot Petrov', readers: [] }
    await protectSource(desk.db, { sourceId, ...words, by: work.eve, at: morning(50) })
    const { text } = await page().expect(200)
    expect(text).toContain('an official of the port')
    for (const secret of ['Pilot book', 'pilot.example', 'The pilot saw fire', 'p. 12', 'Petrov'])
      expect(text).not.toContain(secret)
  })

  test('names people by the terms they spoke on alone, and those off the record not at all', async () => {
    const said = async (terms: ContactTerms, person: string, number: number): Promise<void> => {
      const asked = { ...contactOf(work.report.id, work.eve), terms, person, claims: [number] }
      const { id: contactId } = await planContact(desk.db, asked)
      const claim = await desk.db.claim.findFirstOrThrow({ where: { number } })
      const answer = { claimId: claim.id, answer: 'confirmed', words: `${person} says yes.` } as const
      const answers = [{ ...answer, seenVersion: claim.version, seenAnswer: null, ruling: null }]
      await recordAnswers(desk.db, { contactId, answers, notedBy: work.eve, at: morning(8) })
    }
    await said('on the record', 'Olga', 3)
    await said('background', 'Pavel', 4)
    await said('off the record', 'Quentin', 2)
    out = await published(desk.db, { reportId: work.report.id, by: work.eve, at: morning(12) })
    await open()
    const { text } = await page().expect(200)
    expect(text.match(/A person, on the record/g)).toHaveLength(1)
    expect(text.match(/A person, on background/g)).toHaveLength(1)
    for (const name of ['Olga', 'Pavel', 'Quentin', 'off the record']) expect(text).not.toContain(name)
  })

  test('says of a withdrawn publication when and why, and is closed with its report', async () => {
    await open()
    const reason = 'The log it rests on was forged.'
    await withdrawPublication(desk.db, {
      publicationId: out.id,
      reason,
      recheck: [1],
      by: work.eve,
      at: morning(60),
    })
    const { text } = await page().expect(200)
    expect(text).toContain(reason)
    expect(text).toContain('5 Jan 2026')
    expect(text).not.toContain('The fire broke out')
    await closeReport(desk.db, { reportId: work.report.id, closed: true, by: work.eve, at: morning(61) })
    await page().expect(404)
    await closeReport(desk.db, { reportId: work.report.id, closed: false, by: work.eve, at: morning(62) })
    await page().expect(404) // it stays closed until somebody opens it again
  })

  test('cannot be opened where the report is closed to named people', async () => {
    await closeReport(desk.db, { reportId: work.report.id, closed: true, by: work.eve, at: morning(61) })
    await expect(open()).rejects.toThrow(/closed to the people named on it/)
    await page().expect(404)
  })
})
