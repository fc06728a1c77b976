import type { TypedComment } from './comment-form.ts'

/** A comment that the panel's refused forms kept (`Refused.typed`), null where it was another form. */
export const typedComment = (typed: Readonly<Record<string, string>> | undefined): TypedComment | null =>
  typed?.['form'] === 'comment'
    ? {
        words: typed['words'] ?? '',
        privileged: typed['privileged'] === '1',
        mentions: (typed['mention'] ?? '').split(' ').filter((id) => id !== ''),
      }
    : null
