import type { RequestHandler } from 'express'
import type { Actor } from '../accounts/account.ts'
import { mayOnReport } from '../accounts/policy.ts'
import { listCallSheet } from '../drafts/list-call-sheet.ts'
import { showReport, type ReportView } from '../drafts/report-view.ts'
import { Invalid, NotFound } from '../errors.ts'
import { showContact } from '../review/contacts/show-contact.ts'
import type { Services } from '../services.ts'
import { fieldOf } from './forms/problems.ts'
import { namedSource } from './loading/load-named-source.ts'
import { currentAccount } from './middleware/current-account.ts'
import { sheetOfClaims, sheetOfContact, type CallSheetPage } from './pages/call-sheet-page.ts'
import { targetOf } from './target-of.ts'

/** What a call sheet is asked for: one of the three. */
interface Asked {
  readonly source: string
  readonly person: string
  readonly contact: string
}

/** GET /reports/:reportId/call-sheet?source=|person=|contact=: the claims to ask somebody about, to print. */
export function showCallSheet(services: Services): RequestHandler<{ reportId: string }> {
  return async (req, res) => {
    const actor = currentAccount(res)
    const report = await showReport(services.db, actor, req.params.reportId)
    const asked = {
      source: fieldOf(req.query, 'source'),
      person: fieldOf(req.query, 'person').trim(),
      contact: fieldOf(req.query, 'contact'),
    }
    const sheet = await sheetOf(services, actor, report, asked)
    res.render('contacts/call-sheet', { report, sheet })
  }
}

async function sheetOf(
  { db, clock }: Services,
  actor: Actor,
  report: ReportView,
  { source, person, contact }: Asked,
): Promise<CallSheetPage> {
  const more = { now: clock(), mayAsk: mayOnReport(actor, 'ask people', targetOf(report)) }
  const reportId = report.id
  if (contact !== '') {
    const shown = await showContact(db, { actor, contactId: contact, now: more.now })
    if (shown.reportId !== reportId) throw new NotFound('There is no such contact in this report.')
    return sheetOfContact(shown, more.now)
  }
  if (source !== '') {
    const { title } = await namedSource(db, actor, source)
    const claims = await listCallSheet(db, { actor, reportId, on: { source } })
    const query = new URLSearchParams({ source })
    return sheetOfClaims({ reportId, about: title, by: 'source' }, claims, { ...more, query })
  }
  if (person === '')
    throw new Invalid('Say whose claims: add ?person=, ?source= or ?contact= to the address.')
  const claims = await listCallSheet(db, { actor, reportId, on: { person } })
  const query = new URLSearchParams({ person: person.slice(0, 200) })
  return sheetOfClaims({ reportId, about: person.slice(0, 200), by: 'person' }, claims, { ...more, query })
}
