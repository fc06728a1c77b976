import type { Request, RequestHandler, Response } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid, NotAllowed } from '../errors.ts'
import { recordAnswers } from '../review/contacts/record-answers.ts'
import { showContact, type ContactView } from '../review/contacts/show-contact.ts'
import type { Services } from '../services.ts'
import { readAnswersForm, type TypedAnswers } from './forms/answers-form.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { answersPage } from './pages/answers-page.ts'

interface ContactNamed {
  contactId: string
}

interface Refused {
  readonly typed: TypedAnswers
  readonly problems: readonly Problem[]
  readonly conflict: string | null
}

/** GET /contacts/:contactId/answers?rule=1: all answers of one person, to be entered in one go; `rule`: with verdicts. */
export function showAnswers(services: Services): RequestHandler<ContactNamed> {
  return async (req, res) => {
    const contact = await contactToAnswer(services, req, res)
    await renderAnswers(services, req, res, contact, null)
  }
}

/** POST /contacts/:contactId/answers: notes all of them, or none. */
export function createAnswers(services: Services): RequestHandler<ContactNamed> {
  return async (req, res) => {
    const contact = await contactToAnswer(services, req, res)
    const form = readAnswersForm(req.body, contact.claims)
    if (!form.ok) return renderAnswers(services, req, res.status(422), contact, { ...form, conflict: null })
    try {
      const { answered, ruled } = await recordAnswers(services.db, {
        ...form.value,
        contactId: contact.id,
        notedBy: currentAccount(res),
        at: services.clock(),
      })
      const noted = answered + (form.value.whole === undefined ? 0 : 1)
      res.redirect(303, `/contacts/${contact.id}?noted=${noted}&ruled=${ruled.length}`)
    } catch (error) {
      await renderRefusal(services, req, res, { error, typed: form.typed })
    }
  }
}

/** What others did meanwhile stands beside what was typed, which can be sent again. */
async function renderRefusal(
  services: Services,
  req: Request<ContactNamed>,
  res: Response,
  { error, typed }: { error: unknown; typed: TypedAnswers },
): Promise<void> {
  if (!(error instanceof Conflict || error instanceof Invalid)) throw error
  const isConflict = error instanceof Conflict
  const contact = await contactToAnswer(services, req, res)
  await renderAnswers(services, req, res.status(isConflict ? 409 : 422), contact, {
    typed,
    problems: isConflict ? [] : [{ text: error.message, href: '#rest' }],
    conflict: isConflict ? error.message : null,
  })
}

async function contactToAnswer(
  { db, clock }: Services,
  req: Request<ContactNamed>,
  res: Response,
): Promise<ContactView> {
  const actor = currentAccount(res)
  const contact = await showContact(db, { actor, contactId: req.params.contactId, now: clock() })
  if (!contact.mayWork)
    throw new NotAllowed('This contact is kept to whoever made it and the editors: ask one of them.')
  return contact
}

async function renderAnswers(
  { db }: Services,
  req: Request<ContactNamed>,
  res: Response,
  contact: ContactView,
  refused: Refused | null,
): Promise<void> {
  const report = await showReport(db, currentAccount(res), contact.reportId)
  const page = answersPage(contact, {
    typed: refused?.typed ?? null,
    problems: refused?.problems ?? [],
    conflict: refused?.conflict ?? null,
    rule: fieldOf(req.query, 'rule') !== '',
  })
  res.render('contacts/answers', { report, page })
}
