import type { Request, Response } from 'express'
import type { Actor } from '../accounts/account.ts'
import { Conflict, Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { currentAccount } from './middleware/current-account.ts'
import { deskAddress } from './pages/desk-page.ts'
import type { Refused } from './pages/ruling-forms.ts'
import { cameFrom } from './panel-request.ts'
import { renderClaim } from './render-claim.ts'

export const NOTHING_REFUSED: Refused = { problems: [], conflict: null, verdict: null, outcome: null }

/** The claim whose panel a form belongs to, and what is shown again when it is refused. */
export interface Refusal {
  readonly claimId: string
  readonly refused: Refused
  /** The field that an `Invalid` is about: `#fix-words`. Without it such an error goes to a page of its own. */
  readonly field?: string
}

/**
 * Does what a form of the panel asks. When somebody was quicker (409), or the words do not fit (422), shows the claim again with
 * what was typed.
 */
export async function orRefuse(
  services: Services,
  req: Pick<Request, 'body' | 'get'>,
  res: Response,
  { claimId, refused, field }: Refusal,
  act: (actor: Actor) => Promise<void>,
): Promise<void> {
  try {
    await act(currentAccount(res))
  } catch (error) {
    if (error instanceof Conflict) {
      const conflict = { ...refused, conflict: error.message }
      return renderClaim(services, req, res, { claimId, status: 409, refused: conflict })
    }
    if (!(error instanceof Invalid) || field === undefined) throw error
    const problems = [{ text: error.message, href: field }]
    await renderClaim(services, req, res, { claimId, status: 422, refused: { ...refused, problems } })
  }
}

/** The fields of a form as text, to be shown again; `form` names it. */
export function typedInto(form: string, body: unknown): Readonly<Record<string, string>> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string')
  return { ...Object.fromEntries(texts), form }
}

/** The claim again, where the form came from. */
export function addressOfClaim(
  body: unknown,
  {
    claimId,
    reportId,
    number,
  }: { readonly claimId: string; readonly reportId: string; readonly number: number },
): string {
  const { back, filter } = cameFrom(body)
  return back === 'desk' ? deskAddress(reportId, filter, number) : `/claims/${claimId}`
}
