/** A process of its own that adds 1 to the setting `count` in many transactions: count-up.ts URL TIMES [AT_ONCE]. */
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'

const [url = '', times = '0', atOnce = '1'] = process.argv.slice(2)
const db = await openDatabase(url)

async function addOne(): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { value } = await tx.setting.findUniqueOrThrow({ where: { name: 'count' } })
    await tx.setting.update({ where: { name: 'count' }, data: { value: String(Number(value) + 1) } })
  })
}

for (let done = 0; done < Number(times); done += Number(atOnce)) {
  await Promise.all(Array.from({ length: Number(atOnce) }, addOne))
}
await closeDatabase(db)
