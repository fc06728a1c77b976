import type { FlowMark } from '../flow.ts'

/** The marks of a stretch of a text, with spans into the stretch. Empty marks stay where they stood, at its start at least. */
export const cutMarks = (marks: readonly FlowMark[], start: number, end: number): FlowMark[] =>
  marks
    .filter((mark) => mark.kind === 'page' || (mark.end > start && mark.start < end))
    .map((mark) => ({
      ...mark,
      start: Math.max(0, Math.min(end, mark.start) - start),
      end: Math.max(0, Math.min(end, mark.end) - start),
    }))
