import type { NamedSource } from '../sources/source-family.ts'
import type { EvidenceAbout } from './standing-evidence.ts'

/** What counts as one origin of evidence: sources of one origin group; a source; a contact; a citation that names no source. */
export function originOf(
  { contactId, citationId }: EvidenceAbout,
  source: Pick<NamedSource, 'id' | 'originGroup'> | null,
): string {
  if (source === null) return `one ${contactId ?? citationId ?? ''}`
  const { id, originGroup } = source
  return originGroup === null ? `source ${id}` : `group ${originGroup.toLowerCase()}`
}
