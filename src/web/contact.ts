import type { Request, RequestHandler, Response } from 'express'
import { showReport } from '../drafts/report-view.ts'
import { Conflict, Invalid } from '../errors.ts'
import { changeContact, SAY_WHY } from '../review/contacts/change-contact.ts'
import { putToClaims } from '../review/contacts/put-to-claims.ts'
import { recordAttempt } from '../review/contacts/record-attempt.ts'
import { reflectContact } from '../review/contacts/reflect-contact.ts'
import { showContact as loadContact } from '../review/contacts/show-contact.ts'
import type { Services } from '../services.ts'
import { claimNumbersIn } from './forms/claim-numbers.ts'
import { readContactChangeForm, type TypedChange } from './forms/contact-change-form.ts'
import { wayOf } from './forms/contact-form.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { contactPage, NOTHING_TYPED } from './pages/contact-page.ts'

interface ContactNamed {
  contactId: string
}

type Handler = RequestHandler<ContactNamed>

/** GET /contacts/:contactId?noted=&ruled=: one contact; after answers, how many there were. */
export const showContact = (services: Services): Handler => {
  return (req, res) => renderContact(services, req, res, null)
}

/** POST /contacts/:contactId/attempts: notes a try to reach the person. */
export const createAttempt = (services: Services): Handler =>
  orAgain(services, '#attempt-words', async (req, res) => {
    await recordAttempt(services.db, {
      contactId: req.params.contactId,
      how: wayOf(fieldOf(req.body, 'how')),
      reached: fieldOf(req.body, 'reached') === 'yes',
      words: fieldOf(req.body, 'words'),
      madeBy: currentAccount(res),
      at: services.clock(),
    })
  })

/** POST /contacts/:contactId/claims: puts more claims to them (`add`), or takes one back (`remove`). */
export const createClaims = (services: Services): Handler =>
  orAgain(services, '#add', async (req, res) => {
    await putToClaims(services.db, {
      contactId: req.params.contactId,
      add: claimNumbersIn(fieldOf(req.body, 'add')),
      remove: claimNumbersIn(fieldOf(req.body, 'remove')),
      changedBy: currentAccount(res),
      at: services.clock(),
    })
  })

/** POST /contacts/:contactId/reflections: where the reply is reflected, by a claim's number or by words of the report. */
export const createReflection = (services: Services): Handler =>
  orAgain(services, '#reflected', async (req, res) => {
    const given = fieldOf(req.body, 'reflected').trim()
    const number = /^(?:claim )?([1-9]\d{0,5})$/i.exec(given)?.[1]
    await reflectContact(services.db, {
      contactId: req.params.contactId,
      ...(number === undefined ? { words: given } : { claim: Number(number) }),
      notedBy: currentAccount(res),
      at: services.clock(),
    })
  })

/** POST /contacts/:contactId/changes: who is asked, how, on what terms, until when. */
export function createChange(services: Services): Handler {
  return async (req, res) => {
    const { contactId } = req.params
    const form = readContactChangeForm(req.body)
    const again = (status: number, problems: readonly Problem[]) =>
      renderContact(services, req, res.status(status), { problems, change: form.typed })
    if (!form.ok) return again(422, form.problems)
    try {
      const by = { contactId, changedBy: currentAccount(res), at: services.clock() }
      await changeContact(services.db, { ...form.value, ...by })
      res.redirect(303, `/contacts/${encodeURIComponent(contactId)}#changes`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      const href = error.message === SAY_WHY ? '#change-reason' : '#change-person'
      await again(error instanceof Conflict ? 409 : 422, [{ text: error.message, href }])
    }
  }
}

/** Does what was asked and shows the contact; what does not fit is shown again beside its field. */
function orAgain(
  services: Services,
  href: string,
  act: (req: Request<ContactNamed>, res: Response) => Promise<void>,
): Handler {
  return async (req, res) => {
    try {
      await act(req, res)
      res.redirect(303, `/contacts/${encodeURIComponent(req.params.contactId)}`)
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Conflict)) throw error
      res.status(error instanceof Conflict ? 409 : 422)
      await renderContact(services, req, res, { problems: [{ text: error.message, href }], change: null })
    }
  }
}

async function renderContact(
  { db, clock }: Services,
  req: Request<ContactNamed>,
  res: Response,
  refused: { readonly problems: readonly Problem[]; readonly change: TypedChange | null } | null,
): Promise<void> {
  const actor = currentAccount(res)
  const contact = await loadContact(db, { actor, contactId: req.params.contactId, now: clock() })
  const report = await showReport(db, actor, contact.reportId)
  const typed = {
    words: fieldOf(req.body, 'words'),
    how: fieldOf(req.body, 'how'),
    claims: fieldOf(req.body, 'add'),
    reflected: fieldOf(req.body, 'reflected'),
  }
  const page = contactPage(contact, {
    typed: refused?.change === null ? typed : NOTHING_TYPED,
    change: refused?.change ?? null,
    problems: refused?.problems ?? [],
    noted: notedWords(fieldOf(req.query, 'noted'), fieldOf(req.query, 'ruled')),
  })
  res.render('contacts/show', { report, page })
}

function notedWords(noted: string, ruled: string): string {
  if (!/^\d{1,4}$/.test(noted)) return ''
  const answers = noted === '1' ? '1 answer noted' : `${noted} answers noted`
  if (!/^[1-9]\d{0,3}$/.test(ruled)) return answers
  return `${answers}, ${ruled === '1' ? '1 claim' : `${ruled} claims`} ruled on`
}
