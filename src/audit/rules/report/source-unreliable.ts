import { sourceRule } from './source-rule.ts'

export const sourceUnreliable = sourceRule({
  id: 'source-unreliable',
  severity: 'warning',
  why: 'The desk itself judged this source unreliable.',
  hits: ({ reliability }) => reliability === 'D' || reliability === 'E',
  says: 'was judged unreliable',
})
