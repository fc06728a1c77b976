/** What reading does one after the other. */
export const readingStages = ['reading', 'notes', 'citations', 'claims'] as const
export type ReadingStage = (typeof readingStages)[number]

/** How far a reading is. `share`: of the whole, from 0 to 1, and never falling; the rest is a guess at the time it takes. */
export interface ReadingProgress {
  readonly stage: ReadingStage
  readonly share: number
}

/** Hears how far a reading is. */
export type Tell = (progress: ReadingProgress) => void

/** For whom it does not matter. */
export const tellNobody: Tell = () => undefined

/** Where each stage begins, as a share of the whole: measured on 1 MB of Markdown, HTML and DOCX. */
const BEGINS: Readonly<Record<ReadingStage, number>> = {
  reading: 0,
  notes: 0.35,
  citations: 0.5,
  claims: 0.6,
}

/** Where the whole is when a stage is `done` (0 to 1) through. */
export function progressOf(stage: ReadingStage, done: number): ReadingProgress {
  const next = readingStages[readingStages.indexOf(stage) + 1]
  const end = next === undefined ? 1 : BEGINS[next]
  const within = Math.min(1, Math.max(0, done))
  return { stage, share: BEGINS[stage] + (end - BEGINS[stage]) * within }
}
