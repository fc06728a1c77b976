import { gradeText } from '../grade.ts'

/** What makes a text less or more than a flat assertion: the words of its cues and boosters, lower case, in order. */
export const hedgesOf = (text: string): string[] =>
  gradeText(text).sentences.flatMap(({ confidence: { cues, boosters } }) =>
    [...cues, ...boosters].map((cue) => cue.text.toLowerCase().replace(/\s+/g, ' ')),
  )
