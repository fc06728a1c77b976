import type { Actor } from '../../accounts/account.ts'
import { mayOnSource } from '../../accounts/policy.ts'
import type { Database } from '../../db/database.ts'
import { listLinkChecks, workOnLink } from '../../review/links/list-link-checks.ts'
import { whyNotFetched } from '../../sources/captures/fetchable.ts'
import { listCaptures } from '../../sources/captures/list-captures.ts'
import type { SourceDetail } from '../../sources/show-source.ts'
import { type CapturesPart, capturesPart } from '../pages/captures-view.ts'

/** What a source's page shows of what was seen of it, and of its link; null where that is kept from this reader. */
export async function loadSourceCaptures(
  db: Database,
  reader: Actor,
  source: SourceDetail,
  { fetch }: { readonly fetch: boolean },
): Promise<CapturesPart | null> {
  const target = { protected: source.protected, named: source.named }
  if (!mayOnSource(reader, 'see who a source is', target)) return null
  const [captures, checks, work] = await Promise.all([
    listCaptures(db, reader, source.id),
    listLinkChecks(db, reader, source.id),
    workOnLink(db, source.id),
  ])
  const standing = source.mergedInto === null
  return capturesPart({
    captures,
    checks,
    work,
    doNotFetch: source.doNotFetch,
    rights: {
      mayCapture: standing && mayOnSource(reader, 'capture source', target),
      mayCheck: standing && mayOnSource(reader, 'check links', target),
      why: whyNotFetched({ ...source, mergedIntoId: source.mergedInto?.id ?? null }, fetch),
    },
  })
}
