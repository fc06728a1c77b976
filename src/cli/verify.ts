import type { Command } from 'commander'
import type { ChainCheck } from '../history/check-log.ts'
import type { FullVerification, Verification } from '../history/verify-database.ts'
import { EXIT_NO } from './run-program.ts'
import { isPackPath, verifyPack } from './verify-pack.ts'

/** `stet verify [ID]`, `stet verify PACK`: does a history, everything there is, or an audit pack still hold? */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('check the history of one report, or of all with the tree, texts, files and triggers')
    .argument(
      '[id]',
      'a report’s id, “desk” for the history of accounts and sources, or an audit pack: its zip, or its folder',
    )
    .option('--format <format>', 'text or json', 'text')
    .action(verify)
}

async function verify(id: string | undefined, options: { format: 'text' | 'json' }): Promise<void> {
  if (id !== undefined && isPackPath(id)) return verifyPack(id, options.format)
  const { verifyDatabase, verifyReport } = await import('../history/verify-database.ts')
  const { readDatabase } = await import('./read-database.ts')
  const found = await readDatabase((snapshot) =>
    id === undefined ? verifyDatabase(snapshot) : verifyReport(snapshot, id),
  )
  if (options.format === 'json') console.log(JSON.stringify(found))
  else console.log(linesOf(found).join('\n') || 'There is no history yet.')
  if (!found.holds) process.exitCode = EXIT_NO
}

function linesOf(found: Verification | FullVerification): string[] {
  const lines = found.chains.map(lineOf)
  if ('tree' in found && found.chains.length > 0) lines.push(...linesOfRest(found))
  const { checked, broken } = found.publications
  if (checked > 0 || broken !== null) lines.push(restLine('publications', broken, String(checked)))
  if (found.replay.broken !== null)
    lines.push(`claims of ${found.replay.broken.chain}: BROKEN: ${found.replay.broken.what}`)
  if (found.triggers.length > 0)
    lines.push(`triggers: BROKEN: not as they were made: ${found.triggers.join(', ')}`)
  return found.first === null ? lines : [...lines, `First of all: ${found.first}`]
}

const lineOf = ({ chain, events, broken }: ChainCheck): string =>
  broken === null
    ? `${chain}: holds, ${events} events`
    : `${chain}: BROKEN at event ${broken.seq}: ${broken.what}`

const linesOfRest = ({ tree, texts, files, replay, triggers }: FullVerification): string[] => [
  restLine('tree', tree.broken, `${tree.size} events, ${tree.heads} signed heads, root ${tree.root}`),
  restLine('texts', texts.broken, `${texts.checked} beside those of events`),
  restLine('files', files.broken, `${files.checked}`),
  ...(replay.broken === null ? [`claims: stand as the histories of ${replay.reports} reports say`] : []),
  ...(triggers.length === 0 ? ['triggers: all there'] : []),
]

const restLine = (of: string, broken: string | null, what: string): string =>
  broken === null ? `${of}: holds, ${what}` : `${of}: BROKEN: ${broken}`
