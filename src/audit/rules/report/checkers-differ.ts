import { claimRule } from './claim-rule.ts'

export const checkersDiffer = claimRule({
  id: 'checkers-differ',
  severity: 'blocker',
  why: 'Two people found two things: until they agree or somebody decides, nobody knows.',
  hits: ({ differs }) => differs,
  says: () => 'has checkers who differ.',
  sayAll: 'have checkers who differ.',
})
