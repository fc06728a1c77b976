/** A process of its own that runs the jobs of a database. It says when it begins, and each job on a line that it ran; `hang`: it then never ends. */
import { openDatabase } from '../../src/db/database.ts'
import { startJobLoop } from '../../src/jobs/run-jobs.ts'

const [url = '', hang] = process.argv.slice(2)
const db = await openDatabase(url)
const kind = {
  name: 'counted',
  run: async ({ payload }: { payload: unknown }): Promise<void> => {
    process.stdout.write(`${String((payload as { n: number }).n)}\n`)
    if (hang === 'hang') await new Promise(() => undefined)
  },
}
const loop = startJobLoop({
  db,
  clock: () => new Date(),
  log: { warn: () => undefined },
  kinds: [kind],
  atOnce: 4,
  every: 5,
})
setInterval(() => undefined, 1_000)
process.once('SIGTERM', () => {
  void loop.stop().then(() => process.exit(0))
})
process.stdout.write('ready\n')
