import type { ReadingProgress, ReadingStage, Tell } from '../reading/progress.ts'

/** What each stage is called while it goes on. */
const WORDS: Readonly<Record<ReadingStage, string>> = {
  reading: 'reading the file',
  notes: 'linking notes',
  citations: 'reading citations',
  claims: 'finding claims',
}

/** Columns of the bar itself. */
const WIDTH = 24

/** A bar on standard error, drawn only where somebody watches: on a terminal. */
export interface ProgressBar {
  readonly tell: Tell
  /** Takes the bar away. */
  readonly stop: () => void
}

export async function startProgressBar(stream: NodeJS.WriteStream = process.stderr): Promise<ProgressBar> {
  if (!stream.isTTY) return { tell: () => undefined, stop: () => undefined }
  const { default: progress } = await import('cli-progress')
  const bar = new progress.SingleBar({
    stream,
    format: '[{bar}] {percentage} %  {words}',
    barsize: WIDTH,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(100, 0, { words: WORDS.reading })
  const tell = ({ stage, share }: ReadingProgress): void =>
    bar.update(Math.round(share * 100), { words: WORDS[stage] })
  return { tell, stop: () => bar.stop() }
}
