import { once } from 'node:events'
import type { Command } from 'commander'
import { Invalid } from '../errors.ts'
import { linesOf } from './lines-of.ts'

/** Code units of answers that are gathered before they are written. */
const BATCH = 65_536

/** `stet grade`: one `{"text": "…"}` per line in, one `{"sentences": […]}` per line out, in the same order. */
export function registerGrade(program: Command): void {
  program
    .command('grade')
    .description('grade the sentences of texts: one {"text": "…"} per line on standard input')
    .action(gradeStdin)
}

async function gradeStdin(): Promise<void> {
  const { gradeText } = await import('../reading/grade.ts')
  let answers = ''
  let number = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    if (line.trim() === '') continue
    answers += `${JSON.stringify(gradeText(textOf(line, number)))}\n`
    if (answers.length < BATCH) continue
    await write(answers)
    answers = ''
  }
  await write(answers)
}

async function write(answers: string): Promise<void> {
  if (!process.stdout.write(answers)) await once(process.stdout, 'drain')
}

/** @throws Invalid naming the line, when it is no JSON object with a `text` */
function textOf(line: string, number: number): string {
  const value = parsed(line)
  if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
    return value.text
  throw new Invalid(
    `Line ${number} is not a JSON object with a "text" string: write one {"text": "…"} per line.`,
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
