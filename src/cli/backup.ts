import type { Command } from 'commander'
import { statSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** `stet backup FILE`: everything in the database as it stands at one instant, while the server runs. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything to a file, while the server runs')
    .argument('<file>', 'where to; a file that is there is replaced once the backup is whole')
    .action(backup)
}

/** The server beside it goes first. Where the system does not allow it, so be it. */
function yieldToOthers(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    return
  }
}

async function backup(file: string): Promise<void> {
  const { readConfig } = await import('../config.ts')
  const { backupTo } = await import('../db/backup/write-backup.ts')
  const { Invalid } = await import('../errors.ts')
  yieldToOthers()
  await backupTo(readConfig(process.env).databaseUrl, file).catch((error: unknown) => {
    throw new Invalid(`No backup was made: ${error instanceof Error ? error.message : String(error)}`)
  })
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`)
}
