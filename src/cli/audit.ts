import { type Command, Option } from 'commander'
import { sourceTypes } from '../reading/formats.ts'
import { auditFormats, type AuditOptions } from './audit-options.ts'

/** `stet audit FILE|ID`: what the audit has to say of a file, without any database, or of a report. Exits 1 where the answer is no. */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('audit a file by the rules that need no database, or a report by all')
    .argument('<file>', 'the file, “-” for standard input, or a report’s id')
    .addOption(
      new Option('--type <type>', 'the format; told from name and content by default').choices(sourceTypes),
    )
    .addOption(new Option('--format <format>', 'how to show it').choices(auditFormats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'what the answer is no for')
        .choices(['blocker', 'warning'])
        .default('blocker'),
    )
    .option(
      '--policy <policy>',
      'newsroom, think-tank, desk-of-one, or a JSON file that makes rules graver, milder or leaves them out',
    )
    .action(async (file: string, options: AuditOptions) => {
      const { runAudit } = await import('./run-audit.ts')
      await runAudit(file, options)
    })
}
