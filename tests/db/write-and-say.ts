/** A process of its own that writes one row after another and says each on a line once it is acknowledged. */
import { openDatabase } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'

const [url = '', prefix = ''] = process.argv.slice(2)
const db = await openDatabase(url)
for (let n = 0; ; n++) {
  const name = `${prefix} ${n}`
  await inTransaction(db, (tx) => tx.setting.create({ data: { name, value: '' } }))
  process.stdout.write(`${name}\n`)
}
