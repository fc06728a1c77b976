import type { RequestHandler, Response } from 'express'
import { closeReport } from '../accounts/members/close-report.ts'
import { listMembers } from '../accounts/members/list-members.ts'
import { nameMember } from '../accounts/members/name-member.ts'
import { removeMember } from '../accounts/members/remove-member.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import { memberNamed, newClosing } from './member-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /reports/:id/members */
export function indexMembers({ db }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    res.json(answer(await listMembers(db, currentAccount(res), id)))
  }
}

/** POST /reports/:id/closing */
export function createClosing(services: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { closed } = parse(newClosing, req.body)
    await closeReport(services.db, { reportId, closed, by: currentAccount(res), at: services.clock() })
    await answerPeople(services, res, reportId)
  }
}

/** POST /reports/:id/members */
export function createMember(services: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { accountId } = parse(memberNamed, req.body)
    await nameMember(services.db, { reportId, accountId, by: currentAccount(res), at: services.clock() })
    await answerPeople(services, res, reportId)
  }
}

/** POST /reports/:id/members/removals: who leaves a closed report by themselves is told nothing more of it. */
export function createMemberRemoval(services: Services): RequestHandler {
  return async (req, res) => {
    const { id: reportId } = parse(idParams, req.params)
    const { accountId } = parse(memberNamed, req.body)
    const by = currentAccount(res)
    await removeMember(services.db, { reportId, accountId, by, at: services.clock() })
    if (accountId === by.id) res.sendStatus(204)
    else await answerPeople(services, res, reportId)
  }
}

async function answerPeople({ db }: Services, res: Response, reportId: string): Promise<void> {
  res.status(201).json(answer(await listMembers(db, currentAccount(res), reportId)))
}

const answer = ({ closed, members }: Awaited<ReturnType<typeof listMembers>>) => ({ closed, items: members })
