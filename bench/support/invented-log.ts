import { canonicalJson } from '../../src/history/canonical.ts'
import type { LoggedEvent } from '../../src/history/check-event.ts'
import { eventHash, GENESIS } from '../../src/history/event.ts'
import { seal } from '../../src/history/sealed-text.ts'

const KINDS = ['verdict.recorded', 'evidence.judged', 'claim.ticked', 'comment.written']

/** An event of an invented desk with the id of its payload. */
export interface InventedEvent extends LoggedEvent {
  readonly payloadId: string
}

/** So many events over so many reports, each following the one before it in its chain, as `appendEvent` would write them. */
export function* inventedLog(count: number, reports: number): Generator<InventedEvent> {
  const last = new Map<string, { seq: number; hash: string }>()
  for (let leaf = 0; leaf < count; leaf++) {
    const chain = leaf % 17 === 0 ? 'desk' : `report${(leaf * 7919) % reports}`
    const { seq, hash: prevHash } = last.get(chain) ?? { seq: 0, hash: GENESIS }
    const claimId = leaf % 17 === 0 ? null : `claim${leaf % 500}`
    const body = canonicalJson({
      ...(claimId === null ? {} : { claimId }),
      number: leaf % 500,
      reason: 'detail-differs',
      seenVersion: (leaf % 9) + 1,
      verdict: 'disputed',
      wordingKey: GENESIS.replaceAll('0', String(leaf % 10)),
    })
    const text = seal(body)
    const chained = {
      chain,
      seq: seq + 1,
      at: new Date(Date.UTC(2026, 0, 5) + leaf * 1000).toISOString(),
      actor: `person${leaf % 30}`,
      kind: KINDS[leaf % KINDS.length] ?? '',
      payloadHash: text.hash,
      prevHash,
    }
    const hash = eventHash(chained)
    last.set(chain, { seq: chained.seq, hash })
    const payload = { salt: text.salt, textHash: text.hash, body, destroyedAt: null, payloadId: text.id }
    yield { ...chained, claimId, hash, leaf, ...payload }
  }
}
