import type { Command } from 'commander'

/** `stet restore FILE`: puts a backup into an empty database, once everything in it was found to hold. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'put a backup into the empty database that DATABASE_URL names, after checking all that is in it',
    )
    .argument('<file>', 'what `stet backup` wrote')
    .action(restore)
}

async function restore(file: string): Promise<void> {
  const { readConfig } = await import('../config.ts')
  const { openBackup } = await import('../db/backup/open-backup.ts')
  const { restoreBackup } = await import('../db/backup/restore-backup.ts')
  const { verifyDatabase } = await import('../history/verify-database.ts')
  const { Invalid } = await import('../errors.ts')
  const { databaseUrl } = readConfig(process.env)
  const backup = await openBackup(file)
  try {
    const { first, tree } = await verifyDatabase(backup)
    if (first !== null) throw new Invalid(`${file} does not hold (${first}). Nothing was restored.`)
    const rows = await restoreBackup(backup, databaseUrl).catch((error: unknown) => {
      if (error instanceof Invalid) throw error
      throw new Invalid(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
    })
    console.log(`${file}: restored, ${rows} rows; all ${tree.size} events hold.`)
  } finally {
    await backup.close()
  }
}
