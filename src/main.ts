import { Command } from 'commander'
import { registerAccount } from './cli/account.ts'
import { registerAudit } from './cli/audit.ts'
import { registerBackup } from './cli/backup.ts'
import { registerCompare } from './cli/compare.ts'
import { registerExport } from './cli/export.ts'
import { registerGrade } from './cli/grade.ts'
import { registerImport } from './cli/import.ts'
import { registerMigrate } from './cli/migrate.ts'
import { registerRead } from './cli/read.ts'
import { registerRestore } from './cli/restore.ts'
import { runProgram } from './cli/run-program.ts'
import { registerServe } from './cli/serve.ts'
import { registerVerify } from './cli/verify.ts'

const program = new Command('stet').description(
  'Stet: every claim of a report checked before it is published.',
)

registerServe(program)
registerRead(program)
registerGrade(program)
registerCompare(program)
registerImport(program)
registerAudit(program)
registerVerify(program)
registerExport(program)
registerAccount(program)
registerBackup(program)
registerRestore(program)
registerMigrate(program)

await runProgram(program, process.argv)
