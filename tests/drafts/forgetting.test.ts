import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { addressOf, openDatabase } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { answerDestruction, type DestructionAnswer } from '../../src/drafts/forgetting/answer-destruction.ts'
import { askDestruction, type DestructionAsked } from '../../src/drafts/forgetting/ask-destruction.ts'
import { liftHold, setHold } from '../../src/drafts/forgetting/legal-hold.ts'
import { setRetention } from '../../src/drafts/forgetting/set-retention.ts'
import { showForgetting } from '../../src/drafts/forgetting/show-forgetting.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { mayGoFrom, retentionRules } from '../../src/drafts/retention.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { tombstone } from '../../src/history/destruction.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { verifyDatabase } from '../../src/history/verify-database.ts'
import { suspendAccount } from '../../src/accounts/suspend-account.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import {
  addChecker,
  HARBOUR_REPORT,
  importMarkdown,
  morning,
  reportAtWork,
  type ReportAtWork,
} from '../support/reports.ts'

describe('a retention rule', () => {
  const rules = retentionRules.parse({ since: 'publication', days: { rationale: 30 } })
  const start = { published: new Date('2026-01-01T12:00:00Z'), lastDraft: new Date('2025-12-01T00:00:00Z') }

  test('counts its days from the publication, or from the last draft', () => {
    expect(mayGoFrom(rules, 'rationale', start)).toEqual(new Date('2026-01-31T12:00:00Z'))
    expect(mayGoFrom({ ...rules, since: 'last draft' }, 'rationale', start)).toEqual(
      new Date('2025-12-31T00:00:00Z'),
    )
    expect(mayGoFrom(rules, 'rationale', { ...start, published: null })).toBeNull()
  })

  test('keeps what it does not name, and everything until its day', () => {
    expect(mayGoFrom(rules, 'comment', start)).toBeNull()
    expect(mayGoFrom(rules, 'payload', start)).toBeNull()
    expect(mayGoFrom({ ...rules, retainUntil: '2027-01-01' }, 'rationale', start)).toEqual(
      new Date('2027-01-01'),
    )
  })
})

const RATIONALE = 'The log of the pilot says so on page nine.'

describeOnBothDatabases('forgetting', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let fay: Actor
  let lex: Actor

  beforeEach(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    fay = await addChecker(db, 'Fay', 'editor')
    lex = await addChecker(db, 'Lex', 'reader')
    await db.account.update({ where: { id: lex.id }, data: { legal: true } })
    lex = { ...lex, legal: true }
    const given = { claimId: work.claims[0]!.id, checker: work.ana, seenVersion: 1, at: morning(5) }
    await recordVerdict(db, { ...given, verdict: 'substantiated', rationale: RATIONALE })
  })

  const ask = async (more: Partial<DestructionAsked> = {}) =>
    askDestruction(db, {
      reportId: work.report.id,
      what: 'rationale',
      ground: 'court order',
      reason: 'Order 12/26 of the district court',
      askedBy: work.eve,
      at: morning(10),
      ...more,
    })
  const answer = (destructionId: string, by: Actor, given: DestructionAnswer = 'destroy') =>
    answerDestruction(db, { destructionId, answer: given, by, at: morning(20) })
  const rationale = () => db.sealedText.findFirstOrThrow({ where: { rationales: { some: {} } } })
  const sentences = async () =>
    (await listEvents(db, { chain: work.report.id, limit: 100 })).items.map(describeEvent)
  const intact = async () => {
    expect((await verifyChain(db, work.report.id)).broken).toBeNull()
    expect(await withSnapshot(addressOf(db), verifyDatabase)).toMatchObject({ holds: true, first: null })
  }

  test('takes two people, a reason, and leaves a tombstone; the chain still holds', async () => {
    const { hash } = await rationale()
    const { id, count } = await ask()
    expect(count).toBe(1)
    expect((await rationale()).body).toBe(RATIONALE)
    expect(await answer(id, fay)).toMatchObject({ state: 'done', destroyed: 1 })
    const reason = tombstone({
      by: 'Eve',
      with: 'Fay',
      ground: 'court order',
      reason: 'Order 12/26 of the district court',
      at: morning(20),
    })
    expect(await rationale()).toMatchObject({
      body: null,
      salt: '',
      hash,
      destroyedBy: work.eve.id,
      destroyedWith: fay.id,
      destructionReason: reason,
    })
    expect((await sentences()).at(-1)).toBe(
      'Fay destroyed, with Eve, a rationale on claim 1 (court order): Order 12/26 of the district court',
    )
    expect((await listEvents(db, { chain: work.report.id, limit: 100 })).items.at(-1)?.payload).toMatchObject(
      { hash },
    )
    await intact()
    await expect(answer(id, fay)).rejects.toThrow(Conflict)
    await expect(ask()).rejects.toThrow(/no rationale there/)
  })

  test('is refused to whoever asked for it, and to people without the right or the access', async () => {
    const { id } = await ask()
    await expect(answer(id, work.eve)).rejects.toThrow(/Somebody else/)
    await expect(answer(id, work.ana)).rejects.toThrow(NotAllowed)
    await expect(ask({ askedBy: work.ben })).rejects.toThrow(NotAllowed)
    await db.report.update({ where: { id: work.report.id }, data: { closed: true } })
    const root = await addChecker(db, 'Root', 'admin')
    await expect(answer(id, root)).rejects.toThrow(NotFound)
    await expect(ask({ askedBy: root })).rejects.toThrow(NotFound)
    expect((await rationale()).body).toBe(RATIONALE)
  })

  test('is declined by the second person, taken back by the first, and refused when the first has left', async () => {
    const { id } = await ask()
    await expect(answer(id, fay, 'withdraw')).rejects.toThrow(NotAllowed)
    expect(await answer(id, fay, 'decline')).toMatchObject({ state: 'declined', destroyed: 0 })
    const again = await ask()
    expect(await answer(again.id, work.eve, 'withdraw')).toMatchObject({ state: 'withdrawn' })
    const third = await ask()
    const root = await addChecker(db, 'Root', 'admin')
    await suspendAccount(db, { accountId: work.eve.id, by: root, at: morning(15) })
    await expect(answer(third.id, fay)).rejects.toThrow(/Eve, who asked/)
    expect((await rationale()).body).toBe(RATIONALE)
    await intact()
  })

  test('never happens under legal hold, whenever that was set', async () => {
    const { id } = await ask()
    const hold = { reportId: work.report.id, reason: 'A suit is announced.', at: morning(12) }
    await expect(setHold(db, { ...hold, by: work.eve })).rejects.toThrow(NotAllowed)
    await setHold(db, { ...hold, by: lex })
    await expect(answer(id, fay)).rejects.toThrow(/legal hold/)
    await expect(ask({ what: 'original' })).rejects.toThrow(/legal hold/)
    expect((await rationale()).body).toBe(RATIONALE)
    await expect(liftHold(db, { ...hold, by: fay })).rejects.toThrow(NotAllowed)
    await liftHold(db, { ...hold, reason: 'It was settled.', by: lex })
    await expect(liftHold(db, { ...hold, by: lex })).rejects.toThrow(Conflict)
    expect(await answer(id, fay)).toMatchObject({ destroyed: 1 })
    await intact()
  })

  test('under a rule happens only when one applies, at the moment it happens', async () => {
    const underRule = { ground: 'retention rule', reason: 'As the house rules say' } as const
    await expect(ask(underRule)).rejects.toThrow(/No retention rule/)
    const rules = retentionRules.parse({ since: 'last draft', days: { rationale: 0 } })
    const set = (changed: object) =>
      setRetention(db, {
        reportId: work.report.id,
        rules: { ...rules, ...changed },
        setBy: work.eve,
        at: morning(9),
      })
    await set({ days: { rationale: 3 } })
    await expect(ask(underRule)).rejects.toThrow(/keeps this until 2026-01-08/)
    await set({})
    const { id } = await ask(underRule)
    await set({ retainUntil: '2027-01-01' })
    await expect(answer(id, fay)).rejects.toThrow(/2027-01-01/)
    await set({})
    expect(await answer(id, fay)).toMatchObject({ destroyed: 1 })
    expect((await rationale()).destructionReason).toContain('under a retention rule: As the house rules say')
  })

  test('of a draft takes what repeats its words, but never the draft at work', async () => {
    await expect(ask({ what: 'draft' })).rejects.toThrow(/draft at work/)
    const text = HARBOUR_REPORT.replace('The fire broke out on 3 May 2021', 'A blaze began on 4 May 2021')
    await importDraft(db, {
      reportId: work.report.id,
      bytes: Buffer.from(text),
      name: 'harbour-2.md',
      importedBy: work.eve,
      at: morning(8),
    })
    const { id, count } = await ask({ what: 'draft' })
    expect(count).toBe(1)
    const [first, second] = await db.draft.findMany({ orderBy: { number: 'asc' }, include: { text: true } })
    expect(await answer(id, fay)).toMatchObject({ destroyed: 2 })
    const said = await db.event.findFirstOrThrow({
      where: { chain: work.report.id, kind: 'verdict.recorded' },
      include: { payload: true },
    })
    expect(said.payload.body).toBeNull()
    const placements = await db.placement.findMany({ where: { draftId: first!.id } })
    expect(placements.every(({ quote, folded, prefix }) => quote + folded + prefix === '')).toBe(true)
    expect(await db.placement.count({ where: { draftId: second!.id, quote: '' } })).toBe(0)
    expect(
      (await db.draft.findFirstOrThrow({ where: { number: 2 }, include: { text: true } })).text.body,
    ).toBe(second!.text.body)
    const words =
      JSON.stringify(await db.sealedText.findMany()) + JSON.stringify(await db.placement.findMany())
    expect(words).not.toContain('fire broke out on 3 May')
    expect((await sentences()).some((line) => line.includes('whose text was destroyed'))).toBe(true)
    await intact()
  })

  test('of an original takes its bytes, and refuses the same file for good', async () => {
    const { id } = await ask({ what: 'original', draft: 1 })
    expect(await answer(id, fay)).toMatchObject({ destroyed: 1 })
    expect(await db.blob.findFirstOrThrow()).toMatchObject({ bytes: null, destroyedBy: work.eve.id })
    await expect(importMarkdown(db, 'again.md', HARBOUR_REPORT, work.eve)).rejects.toThrow(
      /destroyed this very file/,
    )
    await intact()
  })

  test('keeps a file that something else of the desk keeps too', async () => {
    await importMarkdown(db, 'again.md', HARBOUR_REPORT, work.eve)
    const { id } = await ask({ what: 'original' })
    await expect(answer(id, fay)).rejects.toThrow(/something else/)
    expect((await db.blob.findFirstOrThrow()).bytes).not.toBeNull()
    expect(await db.destruction.count({ where: { state: 'asked' } })).toBe(1)
  })

  test('of what one event said needs a court’s order and its number', async () => {
    await expect(ask({ what: 'payload' })).rejects.toThrow(Invalid)
    await expect(ask({ what: 'payload', event: 1, ground: 'retention rule' })).rejects.toThrow(Invalid)
    const { id } = await ask({ what: 'payload', event: 2 })
    await answer(id, fay)
    expect((await sentences())[1]).toContain('whose text was destroyed')
    await intact()
  })

  test('of privileged comments is for two lawyers of the desk, who alone are told', async () => {
    const about = { claimId: work.claims[0]!.id, mentions: [], at: morning(6) }
    await writeComment(db, { ...about, words: 'Counsel thinks so.', privileged: true, writtenBy: lex })
    await expect(ask({ what: 'privileged comment' })).rejects.toThrow(/lawyers/)
    expect((await showForgetting(db, work.eve, work.report.id)).kept.map(({ what }) => what)).not.toContain(
      'privileged comment',
    )
    const lea = { ...(await addChecker(db, 'Lea', 'editor')), legal: true }
    const loy = { ...(await addChecker(db, 'Loy', 'editor')), legal: true }
    await db.account.updateMany({ where: { id: { in: [lea.id, loy.id] } }, data: { legal: true } })
    const before = (await sentences()).length
    const { id } = await ask({ what: 'privileged comment', askedBy: lea })
    await expect(answer(id, fay)).rejects.toThrow(/lawyers/)
    await answer(id, loy)
    expect((await db.comment.findFirstOrThrow({ include: { body: true } })).body.body).toBeNull()
    expect((await sentences()).length).toBe(before)
    expect((await showForgetting(db, work.eve, work.report.id)).requests).toEqual([])
    expect((await showForgetting(db, lea, work.report.id)).requests).toMatchObject([
      { state: 'done', count: 1 },
    ])
  })
})

describeOnSqlite('forgetting in the file', (_make, makeUrl) => {
  test('writes over what was destroyed, in the file and in its log', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const work = await reportAtWork(db)
    const fay = await addChecker(db, 'Fay', 'editor')
    const given = { claimId: work.claims[0]!.id, checker: work.ana, seenVersion: 1, at: morning(5) }
    await recordVerdict(db, { ...given, verdict: 'substantiated', rationale: RATIONALE })
    const path = url.replace(/^file:/, '')
    const inFiles = () => [path, `${path}-wal`].some((file) => readFileSync(file).includes(RATIONALE))
    expect(inFiles()).toBe(true)
    const asked = {
      reportId: work.report.id,
      what: 'rationale',
      ground: 'court order',
      reason: 'Order 1',
    } as const
    const { id } = await askDestruction(db, { ...asked, askedBy: work.eve, at: morning(10) })
    await answerDestruction(db, { destructionId: id, answer: 'destroy', by: fay, at: morning(11) })
    expect(inFiles()).toBe(false)
    await db.$disconnect()
  })
})
