import type { Sentences } from './sentences.ts'

/** What was seen of sources, on the chain of the desk. As of all that happens to sources, no event says what one is called or where it is. */
export interface CaptureEvents {
  /** `bytesHash`: SHA-256(salt ‖ SHA-256 of the bytes, as hex); the salt stands in the capture. */
  'source.captured': {
    readonly sourceId: string
    readonly captureId: string
    readonly capture: 'uploaded' | 'fetched'
    readonly bytesHash: string
  }
  /** A check that somebody asked for, or that found something else than the one before. */
  'source.link-checked': {
    readonly sourceId: string
    readonly linkCheckId: string
    readonly from: string | null
    readonly result: string
    /** Claims that are to be checked again because of it. */
    readonly rechecks: number
  }
}

export const captureSentences: Sentences<CaptureEvents> = {
  'source.captured': (p) =>
    p.capture === 'fetched'
      ? 'kept what a source shows, fetched'
      : 'kept what was seen of a source, uploaded',
  'source.link-checked': (p) =>
    `found the link of a source ${p.result}${p.from === null || p.from === p.result ? '' : `, which was ${p.from}`}${p.rechecks === 0 ? '' : `: ${p.rechecks === 1 ? 'one claim is' : `${p.rechecks} claims are`} to be checked again`}`,
}
