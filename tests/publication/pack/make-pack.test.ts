import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { nothingHidden } from '../../../src/claims/hidden.ts'
import type { Database } from '../../../src/db/database.ts'
import { Conflict } from '../../../src/errors.ts'
import { sha256 } from '../../../src/history/canonical.ts'
import { eventKinds } from '../../../src/history/describe-event.ts'
import { makePack } from '../../../src/publication/pack/make-pack.ts'
import type { Withheld } from '../../../src/publication/pack/pack.ts'
import { check } from '../../../src/publication/pack/verifier/verify.mjs'
import { KINDS, WHY } from '../../../src/publication/pack/withholding.ts'
import { withdrawPublication } from '../../../src/publication/withdraw-publication.ts'
import { protectSource } from '../../../src/sources/protect-source.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../../support/databases.ts'
import { EXCERPT, millWithSecrets, packOf, publishMill, SECRETS, SEEN } from '../../support/packed.ts'
import { morning } from '../../support/reports.ts'

type Files = Readonly<Record<string, string>>

const filesIn = (pack: Uint8Array): Files =>
  Object.fromEntries(Object.entries(unzipSync(pack)).map(([name, bytes]) => [name, strFromU8(bytes)]))

const manifestIn = (files: Files) =>
  JSON.parse(files['manifest.json'] ?? '') as { state: string; withheld: Withheld[] }

const reasonsIn = (files: Files): string[] => [...new Set(manifestIn(files).withheld.map(({ why }) => why))]

async function publishedMill(db: Database) {
  const mill = await millWithSecrets(db)
  await publishMill(db, mill)
  return mill
}

describeOnBothDatabases('an audit pack', (makeDatabase) => {
  test('holds everything that the report was published with, and checks as a whole', async () => {
    const db = await makeDatabase()
    const { bytes, missing } = await packOf(db, await publishedMill(db))
    const { broken, open, about } = await check(bytes)
    expect({ broken, open, missing }).toEqual({ broken: null, open: [], missing: [] })
    expect(about['published']).toBe('2026-01-05T08:30:00.000Z by Eve')
    expect(about['earlier root']).toMatch(/^[0-9a-f]{64}, of \d+ events$/)
    const files = filesIn(bytes)
    const { snapshot } = await db.publication.findFirstOrThrow()
    expect(files['snapshot.json']).toBe(snapshot)
    expect(files['draft.txt']).toContain('The mill burned down on 9 June 2020.[log]')
    expect(files['original.md']).toContain('[^court]: Court of Elve')
    expect(files[`captures/${sha256(SEEN)}.html`]).toBe(SEEN)
    expect(files['texts.jsonl']).toContain(EXCERPT)
    expect(manifestIn(files).state).toBe('published')
  })

  test('keeps inside whatever must not leave, and names it by its hash', async () => {
    const db = await makeDatabase()
    const files = filesIn((await packOf(db, await publishedMill(db))).bytes)
    const all = Object.values(files).join('\n')
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret)
    expect(reasonsIn(files).sort()).toEqual(
      [WHY.rationale, WHY.protected, WHY.work, WHY.author, WHY.earlier, WHY.contact].sort(),
    )
    expect(all).not.toContain(sha256(SECRETS.protectedCapture))
  })

  test('lets rationale and contacts leave when they are named, and what was said off the record never', async () => {
    const db = await makeDatabase()
    const mill = await publishedMill(db)
    const { bytes } = await packOf(db, mill, ['rationale', 'contacts', 'protected-sources'])
    expect((await check(bytes)).broken).toBeNull()
    const all = Object.values(filesIn(bytes)).join('\n')
    expect(all).toContain(SECRETS.rationale)
    for (const secret of Object.values(SECRETS))
      if (secret !== SECRETS.rationale) expect(all).not.toContain(secret)
    const told = (filesIn(bytes)['events.jsonl'] ?? '')
      .split('\n')
      .filter((line) => line.includes('"contact.'))
    expect(told.filter((line) => line.includes('"payload"'))).toHaveLength(3)
    expect(told.filter((line) => !line.includes('"payload"'))).toHaveLength(3)
  })

  test('of a report that is not published says so', async () => {
    const db = await makeDatabase()
    const { bytes } = await packOf(db, await millWithSecrets(db))
    const { about, broken, open } = await check(bytes)
    expect(broken).toBeNull()
    expect(about['published']).toContain('NO')
    expect(open).toHaveLength(1)
    const files = filesIn(bytes)
    expect(files['README.txt']).toContain('NOT PUBLISHED')
    expect(manifestIn(files).state).toBe('not published')
    expect(await db.publication.count()).toBe(0)
    const all = Object.values(files).join('\n')
    for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret)
  })
})

describeOnSqlite('an audit pack over time', (makeDatabase) => {
  test('lists a capture that the database has lost, and one that was changed, as missing', async () => {
    const db = await makeDatabase()
    const mill = await publishedMill(db)
    const triggers = await db.$queryRaw<{ name: string }[]>`
      SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Blob'`
    for (const { name } of triggers) await db.$executeRawUnsafe(`DROP TRIGGER "${name}"`)
    for (const [bytes, why] of [
      [null, WHY.missing],
      [Buffer.from('Another page'), WHY.changed],
    ] as const) {
      await db.blob.update({ where: { sha256: sha256(SEEN) }, data: { bytes } })
      const pack = await packOf(db, mill)
      expect(pack.missing).toEqual([`what was seen of a source, ${sha256(SEEN)}: ${why}`])
      expect((await check(pack.bytes)).broken).toBeNull()
      expect(Object.keys(filesIn(pack.bytes)).filter((name) => name.startsWith('captures/'))).toEqual([])
    }
  })

  test('tells that a publication was withdrawn, and nothing else of what came after', async () => {
    const db = await makeDatabase()
    const mill = await publishedMill(db)
    const { id } = await db.publication.findFirstOrThrow()
    const reason = 'The court took its judgment back.'
    await withdrawPublication(db, { publicationId: id, reason, recheck: [1], by: mill.eve, at: morning(35) })
    const { bytes } = await packOf(db, mill)
    const { about, broken } = await check(bytes)
    expect(broken).toBeNull()
    expect(about['publication.withdrawn']).toBe('2026-01-05T08:35:00.000Z')
    const files = filesIn(bytes)
    expect(files['README.txt']).toContain('WITHDRAWN on 2026-01-05T08:35:00.000Z')
    expect(reasonsIn(files)).toContain(WHY.after)
  })

  test('is refused where the publication names a source that was protected since, unless that is named', async () => {
    const db = await makeDatabase()
    const mill = await publishedMill(db)
    const { sourceId } = await db.capture.findFirstOrThrow({ where: { blobId: sha256(SEEN) } })
    await protectSource(db, {
      ...{ sourceId, descriptor: 'a newspaper', locator: 'the one of the valley', readers: [] },
      ...{ by: mill.eve, at: morning(35) },
    })
    await expect(packOf(db, mill)).rejects.toThrow(Conflict)
    const { bytes } = await packOf(db, mill, ['protected-sources'])
    expect((await check(bytes)).broken).toBeNull()
    expect(Object.values(filesIn(bytes)).join('\n')).not.toContain(SEEN)
  })

  test('of an unpublished report is refused to whoever is not to see the first check', async () => {
    const db = await makeDatabase()
    const { reportId, eve, claims } = await millWithSecrets(db)
    const ruled = new Map([[claims[0]?.id ?? '', 1]])
    const hidden = { ...nothingHidden(eve.id), claims: new Set(ruled.keys()), ruled }
    const asked = makePack(db, { reportId, include: [], hidden, at: morning(40) })
    await expect(asked).rejects.toThrow(/second person/)
  })

  test('is the same for the same history and head', async () => {
    const db = await makeDatabase()
    const mill = await publishedMill(db)
    const [first, second] = [await packOf(db, mill), await packOf(db, mill)]
    expect(sha256(first.bytes)).toBe(sha256(second.bytes))
  })
})

test('every kind of event that a report can have says whether it may leave', () => {
  const elsewhere = /^(account|invitation|token|source|privileged-comment|complaint|evidence-page|went-out)\./
  expect(eventKinds.filter((kind) => !elsewhere.test(kind) && !(kind in KINDS))).toEqual([])
})
