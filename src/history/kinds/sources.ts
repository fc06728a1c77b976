import type { Sentences } from './sentences.ts'

/**
 * What people do to sources, on the chain of the desk. No event says what a source is called or where it is: it can be
 * protected at any later time, and an event is for ever. Its id tells it, as long as its row does.
 */
export interface SourceEvents {
  'source.added': SourceNamed & { readonly protected: boolean }
  'source.edited': SourceNamed & { readonly changed: readonly string[] }
  'source.judged': SourceNamed & {
    readonly from: string | null
    readonly reliability: string
    readonly reasonHash: string | null
  }
  'source.fell': SourceNamed & {
    readonly fallId: string
    readonly fall: string
    readonly to: string | null
    readonly reasonHash: string
  }
  'source.fall-withdrawn': SourceNamed & {
    readonly fallId: string
    readonly withdraws: string
    readonly fall: string
    readonly reasonHash: string
  }
  'source.review-set': SourceNamed & { readonly day: string | null }
  'source.review-due': SourceNamed
  'source.merged': SourceNamed & { readonly into: string }
  'source.merge-withdrawn': SourceNamed & { readonly outOf: string }
  'source.origin-set': SourceNamed & { readonly grouped: boolean }
  'source.protected': SourceNamed & { readonly locatorHash: string; readonly readers: readonly string[] }
  'source.protection-changed': SourceNamed & {
    readonly locatorHash: string
    readonly readers: readonly string[]
  }
  'source.protection-lifted': SourceNamed & { readonly locatorHash: string }
}

interface SourceNamed {
  readonly sourceId: string
}

export const sourceSentences: Sentences<SourceEvents> = {
  'source.added': (p) => `added a ${p.protected ? 'protected ' : ''}source`,
  'source.edited': (p) => `changed a source: ${p.changed.join(', ')}`,
  'source.judged': (p) =>
    `judged how reliable a source is: ${p.from === null ? '' : `from ${p.from} to `}${p.reliability}`,
  'source.fell': (p) =>
    p.to === null ? `marked a source as ${p.fall}` : `marked a source as ${p.fall}, to reliability ${p.to}`,
  'source.fall-withdrawn': (p) => `took back that a source was ${p.fall}`,
  'source.review-set': (p) =>
    p.day === null
      ? 'set no day for a review of a source any longer'
      : `set ${p.day} for a review of a source`,
  'source.review-due': () => 'found the review of a source due',
  'source.merged': () => 'merged a source into another, of which it is a duplicate',
  'source.merge-withdrawn': () => 'took a source out of another again',
  'source.origin-set': (p) =>
    p.grouped ? 'put a source among those of one origin' : 'let a source stand as an origin of its own',
  'source.protected': (p) => `protected a source: ${peopleInWords(p.readers.length)} may see what it is`,
  'source.protection-changed': (p) =>
    `changed the protection of a source: ${peopleInWords(p.readers.length)} may see what it is`,
  'source.protection-lifted': () => 'lifted the protection of a source',
}

const peopleInWords = (count: number): string => (count === 1 ? 'one person' : `${count} people`)
