import type { FlowWarning } from '../flow.ts'

/** What follows the name of whoever wrote a comment at the desk, in the file that goes to the author. */
const SIGN = ' (Stet)'

/** The name under which a comment of the desk leaves in a file, so that it is known when the file comes back. */
export const signedByDesk = (name: string): string => `${name}${SIGN}`

/** Whether the desk put this comment into the file: it is no note of the writer's. */
export const isByDesk = (author: string | null): boolean => author?.endsWith(SIGN) === true

/** An answer in a warning: code units. */
const LONGEST_ANSWER = 300

/** What is said of comments of the desk that came back. `answers`: what somebody wrote below them. */
export function deskCommentsWarning(count: number, answers: readonly string[]): FlowWarning[] {
  if (count === 0) return []
  const left =
    count === 1
      ? 'A comment of the desk was left out: it is no note.'
      : `${count} comments of the desk were left out: they are no notes.`
  const said = answers.map((answer) => ` Answered there: “${answer.slice(0, LONGEST_ANSWER)}”.`)
  return [{ rule: 'desk-comments', message: `${left}${said.join('')}` }]
}
