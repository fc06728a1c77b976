import type { LinkedFlow } from '../flow.ts'

export function linkByLabel(linked: LinkedFlow): LinkedFlow {
  return linked
}
