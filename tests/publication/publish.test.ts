import { expect, test } from 'vitest'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { setCaveat } from '../../src/audit/caveats/set-caveat.ts'
import { withdrawCaveat } from '../../src/audit/caveats/withdraw-caveat.ts'
import { signDraftOff } from '../../src/audit/sign-offs/sign-draft-off.ts'
import { withdrawSignOff } from '../../src/audit/sign-offs/withdraw-sign-off.ts'
import { waiveFinding } from '../../src/audit/waivers/waive-finding.ts'
import { withdrawWaiver } from '../../src/audit/waivers/withdraw-waiver.ts'
import { addressOf, type Database } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { sha256 } from '../../src/history/canonical.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyDatabase } from '../../src/history/verify-database.ts'
import { askToPublish } from '../../src/publication/ask-to-publish.ts'
import { declineToPublish, publishAsAsked } from '../../src/publication/answer-publication-request.ts'
import { publish } from '../../src/publication/publish.ts'
import { storedSnapshot } from '../../src/publication/snapshot.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import {
  auditNow,
  letDisputedStand,
  MILL_REPORT,
  millAtWork,
  settleAll,
  waiveBlockers,
} from '../support/at-the-gate.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

const rulesThatBlock = async (db: Database, reportId: string): Promise<string[]> => [
  ...new Set(
    (await auditNow(db, reportId)).findings
      .filter(({ severity, waived }) => severity === 'blocker' && waived === null)
      .map(({ rule }) => rule),
  ),
]

const historyOf = async (db: Database, chain: string): Promise<string[]> =>
  (await listEvents(db, { chain, limit: 100 })).items.map(describeEvent)

const holds = async (db: Database): Promise<boolean> => {
  const { holds: whole } = await withSnapshot(addressOf(db), verifyDatabase)
  return whole
}

describeOnBothDatabases('publication', (makeDatabase) => {
  test('freezes what is known of a draft that nothing blocks', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, draftId, eve, ana } = mill
    await settleAll(db, mill)
    expect(await rulesThatBlock(db, reportId)).toEqual([])
    const made = await publish(db, { reportId, draftId, publishedBy: eve, at: morning(30) })
    const row = await db.publication.findUniqueOrThrow({ where: { id: made.id }, include: { audit: true } })
    expect(row).toMatchObject({ number: 1, openPoints: 0, publicPage: false, confirmedById: null })
    expect(sha256(row.snapshot)).toBe(made.hash)
    const snapshot = storedSnapshot(row.snapshot)
    expect(snapshot.audit).toBe(row.audit.hash)
    expect(snapshot.claims).toHaveLength(mill.claims.length)
    expect(snapshot.claims[0]).toMatchObject({
      ...{ number: 1, status: 'substantiated', outcome: 'stands', notes: ['log'] },
      verdicts: [{ by: ana.id, verdict: 'substantiated', rationale: null }],
    })
    expect(snapshot.people[ana.id]).toBe('Ana')
    expect(snapshot.sources.map(({ title }) => title)).toContain('Fire at the mill')
    expect(row.snapshot).not.toContain('burned down')
    expect((await historyOf(db, reportId)).at(-1)).toBe('Eve published draft 1')
    await expect(publish(db, { reportId, draftId, publishedBy: eve, at: morning(31) })).rejects.toThrow(
      'is out already, as publication 1',
    )
    expect(await holds(db)).toBe(true)
  })

  test('is kept back by what blocks, by the same rules as the page shows, and leaves nothing behind', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, draftId, eve } = mill
    await settleAll(db, mill, [2])
    const before = await db.event.count()
    const refused = publish(db, { reportId, draftId, publishedBy: eve, at: morning(30) })
    await expect(refused).rejects.toThrow('one point blocks')
    await expect(refused).rejects.toBeInstanceOf(Conflict)
    expect(await rulesThatBlock(db, reportId)).toEqual(['unreviewed'])
    expect([await db.event.count(), await db.publication.count()]).toEqual([before, 0])
  })

  test('passes what an editor waived, as long as the audit says the same of the same words', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, draftId, ana, eve, fay } = mill
    await settleAll(db, mill, [2])
    const [open] = (await auditNow(db, reportId)).findings.filter(({ severity }) => severity === 'blocker')
    const fingerprint = open?.fingerprint ?? ''
    const waiving = { reportId, fingerprint, reason: 'The ledger is with the police.', at: morning(10) }
    await expect(waiveFinding(db, { ...waiving, waivedBy: ana })).rejects.toBeInstanceOf(NotAllowed)
    expect(() => waiveFinding(db, { ...waiving, reason: ' ', waivedBy: eve })).toThrow('it is empty')
    await expect(waiveFinding(db, { ...waiving, fingerprint: 'f', waivedBy: eve })).rejects.toThrow(
      'does not say this any longer',
    )
    const { id } = await waiveFinding(db, { ...waiving, waivedBy: eve })
    await expect(waiveFinding(db, { ...waiving, waivedBy: fay })).rejects.toThrow('Eve let this finding pass')
    const passed = await auditNow(db, reportId)
    expect(passed).toMatchObject({ passed: true, counts: { blocker: 0 } })
    expect(passed.findings[0]?.waived).toMatchObject({ by: 'Eve', reason: 'The ledger is with the police.' })
    await withdrawWaiver(db, { waiverId: id, withdrawnBy: fay, at: morning(11) })
    await expect(withdrawWaiver(db, { waiverId: id, withdrawnBy: fay, at: morning(11) })).rejects.toThrow(
      'already',
    )
    expect(await rulesThatBlock(db, reportId)).toEqual(['unreviewed'])
    await waiveFinding(db, { ...waiving, waivedBy: eve, at: morning(12) })
    const { id: publication } = await publish(db, { reportId, draftId, publishedBy: fay, at: morning(30) })
    const { snapshot } = await db.publication.findUniqueOrThrow({ where: { id: publication } })
    expect(storedSnapshot(snapshot).waivers).toMatchObject([{ rule: 'unreviewed', claim: 2, by: eve.id }])
    expect(await historyOf(db, reportId)).toEqual(
      expect.arrayContaining([
        'Eve let a finding of “unreviewed” on claim 2 pass in draft 1',
        'Fay took back the waiver of “unreviewed” on claim 2 in draft 1',
        'Fay published draft 1, with one waiver',
      ]),
    )
    await recordVerdict(db, {
      ...{
        claimId: mill.claims[1]?.id ?? '',
        checker: ana,
        verdict: 'unsubstantiated',
        reason: 'out-of-reach',
      },
      ...{ seenVersion: 1, at: morning(40) },
    })
    expect(await rulesThatBlock(db, reportId)).toEqual(['unsubstantiated'])
    expect(await holds(db)).toBe(true)
  })

  test('waits for the people who answer for the draft, each another, and no waiver stands for them', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, draftId, ana, eve, fay } = mill
    await settleAll(db, mill)
    const policy = { signOffs: ['editor' as const, 'second checker' as const] }
    await changeReportPolicy(db, { reportId, policy, changedBy: eve, at: morning(5) })
    const { findings } = await auditNow(db, reportId)
    const missing = findings.filter(({ rule }) => rule === 'sign-off-missing')
    expect(missing).toHaveLength(2)
    await expect(
      waiveFinding(db, {
        ...{ reportId, fingerprint: missing[0]?.fingerprint ?? '', reason: 'No time.' },
        ...{ waivedBy: eve, at: morning(6) },
      }),
    ).rejects.toThrow('Nobody can let this finding pass')
    const signing = { reportId, draftId, at: morning(7) }
    await expect(signDraftOff(db, { ...signing, role: 'editor', signedBy: ana })).rejects.toBeInstanceOf(
      NotAllowed,
    )
    await expect(signDraftOff(db, { ...signing, role: 'legal', signedBy: eve })).rejects.toBeInstanceOf(
      NotAllowed,
    )
    const { id } = await signDraftOff(db, { ...signing, role: 'editor', signedBy: eve })
    await expect(signDraftOff(db, { ...signing, role: 'second checker', signedBy: eve })).rejects.toThrow(
      'another person has to answer',
    )
    await expect(signDraftOff(db, { ...signing, role: 'editor', signedBy: fay })).rejects.toThrow(
      'Eve signed off this draft as editor already',
    )
    await signDraftOff(db, { ...signing, role: 'second checker', signedBy: ana })
    expect((await auditNow(db, reportId)).passed).toBe(true)
    await expect(
      withdrawSignOff(db, { signOffId: id, withdrawnBy: fay, at: morning(8) }),
    ).rejects.toBeInstanceOf(NotAllowed)
    await withdrawSignOff(db, { signOffId: id, withdrawnBy: eve, at: morning(8) })
    expect(await rulesThatBlock(db, reportId)).toEqual(['sign-off-missing'])
    await signDraftOff(db, { ...signing, role: 'editor', signedBy: eve, at: morning(9) })
    await recordVerdict(db, {
      ...{ claimId: mill.claims[0]?.id ?? '', checker: ana, verdict: 'substantiated', outcome: 'stands' },
      ...{ seenVersion: 2, at: morning(10) },
    })
    expect(
      (await auditNow(db, reportId)).findings
        .filter(({ rule }) => rule === 'changed-since-sign-off')
        .map(({ message }) => message),
    ).toEqual([
      'Ana signed off as second checker, and one claim has changed since.',
      'Eve signed off as editor, and one claim has changed since.',
    ])
    await importDraft(db, {
      ...{ reportId, name: 'mill-2.md', bytes: Buffer.from(`${MILL_REPORT}\nThe mill is for sale.\n`) },
      ...{ importedBy: eve, at: morning(12) },
    })
    expect(
      (await auditNow(db, reportId)).findings.filter(({ rule }) => rule === 'sign-off-missing'),
    ).toHaveLength(2)
    await expect(signDraftOff(db, { ...signing, role: 'editor', signedBy: eve })).rejects.toThrow(
      'Draft 2 has come since',
    )
    await expect(publish(db, { reportId, draftId, publishedBy: eve, at: morning(30) })).rejects.toThrow(
      'Draft 2 has come since',
    )
  })

  test('over open points takes two people, and goes over no others', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, draftId, ana, eve, fay, claims } = mill
    await settleAll(db, mill, [2])
    const asking = {
      reportId,
      draftId,
      publishedBy: eve,
      reason: 'The minister speaks at noon.',
      at: morning(20),
    }
    const { id, openPoints } = await askToPublish(db, asking)
    expect(openPoints).toBe(1)
    await expect(askToPublish(db, { ...asking, publishedBy: fay })).rejects.toThrow(
      'Eve has asked for this already',
    )
    const answer = { requestId: id, at: morning(21) }
    await expect(publishAsAsked(db, { ...answer, answeredBy: eve })).rejects.toThrow('a second person')
    await expect(publishAsAsked(db, { ...answer, answeredBy: ana })).rejects.toBeInstanceOf(NotAllowed)
    await recordVerdict(db, {
      ...{ claimId: claims[1]?.id ?? '', checker: ana, verdict: 'disputed', reason: 'detail-differs' },
      ...{ seenVersion: 1, at: morning(22) },
    })
    await expect(publishAsAsked(db, { ...answer, answeredBy: fay })).rejects.toThrow(
      'is not what Eve asked to publish over',
    )
    await declineToPublish(db, { ...answer, answeredBy: fay })
    await expect(declineToPublish(db, { ...answer, answeredBy: eve })).rejects.toBeInstanceOf(Conflict)
    const again = await askToPublish(db, { ...asking, at: morning(23) })
    const made = await publishAsAsked(db, { requestId: again.id, answeredBy: fay, at: morning(24) })
    expect(await db.publication.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      ...{ openPoints: again.openPoints, publishedById: eve.id, confirmedById: fay.id },
    })
    expect(await historyOf(db, reportId)).toEqual(
      expect.arrayContaining([
        'Eve asked to publish draft 1 over one open point',
        'Fay declined to publish draft 1 over one open point',
        'Fay published draft 1 over one open point, as Eve had asked',
      ]),
    )
    expect(await holds(db)).toBe(true)
  })

  test('of a disputed claim asks for a caveat that stands in the text', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, eve, claims } = mill
    const claimId = claims[1]?.id ?? ''
    await settleAll(db, mill, [2])
    const policy = { rules: { 'disputed-without-caveat': 'blocker' as const } }
    await changeReportPolicy(db, { reportId, policy, changedBy: eve, at: morning(1) })
    const setting = { claimId, words: 'The owner  denies that he was paid', setBy: eve, at: morning(9) }
    await expect(setCaveat(db, setting)).rejects.toThrow('is not disputed')
    await letDisputedStand(db, mill, claimId)
    expect(await rulesThatBlock(db, reportId)).toEqual(['disputed-without-caveat'])
    await expect(setCaveat(db, { ...setting, words: 'The owner admits it' })).rejects.toBeInstanceOf(Invalid)
    const { id, words } = await setCaveat(db, setting)
    expect(words).toBe('The owner denies that he was paid')
    expect(await rulesThatBlock(db, reportId)).toEqual([])
    await withdrawCaveat(db, { caveatId: id, withdrawnBy: eve, at: morning(10) })
    expect(await rulesThatBlock(db, reportId)).toEqual(['disputed-without-caveat'])
    await setCaveat(db, { ...setting, at: morning(11) })
    await importDraft(db, {
      ...{ reportId, name: 'mill-2.md', importedBy: eve, at: morning(12) },
      bytes: Buffer.from(MILL_REPORT.replace('\nThe owner denies that he was paid.\n', '')),
    })
    expect(await rulesThatBlock(db, reportId)).toContain('disputed-without-caveat')
  })

  test('cannot be waived by whoever checked, where a second check is missing', async () => {
    const db = await makeDatabase()
    const mill = await millAtWork(db)
    const { reportId, eve, fay, claims } = mill
    await changeReportPolicy(db, {
      ...{ reportId, policy: { secondCheck: 'all' as const }, changedBy: eve, at: morning(1) },
    })
    for (const { id } of claims)
      await recordVerdict(db, {
        ...{ claimId: id, checker: eve, verdict: 'substantiated', outcome: 'stands' },
        ...{ seenVersion: 1, at: morning(2) },
      })
    const missing = (await auditNow(db, reportId)).findings.find(
      ({ rule }) => rule === 'second-check-missing',
    )
    const waiving = {
      ...{ reportId, fingerprint: missing?.fingerprint ?? '', reason: 'Nobody is left.', at: morning(3) },
    }
    await expect(waiveFinding(db, { ...waiving, waivedBy: eve })).rejects.toThrow(
      'nobody approves their own check',
    )
    await waiveFinding(db, { ...waiving, waivedBy: fay })
    await waiveBlockers(db, reportId, fay)
    expect((await auditNow(db, reportId)).passed).toBe(true)
  })
})
