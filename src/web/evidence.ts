import type { Request, RequestHandler, Response } from 'express'
import { judgeEvidence } from '../review/judge-evidence.ts'
import { withdrawEvidence } from '../review/withdraw-evidence.ts'
import { NotFound } from '../errors.ts'
import type { Services } from '../services.ts'
import { readEvidenceForm } from './forms/evidence-form.ts'
import { addressOfClaim, NOTHING_REFUSED, orRefuse } from './panel-form.ts'
import { renderClaim } from './render-claim.ts'

/** POST /claims/:claimId/evidence: judges what one source says of the claim, then shows its evidence. */
export function createEvidence(services: Services): RequestHandler<{ claimId: string }> {
  return async (req, res) => {
    const { claimId } = req.params
    const form = readEvidenceForm(req.body)
    const refused = { ...NOTHING_REFUSED, typed: form.typed }
    if (!form.ok) {
      const problems = { ...refused, problems: form.problems }
      return renderClaim(services, req, res, { claimId, status: 422, refused: problems })
    }
    await orRefuse(services, req, res, { claimId, refused, field: '#evidence' }, async (judgedBy) => {
      await judgeEvidence(services.db, { ...form.value, claimId, judgedBy, at: services.clock() })
      await toEvidence(services, req, res, claimId)
    })
  }
}

/** POST /claims/:claimId/evidence/:evidenceId/withdrawals: takes back one's own judgement. */
export function createEvidenceWithdrawal(
  services: Services,
): RequestHandler<{ claimId: string; evidenceId: string }> {
  return async (req, res) => {
    const { claimId, evidenceId } = req.params
    await orRefuse(services, req, res, { claimId, refused: NOTHING_REFUSED }, async (withdrawnBy) => {
      await withdrawEvidence(services.db, { evidenceId, withdrawnBy, at: services.clock() })
      await toEvidence(services, req, res, claimId)
    })
  }
}

/** The claim again, where its evidence stands. */
async function toEvidence(
  { db }: Services,
  req: Pick<Request, 'body'>,
  res: Response,
  claimId: string,
): Promise<void> {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: { reportId: true, number: true },
  })
  if (claim === null) throw new NotFound('There is no such claim.')
  const address = addressOfClaim(req.body, { ...claim, claimId })
  res.redirect(303, `${address.replace(/#.*$/, '')}#evidence`)
}
