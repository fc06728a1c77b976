import { Command, CommanderError } from 'commander'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'

/** Exit codes of every command: 0 done, 1 the answer is no, 2 wrong use or input that cannot be used. */
export const EXIT_NO = 1
export const EXIT_WRONG_USE = 2

/** Runs the command line. Every refusal is one line on stderr; what nobody foresaw keeps its stack. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  for (const command of withSubcommands(program)) command.exitOverride().showHelpAfterError(false)
  process.stdout.on('error', endWithReader)
  try {
    await program.parseAsync([...argv])
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

/** Whoever read the answer has seen enough of it (`stet read FILE | head`): there is nobody to write to any more. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap((sub) => withSubcommands(sub)),
]

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USE
  if (isRefusal(error)) console.error(`stet: ${error.message}`)
  else console.error(error)
  return EXIT_WRONG_USE
}

const isRefusal = (error: unknown): error is Error =>
  [Invalid, NotFound, NotAllowed, Conflict].some((refusal) => error instanceof refusal)
