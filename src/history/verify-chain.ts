import { addressOf, type Database } from '../db/database.ts'
import { type Snapshot, withSnapshot } from '../db/snapshot.ts'
import { NotFound } from '../errors.ts'
import { ChainChecker, type ChainCheck, type LogCheck, LogChecker } from './check-log.ts'
import { readChainHeads, readEvents, readHeads, readStoredLevels } from './read-log.ts'

export type { Break, ChainCheck } from './check-log.ts'

/** Recomputes every hash of one chain from its first event on and stops at the first that does not hold. */
export const verifyChain = (db: Database, chain: string): Promise<ChainCheck> =>
  withSnapshot(addressOf(db), (snapshot) => verifyChainIn(snapshot, chain))

export async function verifyChainIn(snapshot: Snapshot, chain: string): Promise<ChainCheck> {
  const heads = await readChainHeads(snapshot)
  const checker = new ChainChecker(chain)
  for await (const events of readEvents(snapshot, chain)) for (const event of events) checker.add(event)
  return checker.finish(heads.find(({ id }) => id === chain))
}

/** Checks every chain there is, and that no event stands outside one. */
export const verifyAllChains = (db: Database): Promise<readonly ChainCheck[]> =>
  withSnapshot(addressOf(db), async (snapshot) => (await verifyLogIn(snapshot)).chains)

/** Checks every chain there is, and the tree over all events with its signed heads. */
export async function verifyLogIn(snapshot: Snapshot): Promise<LogCheck> {
  const chainHeads = await readChainHeads(snapshot)
  const checker = new LogChecker(await readHeads(snapshot), await readStoredLevels(snapshot))
  for await (const events of readEvents(snapshot)) for (const event of events) checker.add(event)
  return checker.finish(chainHeads)
}

/** @throws NotFound no chain of that name */
export async function verifyNamedChain(db: Database, chain: string): Promise<ChainCheck> {
  const known =
    (await db.chain.count({ where: { id: chain } })) + (await db.event.count({ where: { chain } }))
  if (known === 0) throw new NotFound(`There is no report with the id ${chain}, so it has no history.`)
  return verifyChain(db, chain)
}
