import { readDocumentTask } from './task-bytes.ts'
import { refusalLine } from './reading-lines.ts'
import { brokeOnFile } from './refusals.ts'
import { runThread } from './thread-watch.ts'

/** A process that reads one file: the task comes by standard input, the lines of the reading go to standard output. */
const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const { bytes, options } = await readDocumentTask(process.stdin)
  await runThread({ bytes, options, answer: 'lines' }, (line) => say(String(line)))
} catch (error) {
  say(refusalLine(brokeOnFile(error)))
}
