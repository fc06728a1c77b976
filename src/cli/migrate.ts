import type { Command } from 'commander'
import { withDatabase } from './with-database.ts'

/** `stet migrate`: brings the database up to date, as every start does. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      await withDatabase(() => Promise.resolve())
      console.log('The database is up to date.')
    })
}
