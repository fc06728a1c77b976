import type { RequestHandler, Response } from 'express'
import { listAccounts } from '../accounts/load-account.ts'
import { closeReport } from '../accounts/members/close-report.ts'
import { listMembers } from '../accounts/members/list-members.ts'
import { nameMember } from '../accounts/members/name-member.ts'
import { removeMember } from '../accounts/members/remove-member.ts'
import { may } from '../accounts/policy.ts'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import { openWorkOfThoseOut } from '../review/open-work.ts'
import type { Services } from '../services.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { workItem } from './pages/open-work-page.ts'
import { timeWords } from './pages/time-words.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

type Handler = RequestHandler<ReportNamed>

/** GET /reports/:reportId/people: who is in, and what those who are out left open. */
export const showPeople = (services: Services): Handler => {
  return (req, res) => renderPeople(services, res, req.params.reportId, 200)
}

/** POST /reports/:reportId/people/closing: `closed` is yes or empty. */
export function createClosing(services: Services): Handler {
  return async (req, res) => {
    const { reportId } = req.params
    const closed = fieldOf(req.body, 'closed') === 'yes'
    await closeReport(services.db, { reportId, closed, by: currentAccount(res), at: services.clock() })
    res.redirect(303, `/reports/${reportId}/people`)
  }
}

/** POST /reports/:reportId/people: names somebody. */
export const createMember = (services: Services): Handler => {
  return change(services, '#accountId', async (naming, res) => {
    await nameMember(services.db, naming)
    res.redirect(303, `/reports/${naming.reportId}/people`)
  })
}

/** POST /reports/:reportId/people/removals: takes somebody off; whoever leaves a closed report goes to the list of reports. */
export const createRemoval = (services: Services): Handler => {
  return change(services, '#members', async (naming, res) => {
    const { closed } = await showReport(services.db, naming.by, naming.reportId)
    await removeMember(services.db, naming)
    const out = closed && naming.accountId === naming.by.id
    res.redirect(303, out ? '/reports' : `/reports/${naming.reportId}/people`)
  })
}

/** Does what was asked with the person named, or shows the page again with what stands against it. */
function change(
  services: Services,
  href: string,
  act: (naming: Parameters<typeof nameMember>[1], res: Response) => Promise<void>,
): Handler {
  return async (req, res) => {
    const { reportId } = req.params
    const accountId = fieldOf(req.body, 'accountId')
    try {
      if (accountId === '') throw new Invalid('Choose somebody first.')
      await act({ reportId, accountId, by: currentAccount(res), at: services.clock() }, res)
    } catch (error) {
      if (!(error instanceof Conflict) && !(error instanceof Invalid)) throw error
      const problems = [{ text: error.message, href }]
      await renderPeople(services, res, reportId, error instanceof Conflict ? 409 : 422, problems)
    }
  }
}

async function renderPeople(
  { db }: Services,
  res: Response,
  reportId: string,
  status: number,
  problems: readonly Problem[] = [],
): Promise<void> {
  const reader = currentAccount(res)
  const report = await showReport(db, reader, reportId)
  const mayName = may(reader, 'name people', targetOf(report))
  const { members } = await listMembers(db, reader, reportId)
  const named = new Set(members.map(({ id }) => id))
  const others = mayName ? (await listAccounts(db)).filter(isFree) : []
  const out = await openWorkOfThoseOut(db, reader, reportId)
  res.status(status).render('reports/people', {
    report,
    members: members.map((member) => ({ ...member, added: timeWords(member.addedAt) })),
    others: others.filter(({ id }) => !named.has(id)),
    mayName,
    out: out.map(workItem),
    problems,
  })
}

const isFree = ({ sample, suspendedAt }: { sample: boolean; suspendedAt: Date | null }): boolean =>
  !sample && suspendedAt === null
