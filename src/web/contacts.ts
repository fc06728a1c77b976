import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../accounts/account.ts'
import { assertMay, mayOnReport } from '../accounts/policy.ts'
import type { Database } from '../db/database.ts'
import { listCallSheet, type CalledClaim } from '../drafts/list-call-sheet.ts'
import { listNamedPeople } from '../drafts/list-named-people.ts'
import { showReport } from '../drafts/report-view.ts'
import { listContacts } from '../review/contacts/list-contacts.ts'
import { planContact } from '../review/contacts/plan-contact.ts'
import { Invalid } from '../errors.ts'
import type { Services } from '../services.ts'
import { writtenNumbers } from './forms/claim-numbers.ts'
import { readContactForm, typedContact, type TypedContact } from './forms/contact-form.ts'
import type { Problem } from './forms/problems.ts'
import { namedSource } from './loading/load-named-source.ts'
import { currentAccount } from './middleware/current-account.ts'
import { contactsPage } from './pages/contacts-page.ts'
import { newContactPage } from './pages/new-contact-page.ts'
import { targetOf } from './target-of.ts'

interface ReportNamed {
  reportId: string
}

/** GET /reports/:reportId/contacts: who was asked, who is overdue, and who was never offered a reply. */
export function showContacts({ db, clock }: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const actor = currentAccount(res)
    const report = await showReport(db, actor, req.params.reportId)
    const contacts = await listContacts(db, { actor, reportId: report.id, now: clock() })
    const offered = contacts.filter((row) => row.rightOfReply && row.named).map(({ person }) => person)
    const named = await listNamedPeople(db, { actor, reportId: report.id, offered })
    const mayAsk = mayOnReport(actor, 'ask people', targetOf(report))
    res.render('contacts/index', { report, page: contactsPage(report.id, contacts, named, mayAsk) })
  }
}

/** GET /reports/:reportId/contacts/new?person=|source=|claims=&rightOfReply=: whom to ask, and about what. */
export const newContact = (services: Services): RequestHandler<ReportNamed> => {
  return (req, res) => renderNew(services, req, res, { typed: typedContact(req.query), problems: [] })
}

/** POST /reports/:reportId/contacts: plans a contact, then shows it. */
export function createContact(services: Services): RequestHandler<ReportNamed> {
  return async (req, res) => {
    const form = readContactForm(req.body)
    if (!form.ok) return renderNew(services, req, res.status(422), form)
    try {
      const { id } = await planContact(services.db, {
        ...form.value,
        reportId: req.params.reportId,
        plannedBy: currentAccount(res),
        at: services.clock(),
      })
      res.redirect(303, `/contacts/${id}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const problems = [{ text: error.message, href: '#claims' }]
      await renderNew(services, req, res.status(422), { typed: form.typed, problems })
    }
  }
}

async function renderNew(
  { db, clock }: Services,
  req: Request<ReportNamed>,
  res: Response,
  given: { typed: TypedContact; problems: readonly Problem[] },
): Promise<void> {
  const actor = currentAccount(res)
  const report = await showReport(db, actor, req.params.reportId)
  assertMay(actor, 'ask people', targetOf(report))
  const source = given.typed.source === '' ? null : await namedSource(db, actor, given.typed.source)
  const claims = await suggested(db, actor, report.id, given.typed)
  const fresh = req.method === 'GET'
  const typed =
    fresh && given.typed.claims === ''
      ? { ...given.typed, claims: writtenNumbers(claims.map(({ number }) => number)) }
      : given.typed
  const asksOne = fresh && /^\d+$/.test(given.typed.claims)
  const rows = asksOne ? await listContacts(db, { actor, reportId: report.id, now: clock() }) : []
  const open = rows.filter(({ state, named }) => named && state !== 'answered')
  const page = newContactPage(typed, { source, claims, open, problems: given.problems })
  res.render('contacts/new', { report, page })
}

/** The claims that fit who is asked. */
async function suggested(
  db: Database,
  actor: Actor,
  reportId: string,
  { person, source }: TypedContact,
): Promise<readonly CalledClaim[]> {
  if (source !== '') return listCallSheet(db, { actor, reportId, on: { source } })
  return person === '' ? [] : listCallSheet(db, { actor, reportId, on: { person } })
}
