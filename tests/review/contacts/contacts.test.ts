import { expect, test } from 'vitest'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../src/errors.ts'
import { describeEvent } from '../../../src/history/describe-event.ts'
import { listEvents } from '../../../src/history/list-events.ts'
import { verifyChain } from '../../../src/history/verify-chain.ts'
import { completeContact } from '../../../src/review/contact.ts'
import { listContacts } from '../../../src/review/contacts/list-contacts.ts'
import { planContact } from '../../../src/review/contacts/plan-contact.ts'
import { putToClaims } from '../../../src/review/contacts/put-to-claims.ts'
import { recordAnswers } from '../../../src/review/contacts/record-answers.ts'
import { recordAttempt } from '../../../src/review/contacts/record-attempt.ts'
import { reflectContact } from '../../../src/review/contacts/reflect-contact.ts'
import { showContact } from '../../../src/review/contacts/show-contact.ts'
import { contactOf, harbourContacts, type HarbourContacts, STANDS } from '../../support/contacts.ts'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { addChecker, morning } from '../../support/reports.ts'

const sentences = async ({ db, report }: HarbourContacts): Promise<string[]> =>
  (await listEvents(db, { chain: report.id, limit: 100 })).items.map((event) => describeEvent(event))

const payloads = async ({ db }: HarbourContacts): Promise<string> => {
  const events = await db.event.findMany({ include: { payload: true } })
  return events.map(({ payload }) => payload.body ?? '').join('\n')
}

describeOnBothDatabases('a contact', (makeDatabase) => {
  test('is planned with claims and words, tried, answered in part, and stands in the list', async () => {
    const desk = await harbourContacts(await makeDatabase())
    const { db, ana, ben, report, plan, answerTo } = desk
    const contactId = await plan({ person: '  Ida   Holm ', put: 'Who signed the log?', claims: [3, 1, 3] })
    await recordAttempt(db, { contactId, reached: false, words: 'Engaged.', madeBy: ana, at: morning(3) })
    const answers = [await answerTo(3, 'confirmed', { words: ' She signed it herself. ' })]
    const noted = await recordAnswers(db, { contactId, answers, notedBy: ben, at: morning(4) })
    expect(noted).toEqual({ contactId, reportId: report.id, answered: 1, ruled: [] })
    const shown = await showContact(db, { actor: ben, contactId, now: morning(5) })
    expect(shown).toMatchObject({
      person: 'Ida Holm',
      named: true,
      state: 'open',
      put: 'Who signed the log?',
      attempts: [{ how: 'phone', reached: false, words: 'Engaged.', madeBy: 'Ana' }],
      claims: [
        { number: 1, answered: false, answer: null },
        {
          number: 3,
          answer: 'confirmed',
          words: 'She signed it herself.',
          notedBy: 'Ben',
          status: 'unreviewed',
        },
      ],
    })
    expect(await listContacts(db, { actor: ben, reportId: report.id, now: morning(5) })).toMatchObject([
      { id: contactId, person: 'Ida Holm', asked: 2, answered: 1, attempts: 1, state: 'open', madeBy: 'Ana' },
    ])
    expect((await sentences(desk)).slice(1)).toEqual([
      'Ana planned to ask somebody by phone, on the record, on claims 1 and 3',
      'Ana tried to reach somebody by phone: not reached',
      'Ben noted what somebody answered on the record to claim 3',
      'Ben noted what somebody said on the record of claim 3: confirmed',
    ])
    expect(await payloads(desk)).not.toMatch(/Ida|Holm|Engaged|herself|Who signed/)
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('settles many claims at once: evidence, verdict and outcome for each, in one transaction', async () => {
    const desk = await harbourContacts(await makeDatabase())
    const { db, ana, plan, answerTo, report } = desk
    const contactId = await plan({ claims: [1, 2, 3, 4] })
    const answers = [
      await answerTo(1, 'confirmed', { ruling: STANDS }),
      await answerTo(2, 'corrected', {
        words: 'Three boats.',
        ruling: { verdict: 'disputed', reason: 'detail-differs' },
      }),
      await answerTo(3, 'confirmed', { ruling: STANDS }),
      await answerTo(4, 'declined'),
    ]
    const noted = await recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(4) })
    expect(noted).toMatchObject({ answered: 4, ruled: [1, 2, 3] })
    const claims = await db.claim.findMany({ where: { reportId: report.id }, orderBy: { number: 'asc' } })
    expect(claims.map(({ status, settled, outcome }) => [status, settled, outcome])).toEqual([
      ['substantiated', true, 'stands'],
      ['disputed', false, null],
      ['substantiated', true, 'stands'],
      ['unreviewed', false, null],
    ])
    const evidence = await db.evidence.findMany({
      where: { contactId },
      orderBy: { claim: { number: 'asc' } },
      select: { judgement: true, sourceId: true },
    })
    expect(evidence).toEqual(
      ['supports', 'contradicts', 'supports', 'not accessed'].map((judgement) => ({
        judgement,
        sourceId: null,
      })),
    )
    const shown = await showContact(db, { actor: ana, contactId, now: morning(5) })
    expect(shown.state).toBe('answered')
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('is answered as a whole where no claim was put, once per look', async () => {
    const { db, ana, ben, plan } = await harbourContacts(await makeDatabase())
    const contactId = await plan({ claims: [], put: 'Did you leave before dawn?' })
    const whole = { answer: 'declined' as const, words: 'No comment.', seen: '' }
    await recordAnswers(db, { contactId, answers: [], whole, notedBy: ana, at: morning(3) })
    await expect(
      recordAnswers(db, { contactId, answers: [], whole, notedBy: ben, at: morning(4) }),
    ).rejects.toThrow(Conflict)
    const { seen, answer, answerWords, state } = await showContact(db, {
      actor: ben,
      contactId,
      now: morning(4),
    })
    expect([answer, answerWords, state]).toEqual(['declined', 'No comment.', 'answered'])
    const again = { answer: 'confirmed' as const, seen }
    await recordAnswers(db, { contactId, answers: [], whole: again, notedBy: ben, at: morning(5) })
    expect(await showContact(db, { actor: ana, contactId, now: morning(6) })).toMatchObject({
      answer: 'confirmed',
      answerWords: null,
    })
  })

  test('answered twice is a conflict that names who was quicker; who has seen the first may note the second', async () => {
    const { db, ana, ben, plan, answerTo } = await harbourContacts(await makeDatabase())
    const contactId = await plan()
    const first = { contactId, answers: [await answerTo(1, 'confirmed'), await answerTo(2, 'declined')] }
    await recordAnswers(db, { ...first, notedBy: ana, at: morning(3) })
    const late = recordAnswers(db, { ...first, notedBy: ben, at: morning(4) })
    await expect(late).rejects.toThrow(
      new Conflict('Ana noted an answer to claims 1, 2 meanwhile. Nothing was recorded.'),
    )
    const { claims } = await showContact(db, { actor: ben, contactId, now: morning(4) })
    const seenAnswer = claims[0]?.evidenceId ?? null
    const answers = [await answerTo(1, 'corrected', { seenAnswer, words: 'On 4 May.' })]
    await recordAnswers(db, { contactId, answers, notedBy: ben, at: morning(5) })
    const after = await showContact(db, { actor: ben, contactId, now: morning(6) })
    expect(after.claims[0]).toMatchObject({
      answer: 'corrected',
      words: 'On 4 May.',
      notedBy: 'Ben',
      anew: 1,
    })
    expect(await db.evidence.count({ where: { contactId, supersedesId: seenAnswer } })).toBe(1)
  })

  test('records nothing where one of its answers does not fit', async () => {
    const { db, ana, plan, answerTo } = await harbourContacts(await makeDatabase())
    const contactId = await plan({ claims: [1, 2] })
    const good = await answerTo(1, 'confirmed', { ruling: STANDS })
    const refused = [
      [[good, await answerTo(3, 'confirmed')], Invalid, 'not put to this person'],
      [[good, good], Invalid, 'answered twice'],
      [[good, await answerTo(2, 'confirmed', { seenVersion: 9 })], Conflict, 'Claim 2 changed since'],
      [[good, await answerTo(2, 'confirmed', { words: 'x'.repeat(20_001) })], Invalid, 'Shorten the words'],
      [[good, await answerTo(2, 'none', { ruling: { verdict: 'disputed' } })], Invalid, 'Say why'],
      [[], Invalid, 'Nothing is answered yet'],
    ] as const
    for (const [answers, kind, words] of refused) {
      const given = Promise.resolve().then(() =>
        recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(3) }),
      )
      await expect(given).rejects.toThrow(kind)
      await expect(given).rejects.toThrow(words)
    }
    await db.claim.updateMany({ where: { number: 2 }, data: { setAside: 'not checkable' } })
    const aside = await answerTo(2, 'confirmed', { ruling: STANDS })
    await expect(
      recordAnswers(db, { contactId, answers: [good, aside], notedBy: ana, at: morning(3) }),
    ).rejects.toThrow('Claim 2 is set aside')
    expect([await db.evidence.count(), await db.verdict.count()]).toEqual([0, 0])
    expect(await db.event.count({ where: { kind: 'contact.answered' } })).toBe(0)
  })

  test('takes more claims, and gives back those that are not answered', async () => {
    const desk = await harbourContacts(await makeDatabase())
    const { db, ana, plan, answerTo } = desk
    const contactId = await plan({ claims: [2, 4] })
    await recordAnswers(db, {
      contactId,
      answers: [await answerTo(2, 'confirmed')],
      notedBy: ana,
      at: morning(3),
    })
    const change = (add: number[], remove: number[]) =>
      putToClaims(db, { contactId, add, remove, changedBy: ana, at: morning(4) })
    expect(await change([1, 2, 3], [4])).toEqual({ added: [1, 3], removed: [4] })
    await expect(change([], [2])).rejects.toThrow(Conflict)
    await expect(change([1], [])).rejects.toThrow('put to them already')
    await expect(change([99], [])).rejects.toThrow('no claim 99')
    const { claims } = await showContact(db, { actor: ana, contactId, now: morning(5) })
    expect(claims.map(({ number }) => number)).toEqual([1, 2, 3])
    expect((await sentences(desk)).at(-1)).toBe(
      'Ana put claims 1 and 3 to somebody who is asked; no longer puts claim 4 to them',
    )
  })

  test('offers a right of reply: a deadline, overdue when it passes, and where the reply is reflected', async () => {
    const { db, ana, report, plan } = await harbourContacts(await makeDatabase())
    await expect(async () => plan({ rightOfReply: true })).rejects.toThrow('needs a deadline')
    const contactId = await plan({ rightOfReply: true, deadline: morning(10), claims: [4] })
    const stateAt = async (minute: number) =>
      (await listContacts(db, { actor: ana, reportId: report.id, now: morning(minute) }))[0]?.state
    expect([await stateAt(9), await stateAt(11)]).toEqual(['open', 'overdue'])
    const by = { contactId, notedBy: ana, at: morning(12) }
    expect(await reflectContact(db, { ...by, words: 'HARBOUR master signed' })).toEqual({ claim: 3 })
    await expect(reflectContact(db, { ...by, words: 'the' })).rejects.toThrow('stand in claims 1, 3, 4')
    await expect(reflectContact(db, { ...by, words: 'zeppelin' })).rejects.toThrow('stand in no claim')
    await expect(reflectContact(db, { ...by, claim: 99 })).rejects.toThrow('no claim 99')
    expect((await showContact(db, { actor: ana, contactId, now: morning(12) })).reflected).toMatchObject({
      number: 3,
      quote: 'The harbour master signed the log at noon.',
    })
    expect(await reflectContact(db, by)).toEqual({ claim: null })
  })

  test('on background keeps the name, off the record the words too, from all but who made it and editors', async () => {
    const desk = await harbourContacts(await makeDatabase())
    const { db, ana, ben, eve, plan, answerTo, report } = desk
    const answers = [await answerTo(1, 'corrected', { words: 'It was arson.' })]
    const background = await plan({ terms: 'background' })
    const secret = await plan({ terms: 'off the record', put: 'Was it arson?' })
    for (const contactId of [background, secret]) {
      await recordAttempt(db, {
        contactId,
        reached: true,
        words: 'At the quay.',
        madeBy: ana,
        at: morning(3),
      })
      await recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(4) })
    }
    const seenBy = (actor: typeof ana, contactId: string) =>
      showContact(db, { actor, contactId, now: morning(5) })
    for (const trusted of [ana, eve])
      expect(await seenBy(trusted, secret)).toMatchObject({
        person: 'Ida Holm, harbour master',
        mayWork: true,
      })
    const half = await seenBy(ben, background)
    expect(half).toMatchObject({ person: 'somebody on background', named: false, mayWork: false })
    expect(half.claims[0]).toMatchObject({ answer: 'corrected', words: 'It was arson.' })
    const kept = await seenBy(ben, secret)
    expect(kept).toMatchObject({ person: 'somebody off the record', put: null, attempts: [{ words: null }] })
    expect(kept.claims[0]).toMatchObject({ answered: true, answer: null, words: null })
    expect(JSON.stringify([half, kept])).not.toContain('Holm')
    const listed = await listContacts(db, { actor: ben, reportId: report.id, now: morning(5) })
    expect(JSON.stringify(listed)).not.toContain('Holm')
    const more = { contactId: secret, reached: false, madeBy: ben, at: morning(6) }
    await expect(recordAttempt(db, more)).rejects.toThrow(NotAllowed)
    expect((await sentences(desk)).at(-1)).toBe('Ana noted what somebody said off the record of claim 1')
    const said = (await payloads(desk)).split('\n').filter((body) => body.includes(secret))
    expect(said.join()).not.toContain('corrected')
  })

  test('with a protected source names it to those who know it, editors not excepted', async () => {
    const { db, ana, ben, eve, report, plan } = await harbourContacts(await makeDatabase())
    const row = {
      id: 'src',
      key: 'k',
      kind: 'person',
      title: 'a dock worker',
      protected: true,
      onDesk: true,
      createdAt: morning(0),
    }
    await db.source.create({ data: row })
    await expect(plan({ sourceId: 'src' })).rejects.toThrow(NotFound)
    await db.sourceReader.create({ data: { sourceId: 'src', accountId: ana.id, addedAt: morning(1) } })
    await plan({ sourceId: 'src', person: 'Jon Vik' })
    const nameFor = async (actor: typeof ana) =>
      (await listContacts(db, { actor, reportId: report.id, now: morning(3) }))[0]?.person
    expect([await nameFor(ana), await nameFor(ben), await nameFor(eve)]).toEqual([
      'Jon Vik',
      'a dock worker',
      'a dock worker',
    ])
  })

  test('is made by those who may rule, and nothing of it is told where its report is closed', async () => {
    const { db, ana, report, plan } = await harbourContacts(await makeDatabase())
    const rita = await addChecker(db, 'Rita', 'reader')
    await expect(plan({ plannedBy: rita })).rejects.toThrow(NotAllowed)
    await expect(plan({ reportId: 'none' })).rejects.toThrow(NotFound)
    const contactId = await plan()
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    const refused = [
      showContact(db, { actor: ana, contactId, now: morning(3) }),
      listContacts(db, { actor: ana, reportId: report.id, now: morning(3) }),
      recordAttempt(db, { contactId, reached: true, madeBy: ana, at: morning(3) }),
      planContact(db, contactOf(report.id, ana)),
    ]
    for (const one of await Promise.allSettled(refused))
      expect(one.status === 'rejected' && /NotAllowed|NotFound/.test((one.reason as Error).name)).toBe(true)
    expect(await db.contactAttempt.count()).toBe(0)
  })
})

test('a contact needs somebody to ask, in few words', () => {
  const given = { person: ' ', how: 'phone', terms: 'background' } as const
  expect(() => completeContact(given)).toThrow('Say whom to ask')
  expect(() => completeContact({ ...given, person: 'x'.repeat(201) })).toThrow('Shorten the name')
})
