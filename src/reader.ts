import { Command } from 'commander'
import { registerCompare } from './cli/compare.ts'
import { registerRead } from './cli/read.ts'
import { runProgram } from './cli/run-program.ts'

/**
 * The commands that read a file and end, for which a start is a good part of the work. They are built a second time, as one
 * script that starts with its compiled code beside it: `start-reader.ts`.
 */
export function runReader(argv: readonly string[]): Promise<void> {
  const program = new Command('stet')
  registerRead(program)
  registerCompare(program)
  return runProgram(program, argv)
}
