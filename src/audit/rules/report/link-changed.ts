import { sourceRule } from './source-rule.ts'

export const linkChanged = sourceRule({
  id: 'link-changed',
  severity: 'advice',
  why: 'The page no longer says what was quoted from it.',
  hits: ({ linkState }) => linkState === 'changed',
  says: 'no longer has the words that were quoted from it',
})
