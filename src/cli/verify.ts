import type { Command } from 'commander'
import type { ChainCheck } from '../history/verify-chain.ts'
import { EXIT_NO } from './run-program.ts'
import { withDatabase } from './with-database.ts'

/** `stet verify [ID]`: does the history of one report, or of all, still hold? */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('check the history of one report or of all')
    .argument('[id]', 'a report’s id, or “desk” for the history of accounts and sources')
    .option('--format <format>', 'text or json', 'text')
    .action(verify)
}

async function verify(id: string | undefined, options: { format: 'text' | 'json' }): Promise<void> {
  const { verifyAllChains, verifyNamedChain } = await import('../history/verify-chain.ts')
  const checks = await withDatabase((db) =>
    id === undefined ? verifyAllChains(db) : verifyNamedChain(db, id).then((check) => [check]),
  )
  const holds = checks.every((check) => check.broken === null)
  if (options.format === 'json') console.log(JSON.stringify({ holds, chains: checks }))
  else console.log(checks.map(lineOf).join('\n') || 'There is no history yet.')
  if (!holds) process.exitCode = EXIT_NO
}

const lineOf = ({ chain, events, broken }: ChainCheck): string =>
  broken === null
    ? `${chain}: holds, ${events} events`
    : `${chain}: BROKEN at event ${broken.seq}: ${broken.what}`
