import { sourceRule } from './source-rule.ts'

export const linkDead = sourceRule({
  id: 'link-dead',
  severity: 'warning',
  why: 'A reader who follows the note finds nothing: keep a capture, or cite what is there.',
  hits: ({ linkState }) => linkState === 'dead',
  says: 'is dead',
})
