import type { RequestHandler } from 'express'
import { judgeClaims } from '../review/judge-claims.ts'
import { withdrawEvidence } from '../review/withdraw-evidence.ts'
import { leaningShown } from '../review/leaning-shown.ts'
import { mergeDuplicate } from '../review/falls/merge-duplicate.ts'
import type { Services } from '../services.ts'
import { addSource } from '../sources/add-source.ts'
import { editSource, setOrigin } from '../sources/edit-source.ts'
import { judgeSource } from '../sources/judge-source.ts'
import { listSources } from '../sources/list-sources.ts'
import { withdrawMerge } from '../sources/merge-sources.ts'
import { addProtectedSource, liftProtection, protectSource } from '../sources/protect-source.ts'
import { showSource } from '../sources/show-source.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'
import * as schemas from './source-schemas.ts'

/** GET /sources: those that this person may know of, by title. */
export const indexSources = ({ db }: Services): RequestHandler => {
  return async (req, res) => {
    const { limit, cursor = '0', q, unjudged } = parse(schemas.sourcesQuery, req.query)
    const filter = { q, unjudged: unjudged === 'true' }
    const skip = Number(cursor)
    const { items, total } = await listSources(db, currentAccount(res), filter, { limit, skip })
    res.json({ items, next: skip + limit < total ? String(skip + limit) : null })
  }
}

/** GET /sources/:id */
export const readSource = ({ db }: Services): RequestHandler => {
  return async (req, res) => {
    const reader = currentAccount(res)
    const source = await showSource(db, reader, parse(idParams, req.params).id)
    res.json(await leaningShown(db, source, reader))
  }
}

/** POST /sources: 200 where it was known already. */
export const createSource = ({ db, clock }: Services): RequestHandler => {
  return async (req, res) => {
    const given = parse(schemas.newSource, req.body)
    const by = { by: currentAccount(res), at: clock(), onDesk: true }
    const added =
      'protected' in given
        ? await addProtectedSource(db, { ...by, kind: given.kind, ...given.protected })
        : await addSource(db, { ...by, ...given })
    res
      .status(added.known ? 200 : 201)
      .location(`/api/v1/sources/${added.id}`)
      .json(added)
  }
}

type Change = Parameters<typeof liftProtection>[1]

/** A change of one source, answered with the source as it stands then. */
const changing = (change: (services: Services, deed: Change, body: unknown) => Promise<unknown>) => {
  return (services: Services): RequestHandler =>
    async (req, res) => {
      const { id } = parse(idParams, req.params)
      const deed = { sourceId: id, by: currentAccount(res), at: services.clock() }
      await change(services, deed, req.body)
      res
        .status(201)
        .json(await leaningShown(services.db, await showSource(services.db, deed.by, id), deed.by))
    }
}

/** POST /sources/:id/edits */
export const createEdit = changing(({ db }, deed, body) =>
  editSource(db, { ...deed, ...parse(schemas.newSourceEdit, body) }),
)

/** POST /sources/:id/reliability */
export const createReliability = changing(({ db }, deed, body) =>
  judgeSource(db, { ...deed, ...parse(schemas.newReliability, body) }),
)

/** POST /sources/:id/origin */
export const createOrigin = changing(({ db }, deed, body) =>
  setOrigin(db, { ...deed, ...parse(schemas.newOrigin, body) }),
)

/** POST /sources/:id/merges: the duplicate is merged into this source. */
export const createMerge = changing(({ db }, { sourceId, by, at }, body) =>
  mergeDuplicate(db, { sourceId: parse(schemas.newMerge, body).duplicateId, intoId: sourceId, by, at }),
)

/** POST /sources/:id/merge-withdrawals: this source stands for itself again. */
export const createMergeWithdrawal = changing(({ db }, deed) => withdrawMerge(db, deed))

/** POST /sources/:id/protection */
export const createProtection = changing(({ db }, deed, body) =>
  protectSource(db, { ...deed, ...parse(schemas.newProtection, body) }),
)

/** POST /sources/:id/protection-lifts */
export const createProtectionLift = changing(({ db }, deed) => liftProtection(db, deed))

/** POST /sources/:id/evidence: one source put to many claims of a report. */
export const createPut = ({ db, clock }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const given = parse(schemas.newPut, req.body)
    const by = { judgedBy: currentAccount(res), at: clock() }
    res.status(201).json({ items: await judgeClaims(db, { ...given, sourceId: id, ...by }) })
  }
}

/** POST /evidence/:id/withdrawals */
export const createEvidenceWithdrawal = ({ db, clock }: Services): RequestHandler => {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { withdrawnBy: currentAccount(res), at: clock() }
    res.status(201).json(await withdrawEvidence(db, { evidenceId: id, ...by }))
  }
}
