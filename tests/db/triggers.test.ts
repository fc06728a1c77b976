import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { GUARDED_TABLES } from '../../src/db/triggers.ts'
import { describeOnBothDatabases, describeOnPostgresql, describeOnSqlite } from '../support/databases.ts'

const AT = new Date('2026-03-01T09:00:00.000Z')

const PUBLICATION = {
  id: 'publication',
  reportId: 'report',
  number: 1,
  draftId: 'draft',
  snapshot: '{}',
  hash: 'h',
  auditId: 'text',
  slug: 'slug',
  openPoints: 0,
  publishedById: 'ada',
  publishedAt: AT,
}

/** One row in every guarded table. */
async function fill(db: Database): Promise<void> {
  await db.account.create({
    data: { id: 'ada', email: 'ada@example.org', name: 'Ada', role: 'editor', createdAt: AT },
  })
  await db.sealedText.create({ data: { id: 'text', salt: '00', hash: 'aa', body: 'The ferry sank.' } })
  await db.blob.create({
    data: { sha256: 'ff', bytes: Buffer.from('ferry'), size: 5, mediaType: 'text/plain' },
  })
  await db.report.create({ data: { id: 'report', title: 'The ferry', language: 'en', createdAt: AT } })
  await db.draft.create({
    data: {
      id: 'draft',
      reportId: 'report',
      number: 1,
      textId: 'text',
      originalId: 'ff',
      sourceName: 'ferry.txt',
      sourceType: 'text',
      language: 'en',
      blocks: '[]',
      sentences: '[]',
      warnings: '[]',
      importedAt: AT,
    },
  })
  await db.note.create({
    data: { id: 'note', draftId: 'draft', index: 0, label: '1', kind: 'footnote', start: 0, end: 1 },
  })
  await db.marker.create({ data: { id: 'marker', draftId: 'draft', index: 0, label: '1', start: 0, end: 1 } })
  await db.claim.create({ data: { id: 'claim', reportId: 'report', number: 1, createdAt: AT } })
  await db.placement.create({
    data: {
      id: 'placement',
      claimId: 'claim',
      draftId: 'draft',
      state: 'placed',
      start: 0,
      end: 15,
      quote: 'The ferry sank.',
      folded: 'the ferry sank.',
      prefix: '',
      suffix: '',
      wordingKey: 'k',
      level: 'high',
      score: 1,
      cues: '[]',
      boosters: '[]',
      tests: 'that it is so',
      checkworthy: 0.5,
    },
  })
  const decision = { claimId: 'claim', at: AT }
  await db.verdict.create({
    data: {
      ...decision,
      id: 'verdict',
      placementId: 'placement',
      wordingKey: 'k',
      checkerId: 'ada',
      verdict: 'disputed',
      tests: 'that it is so',
      seenVersion: 1,
    },
  })
  await db.outcomeDecision.create({
    data: { ...decision, id: 'outcome', outcome: 'cut', decidedById: 'ada' },
  })
  const laid = { draftId: 'draft', at: AT }
  await db.readingCorrection.create({
    data: { ...laid, id: 'correction', number: 1, kind: 'dropped', payload: '{}', correctedById: 'ada' },
  })
  await db.readingConfirmation.create({
    data: { ...laid, id: 'confirmation', revision: 1, confirmedById: 'ada' },
  })
  await db.classification.create({
    data: { ...laid, id: 'class', seq: 1, start: 0, end: 15, kind: 'claim', classifiedById: 'ada' },
  })
  const evidence = { ...decision, judgement: 'supports', judgedById: 'ada' }
  await db.evidence.create({ data: { ...evidence, id: 'evidence' } })
  const tick = { ...laid, kind: 'name', quote: 'ferry', start: 4, end: 9, tickedById: 'ada' }
  await db.tick.create({ data: { ...tick, id: 'tick' } })
  const edit = { ...laid, claimId: 'claim', seq: 1, kind: 'grouped', payload: '{}', editedById: 'ada' }
  await db.claimEdit.create({ data: { ...edit, id: 'edit' } })
  const difference = { ...decision, verdict: 'disputed', wordingKey: 'k', about: '[]', reasonId: 'text' }
  await db.differenceDecision.create({ data: { ...difference, id: 'difference', decidedById: 'ada' } })
  const exchange = { reportId: 'report', person: 'The captain', how: 'phone', terms: 'on the record' }
  await db.contact.create({ data: { ...exchange, id: 'contact', madeById: 'ada', at: AT } })
  const attempt = { contactId: 'contact', how: 'phone', reached: false, madeById: 'ada', at: AT }
  await db.contactAttempt.create({ data: { ...attempt, id: 'attempt' } })
  const change = { contactId: 'contact', was: '{}', became: '{}', changedById: 'ada', at: AT }
  await db.contactChange.create({ data: { ...change, id: 'change' } })
  await db.initials.create({
    data: { ...laid, id: 'initials', start: 0, section: 'The ferry', initialedById: 'ada' },
  })
  await db.handOver.create({
    data: { id: 'over', reportId: 'report', fromId: 'ada', wordsId: 'text', at: AT },
  })
  await db.source.create({
    data: { id: 'source', key: 'log', kind: 'document', title: 'The log', createdAt: AT },
  })
  await db.sourceJudgement.create({
    data: { id: 'judgement', sourceId: 'source', reliability: 'B', judgedById: 'ada', at: AT },
  })
  await db.capture.create({
    data: { id: 'capture', sourceId: 'source', kind: 'uploaded', blobId: 'ff', seenAt: AT },
  })
  const checked = { sourceId: 'source', url: 'https://log.example/', result: 'alive', at: AT }
  await db.linkCheck.create({ data: { ...checked, id: 'check' } })
  await db.sourceFall.create({
    data: { id: 'fall', sourceId: 'source', kind: 'lost', reasonId: 'text', madeById: 'ada', at: AT },
  })
  await db.signingKey.create({
    data: { id: 'key', publicKey: 'public', privateKey: 'private', createdAt: AT },
  })
  await db.treeHead.create({ data: { size: 1, root: 'c', keyId: 'key', signature: 'd', at: AT } })
  const pointed = { ...laid, reportId: 'report', rule: 'disputed', fingerprint: 'f' }
  await db.waiver.create({ data: { ...pointed, id: 'waiver', waivedById: 'ada' } })
  await db.caveat.create({ data: { ...laid, id: 'caveat', claimId: 'claim', setById: 'ada' } })
  const answering = { ...laid, reportId: 'report', role: 'editor', seq: 1, signedById: 'ada' }
  await db.signOff.create({ data: { ...answering, id: 'sign-off' } })
  await db.publication.create({ data: PUBLICATION })
  const found = { textId: 'text', originalId: 'ff', reading: '{}', sourceName: 'p.html', sourceType: 'html' }
  await db.wentOut.create({
    data: { ...found, id: 'out', publicationId: 'publication', differences: 0, addedById: 'ada', at: AT },
  })
  const corrected = { publicationId: 'publication', number: 1, kind: 'correction', noteId: 'text' }
  await db.correction.create({ data: { ...corrected, id: 'corrected', madeById: 'ada', at: AT } })
  await db.riskDecision.create({ data: { ...decision, id: 'risk', risk: 'high', decidedById: 'ada' } })
  await db.event.create({
    data: {
      chain: 'report',
      seq: 1,
      at: AT.toISOString(),
      actor: 'ada',
      kind: 'x',
      payloadId: 'text',
      payloadHash: 'a',
      prevHash: '',
      hash: 'b',
      leaf: 0,
    },
  })
}

/** A column of each guarded table, and a value that would change it. */
const CHANGES: Record<(typeof GUARDED_TABLES)[number], string> = {
  Event: `"actor" = 'bob'`,
  Verdict: `"verdict" = 'substantiated'`,
  OutcomeDecision: `"outcome" = 'stet'`,
  RiskDecision: `"risk" = 'ordinary'`,
  Draft: `"language" = 'fr'`,
  Note: `"label" = '2'`,
  Marker: `"label" = '2'`,
  ReadingCorrection: `"payload" = '[]'`,
  ReadingConfirmation: `"revision" = 2`,
  Classification: `"kind" = 'not checkable'`,
  Evidence: `"judgement" = 'contradicts'`,
  Tick: `"kind" = 'place'`,
  ClaimEdit: `"payload" = '[]'`,
  DifferenceDecision: `"verdict" = 'substantiated'`,
  ContactAttempt: `"how" = 'mail'`,
  ContactChange: `"was" = 'nothing'`,
  Initials: `"section" = 'Another'`,
  HandOver: `"toId" = 'ada'`,
  SourceJudgement: `"reliability" = 'A'`,
  Capture: `"kind" = 'fetched'`,
  LinkCheck: `"result" = 'dead'`,
  SourceFall: `"kind" = 'retracted'`,
  TreeHead: `"root" = 'e'`,
  Waiver: `"rule" = 'stale'`,
  Caveat: `"wordsId" = 'text'`,
  SignOff: `"role" = 'legal'`,
  WentOut: `"differences" = 1`,
  Correction: `"kind" = 'clarification'`,
  Publication: `"snapshot" = '[]'`,
  SealedText: `"body" = 'The ferry floats.'`,
  Blob: `"mediaType" = 'text/html'`,
}

const rowsOf = (db: Database, table: string) => db.$queryRawUnsafe(`SELECT * FROM "${table}"`)

describeOnBothDatabases('history', (makeDatabase) => {
  test.each(GUARDED_TABLES)('rows of %s are neither changed nor deleted', async (table) => {
    const db = await makeDatabase()
    await fill(db)
    const before = await rowsOf(db, table)
    await expect(db.$executeRawUnsafe(`UPDATE "${table}" SET ${CHANGES[table]}`)).rejects.toThrow(
      `Rows of ${table} are never`,
    )
    await expect(db.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow()
    expect(await rowsOf(db, table)).toEqual(before)
    expect(before).toHaveLength(1)
  })

  test('a text is destroyed by two people with a reason, and its hash stays', async () => {
    const db = await makeDatabase()
    await fill(db)
    const destroyed = {
      body: null,
      salt: '',
      destroyedAt: AT,
      destroyedBy: 'ada',
      destroyedWith: 'bob',
      destructionReason: 'A court ordered it.',
    }
    await db.sealedText.update({ where: { id: 'text' }, data: destroyed })
    expect(await db.sealedText.findUnique({ where: { id: 'text' } })).toMatchObject({
      ...destroyed,
      hash: 'aa',
    })
    await expect(db.sealedText.update({ where: { id: 'text' }, data: { body: 'back' } })).rejects.toThrow()
  })

  test('a publication is withdrawn once, and its evidence page opened and closed', async () => {
    const db = await makeDatabase()
    await fill(db)
    const where = { id: 'publication' }
    await db.publication.update({ where, data: { publicPage: true } })
    const withdrawn = { withdrawnAt: AT, withdrawnById: 'ada', withdrawalReason: 'It was wrong.' }
    await db.publication.update({ where, data: { ...withdrawn, publicPage: false } })
    expect(await db.publication.findUnique({ where })).toMatchObject(withdrawn)
    await expect(
      db.publication.update({ where, data: { withdrawalReason: 'It was right.' } }),
    ).rejects.toThrow()
    await expect(db.publication.update({ where, data: { withdrawnAt: null } })).rejects.toThrow()
  })

  test.each([
    ['by one person', { destroyedWith: 'ada' }],
    ['without a second person', { destroyedWith: null }],
    ['without a reason', { destructionReason: ' ' }],
    ['with no reason given', { destructionReason: null }],
    ['without a date', { destroyedAt: null }],
    ['with another hash', { hash: 'bb' }],
    ['with its body put in other words', { body: 'The ferry floats.' }],
  ])('a text is not destroyed %s', async (_how, flaw) => {
    const db = await makeDatabase()
    await fill(db)
    const data = {
      body: null,
      destroyedAt: AT,
      destroyedBy: 'ada',
      destroyedWith: 'bob',
      destructionReason: 'A court ordered it.',
      ...flaw,
    }
    await expect(db.sealedText.update({ where: { id: 'text' }, data })).rejects.toThrow(
      'only destroyed by two people',
    )
  })

  test('an original file is destroyed in the same way, once', async () => {
    const db = await makeDatabase()
    await fill(db)
    const tombstone = {
      bytes: null,
      destroyedAt: AT,
      destroyedBy: 'ada',
      destroyedWith: 'bob',
      destructionReason: 'Retention is over.',
    }
    await expect(
      db.blob.update({ where: { sha256: 'ff' }, data: { ...tombstone, size: 0 } }),
    ).rejects.toThrow()
    await db.blob.update({ where: { sha256: 'ff' }, data: tombstone })
    await expect(db.blob.update({ where: { sha256: 'ff' }, data: tombstone })).rejects.toThrow()
  })
})

describeOnSqlite('history', (makeDatabase) => {
  test('is not replaced by an insertion', async () => {
    const db = await makeDatabase()
    await fill(db)
    const replace = db.$executeRaw`INSERT OR REPLACE INTO "Event" SELECT chain, seq, at, 'bob', kind, "claimId", "payloadId", "payloadHash", "prevHash", hash, leaf FROM "Event"`
    await expect(replace).rejects.toThrow('Rows of Event are never deleted')
    expect(await db.event.findMany()).toMatchObject([{ actor: 'ada' }])
  })
})

describeOnPostgresql('history', (makeDatabase) => {
  test.each(GUARDED_TABLES)('%s is not emptied by TRUNCATE', async (table) => {
    const db = await makeDatabase()
    await fill(db)
    await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow('are never deleted')
    expect(await rowsOf(db, table)).toHaveLength(1)
  })

  test('is guarded also where triggers are switched off for replication', async () => {
    const db = await makeDatabase()
    await fill(db)
    const change = db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE "Event" SET "actor" = 'bob'`,
    ])
    await expect(change).rejects.toThrow('Rows of Event are never changed')
  })
})
