/**
 * What Stet is measured against: the least that Express, EJS and the same Prisma client can do.
 * GET /rows prints 300 rows after one read; POST /rows writes a verdict and an event in one transaction.
 */
import express from 'express'
import { join } from 'node:path'
import { openDatabase } from '../src/db/database.ts'
import { newId } from '../src/db/new-id.ts'
import { projectRoot } from '../src/paths.ts'

const db = await openDatabase(process.env['DATABASE_URL'] ?? '')
const placement = await db.placement.findFirstOrThrow()
const checker = await db.account.findFirstOrThrow()
const payload = await db.sealedText.findFirstOrThrow()
const app = express()
app.set('views', join(projectRoot, 'bench/views'))
app.set('view engine', 'ejs')
app.enable('view cache')

app.get('/rows', async (_req, res) => {
  const rows = await db.placement.findMany({
    where: { draftId: placement.draftId },
    take: 300,
    orderBy: { start: 'asc' },
  })
  res.render('rows', { rows })
})

let seq = 0
let leaf = (await db.event.aggregate({ _max: { leaf: true } }))._max.leaf ?? -1
app.post('/rows', express.json(), async (_req, res) => {
  seq += 1
  leaf += 1
  const now = new Date()
  const verdict = {
    id: newId(),
    claimId: placement.claimId,
    placementId: placement.id,
    wordingKey: placement.wordingKey,
    checkerId: checker.id,
    verdict: 'substantiated',
    tests: placement.tests,
    outcome: 'stands',
    seenVersion: seq,
    at: now,
  }
  const event = {
    chain: 'bare',
    seq,
    at: now.toISOString(),
    actor: checker.id,
    kind: 'verdict.recorded',
    claimId: placement.claimId,
    payloadId: payload.id,
    payloadHash: payload.hash,
    prevHash: '',
    hash: '',
    leaf,
  }
  await db.$transaction(async (tx) => {
    await tx.verdict.create({ data: verdict })
    await tx.event.create({ data: event })
  })
  res.status(201).json({ id: verdict.id })
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    console.log(`listening on http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => server.close(() => void db.$disconnect().then(() => process.exit(0))))
