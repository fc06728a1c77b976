import { expect, test } from 'vitest'
import { listTicks } from '../../src/drafts/list-ticks.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { tickSpan } from '../../src/review/tick-span.ts'
import { withdrawTick } from '../../src/review/withdraw-tick.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('ticking', (makeDatabase) => {
  async function atWork() {
    const db = await makeDatabase()
    const work = await reportAtWork(db)
    const draft = await db.draft.findFirstOrThrow({ include: { text: true } })
    const text = draft.text.body ?? ''
    const tick = (quote: string, more: object = {}) => {
      const start = text.indexOf(quote)
      const words = { draftId: draft.id, start, end: start + quote.length, quote, kind: 'date' as const }
      return tickSpan(db, { ...words, tickedBy: work.ana, at: morning(3), ...more })
    }
    return { db, ...work, tick, text }
  }

  test('a span is ticked against what its marker cites, and shows as ticked', async () => {
    const { db, report, claims, ana, tick } = await atWork()
    const before = await listTicks(db, ana, report.id)
    expect(before.counts.ticked).toBe(0)
    const made = await tick('3 May 2021')
    const citation = await db.citation.findFirstOrThrow()
    expect(made).toMatchObject({
      claimId: claims[0]!.id,
      citationId: citation.id,
      sourceId: citation.sourceId,
    })
    const { rows, counts } = await listTicks(db, ana, report.id)
    expect(counts).toEqual({ offered: before.counts.offered, ticked: 1 })
    const row = rows.find(({ claim }) => claim?.number === 1)
    expect(row?.spans.find(({ quote }) => quote === '3 May 2021')?.ticks).toMatchObject([
      { by: { name: 'Ana' } },
    ])
    expect(await db.claim.findUniqueOrThrow({ where: { id: claims[0]!.id } })).toMatchObject({ version: 1 })
    const { items } = await listEvents(db, { chain: report.id, limit: 1, order: 'desc' })
    expect(items.map(describeEvent)).toEqual(['Ana ticked the date “3 May 2021” in claim 1'])
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  })

  test('a claim that cites nothing wants a source to be named, and so does a heading', async () => {
    const { db, ana, ben, report, tick } = await atWork()
    const source = await db.source.findFirstOrThrow()
    await expect(tick('noon')).rejects.toThrow(/Nothing is cited here/)
    await expect(tick('harbour', { kind: 'name' })).rejects.toThrow(/Nothing is cited here/)
    await tick('noon', { sourceId: source.id })
    await tick('harbour', { kind: 'name', sourceId: source.id, tickedBy: ben })
    await expect(tick('noon', { sourceId: 'none' })).rejects.toThrow(NotFound)
    const { rows } = await listTicks(db, ana, report.id)
    expect(rows[0]).toMatchObject({ display: 'heading', claim: null, quote: 'The harbour fire' })
    expect(rows[0]?.others).toMatchObject([{ quote: 'harbour', by: { name: 'Ben' } }])
    const { items } = await listEvents(db, { chain: report.id, limit: 1, order: 'desc' })
    expect(items.map(describeEvent)).toEqual(['Ben ticked the name “harbour” in a heading or caption'])
  })

  test('words that are not there, that two claims share, or of another report’s draft are refused', async () => {
    const { text, tick } = await atWork()
    await expect(tick('3 May 2021', { quote: '4 May 2021' })).rejects.toThrow(Conflict)
    await expect(tick('3 May 2021', { draftId: 'none' })).rejects.toThrow(NotFound)
    const across = text.slice(text.indexOf('warehouse'), text.indexOf('Witnesses') + 9)
    await expect(tick(across)).rejects.toThrow(Invalid)
    await expect(tick('3 May 2021', { citationId: 'a', sourceId: 'b' })).rejects.toThrow(Invalid)
    await expect(tick('3 May 2021', { citationId: 'none' })).rejects.toThrow(NotFound)
  })

  test('one person ticks a span once against a source; it is taken back by them or by an editor', async () => {
    const { db, ana, ben, eve, report, tick } = await atWork()
    const { id } = await tick('3 May 2021')
    await expect(tick('3 May 2021')).rejects.toThrow(Conflict)
    await tick('3 May 2021', { tickedBy: ben })
    await expect(withdrawTick(db, { tickId: id, withdrawnBy: ben, at: morning(4) })).rejects.toThrow(
      NotAllowed,
    )
    const reader = await addChecker(db, 'Rita', 'reader')
    await expect(tick('3 May 2021', { tickedBy: reader })).rejects.toThrow(NotAllowed)
    const taken = await withdrawTick(db, { tickId: id, withdrawnBy: ana, at: morning(5) })
    await expect(withdrawTick(db, { tickId: id, withdrawnBy: eve, at: morning(6) })).rejects.toThrow(Conflict)
    await expect(withdrawTick(db, { tickId: taken.id, withdrawnBy: ana, at: morning(6) })).rejects.toThrow(
      NotFound,
    )
    expect((await listTicks(db, ana, report.id)).counts.ticked).toBe(1)
    await tick('3 May 2021')
  })
})
