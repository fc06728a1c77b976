import { expect, test } from 'vitest'
import { findTargets } from '../../../src/drafts/forgetting/find-targets.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../src/errors.ts'
import { describeEvent } from '../../../src/history/describe-event.ts'
import { listEvents } from '../../../src/history/list-events.ts'
import { verifyChain } from '../../../src/history/verify-chain.ts'
import { changeContact, type NewContactChange } from '../../../src/review/contacts/change-contact.ts'
import { recordAnswers } from '../../../src/review/contacts/record-answers.ts'
import { reflectContact } from '../../../src/review/contacts/reflect-contact.ts'
import { showContact } from '../../../src/review/contacts/show-contact.ts'
import type { Database } from '../../../src/db/database.ts'
import { harbourContacts } from '../../support/contacts.ts'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { addChecker, morning } from '../../support/reports.ts'

async function atWork(db: Database) {
  const desk = await harbourContacts(db)
  const change = async (contactId: string, part: Partial<NewContactChange>) =>
    changeContact(db, { contactId, seenChanges: 0, changedBy: desk.ana, at: morning(9), ...part })
  const lastSentence = async () => {
    const { items } = await listEvents(db, { chain: desk.report.id, order: 'desc', limit: 1 })
    return items.map(describeEvent)[0]
  }
  return { ...desk, change, lastSentence }
}

describeOnBothDatabases('a change of a contact', (makeDatabase) => {
  test('keeps what was beside what is, and tells it in a sentence without the names', async () => {
    const db = await makeDatabase()
    const { plan, change, lastSentence, report, ana } = await atWork(db)
    const contactId = await plan({ deadline: morning(30) })
    const to = { person: ' Ida  Holme ', how: 'letter', rightOfReply: true, deadline: morning(45) } as const
    expect(await change(contactId, to)).toMatchObject({
      changed: ['person', 'how', 'rightOfReply', 'deadline'],
    })
    expect(await lastSentence()).toBe(
      'Ana changed a contact: who is asked; from phone to letter; a right of reply now; until 2026-01-05 08:30 UTC before, until 2026-01-05 08:45 UTC now',
    )
    const shown = await showContact(db, { actor: ana, contactId, now: morning(10) })
    expect(shown).toMatchObject({ person: 'Ida Holme', how: 'letter', deadline: morning(45) })
    expect(shown.changes).toMatchObject([
      {
        was: { person: 'Ida Holm, harbour master', how: 'phone', rightOfReply: false },
        is: { person: 'Ida Holme', how: 'letter', rightOfReply: true },
        reason: null,
        changedBy: 'Ana',
      },
    ])
    await change(contactId, { seenChanges: 1, rightOfReply: false, deadline: null })
    expect(await lastSentence()).toMatch(/no right of reply any more; until .* before, no deadline now$/)
    const payloads = await db.event.findMany({ include: { payload: true } })
    expect(payloads.map(({ payload }) => payload.body).join()).not.toMatch(/Ida|Holm/)
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('loosens terms freely before an answer, and after it only with a reason', async () => {
    const db = await makeDatabase()
    const { plan, change, lastSentence, answerTo, ana, report } = await atWork(db)
    const contactId = await plan({ terms: 'off the record' })
    await change(contactId, { terms: 'background' })
    expect(await lastSentence()).toBe('Ana changed a contact: from off the record to on background')
    const answers = [await answerTo(1, 'none')]
    await recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(4) })
    await change(contactId, { terms: 'off the record', seenChanges: 1 })
    await change(contactId, { terms: 'background', seenChanges: 2 })
    const said = [await answerTo(2, 'confirmed', { words: 'It was so.' })]
    await recordAnswers(db, { contactId, answers: said, notedBy: ana, at: morning(5) })
    const events = await db.event.count()
    const open = { terms: 'on the record', seenChanges: 3 } as const
    for (const reason of [undefined, '  '])
      await expect(change(contactId, { ...open, reason })).rejects.toThrow('say why more may be told')
    expect(await db.event.count()).toBe(events)
    expect(await db.contact.findUnique({ where: { id: contactId } })).toMatchObject({ terms: 'background' })
    await change(contactId, { ...open, reason: 'She agreed by mail.' })
    expect(await lastSentence()).toBe(
      'Ana changed a contact: from on background to on the record, loosened after an answer, with a reason',
    )
    const { changes } = await showContact(db, { actor: ana, contactId, now: morning(10) })
    expect(changes.map(({ reason }) => reason).filter(Boolean)).toEqual(['She agreed by mail.'])
    await change(contactId, { terms: 'off the record', seenChanges: 4 })
    expect(await findTargets(db, report.id, 'contact')).toHaveLength(2)
  })

  test('an answer to all of it counts as one, too', async () => {
    const db = await makeDatabase()
    const { plan, change, ana } = await atWork(db)
    const contactId = await plan({ terms: 'background', claims: [] })
    const whole = { answer: 'declined', seen: '' } as const
    await recordAnswers(db, { contactId, answers: [], whole, notedBy: ana, at: morning(5) })
    await expect(change(contactId, { terms: 'on the record' })).rejects.toThrow('say why')
  })

  test('is refused where nothing changes, nobody is named, or a right of reply has no deadline', async () => {
    const db = await makeDatabase()
    const { plan, change } = await atWork(db)
    const contactId = await plan({ deadline: morning(30), rightOfReply: true })
    for (const part of [{}, { how: 'phone' }, { person: ' ' }, { deadline: null }] as const)
      await expect(change(contactId, part)).rejects.toThrow(Invalid)
    await expect(change(contactId, { deadline: new Date(morning(30).getTime() + 400) })).rejects.toThrow(
      'Nothing is changed yet.',
    )
    expect(await db.contactChange.count()).toBe(0)
  })

  test('by two people at once counts for the first; the other looks again', async () => {
    const db = await makeDatabase()
    const { plan, change, ben, eve } = await atWork(db)
    const contactId = await plan()
    const both = await Promise.allSettled([
      change(contactId, { terms: 'background', changedBy: eve }),
      change(contactId, { how: 'mail', changedBy: ben }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected')
    expect([Conflict, NotAllowed].some((kind) => refused?.reason instanceof kind)).toBe(true)
    expect(await db.contactChange.count()).toBe(1)
  })

  test('is for whoever sees all of it and may ask people', async () => {
    const db = await makeDatabase()
    const { plan, change, ben, eve, ana, report } = await atWork(db)
    const contactId = await plan({ terms: 'off the record' })
    const how = { how: 'mail' } as const
    await expect(change(contactId, { ...how, changedBy: ben })).rejects.toThrow(NotAllowed)
    const rea = await addChecker(db, 'Rea', 'reader')
    await expect(change(contactId, { ...how, changedBy: rea })).rejects.toThrow(NotAllowed)
    await expect(change('none', how)).rejects.toThrow(NotFound)
    await change(contactId, { ...how, person: 'The pilot', changedBy: eve, reason: 'A slip.' })
    const seen = await showContact(db, { actor: ben, contactId, now: morning(10) })
    expect(seen).toMatchObject({ changes: [], named: false })
    expect(JSON.stringify(seen)).not.toMatch(/Holm|pilot|slip/)
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await expect(change(contactId, { terms: 'background', changedBy: ana, seenChanges: 1 })).rejects.toThrow(
      NotFound,
    )
  })

  test('of where a reply is reflected tells where it was, and nothing where it was there already', async () => {
    const db = await makeDatabase()
    const { plan, lastSentence, ana } = await atWork(db)
    const contactId = await plan()
    const reflect = async (claim?: number) =>
      reflectContact(db, { contactId, claim, notedBy: ana, at: morning(6) })
    await reflect(2)
    await reflect(3)
    expect(await lastSentence()).toBe('Ana noted that a reply is reflected in claim 3, no longer in claim 2')
    expect(await reflect(3)).toEqual({ claim: 3 })
    await reflect()
    expect(await lastSentence()).toBe('Ana took back that a reply is reflected in claim 3')
    expect(await db.event.count({ where: { kind: 'contact.reflected' } })).toBe(3)
  })
})
