import { readingStages, type ReadingProgress } from '../../reading/progress.ts'

/** How far a reading is, stage by stage. */
export interface UnderWayPage {
  /** Of the whole, in percent. */
  readonly percent: number
  readonly stages: readonly { readonly words: string; readonly state: 'done' | 'now' | 'later' }[]
}

const WORDS = {
  reading: 'Reading the file',
  notes: 'Linking markers and notes',
  citations: 'Reading what the notes cite',
  claims: 'Finding claims and how sure they sound',
  storing: 'Keeping the report',
} as const

const STAGES = [...readingStages, 'storing'] as const

export function underWayPage({ stage, share }: ReadingProgress): UnderWayPage {
  const now = STAGES.indexOf(share >= 1 ? 'storing' : stage)
  return {
    percent: Math.floor(share * 100),
    stages: STAGES.map((one, i) => ({
      words: WORDS[one],
      state: i < now ? 'done' : i === now ? 'now' : 'later',
    })),
  }
}
