import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'
import { Turns } from '../sqlite/turns.ts'

type Connected = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * PostgreSQL through `pg`, where the queries of a transaction take turns: Prisma reads the relations of a row side by side, and
 * the one connection of a transaction takes one query at a time.
 */
export class PrismaPgInTurn extends PrismaPg {
  override async connect(): Promise<Connected> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => inTurn(await start(level))
    return adapter
  }
}

function inTurn<T extends Transaction>(transaction: T): T {
  const turns = new Turns()
  const query = transaction.queryRaw.bind(transaction)
  const execute = transaction.executeRaw.bind(transaction)
  transaction.queryRaw = (params) => turns.run(() => query(params))
  transaction.executeRaw = (params) => turns.run(() => execute(params))
  return transaction
}
