import type { RequestHandler } from 'express'
import { changeContact } from '../review/contacts/change-contact.ts'
import { listContacts } from '../review/contacts/list-contacts.ts'
import { planContact } from '../review/contacts/plan-contact.ts'
import { putToClaims } from '../review/contacts/put-to-claims.ts'
import { recordAnswers } from '../review/contacts/record-answers.ts'
import { recordAttempt } from '../review/contacts/record-attempt.ts'
import { reflectContact } from '../review/contacts/reflect-contact.ts'
import { showContact as loadContact } from '../review/contacts/show-contact.ts'
import type { Services } from '../services.ts'
import { currentAccount } from '../web/middleware/current-account.ts'
import {
  newAnswers,
  newAttempt,
  newClaimsPut,
  newContact,
  newContactChange,
  newReflection,
} from './contact-schemas.ts'
import { parse } from './parse.ts'
import { idParams } from './schemas.ts'

/** GET /reports/:id/contacts: newest first. A desk asks tens of people, not thousands: all in one page. */
export function indexContacts({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const items = await listContacts(db, { actor: currentAccount(res), reportId: id, now: clock() })
    res.json({ items, next: null })
  }
}

/** POST /reports/:id/contacts */
export function createContact({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { deadline, ...given } = parse(newContact, req.body)
    const planned = await planContact(db, {
      ...given,
      deadline: deadline === undefined ? undefined : new Date(deadline),
      reportId: id,
      plannedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(planned)
  }
}

/** GET /contacts/:id: as far as its terms let whoever asks see it. */
export function showContact({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    res.json(await loadContact(db, { actor: currentAccount(res), contactId: id, now: clock() }))
  }
}

/** POST /contacts/:id/changes */
export function createChange({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { deadline, ...given } = parse(newContactChange, req.body)
    const changed = await changeContact(db, {
      ...given,
      deadline: typeof deadline === 'string' ? new Date(deadline) : deadline,
      contactId: id,
      changedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(changed)
  }
}

/** POST /contacts/:id/attempts */
export function createAttempt({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { contactId: id, madeBy: currentAccount(res), at: clock() }
    res.status(201).json(await recordAttempt(db, { ...parse(newAttempt, req.body), ...by }))
  }
}

/** POST /contacts/:id/claims */
export function createClaims({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { contactId: id, changedBy: currentAccount(res), at: clock() }
    res.status(201).json(await putToClaims(db, { ...parse(newClaimsPut, req.body), ...by }))
  }
}

/** POST /contacts/:id/reflections */
export function createReflection({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const by = { contactId: id, notedBy: currentAccount(res), at: clock() }
    res.status(201).json(await reflectContact(db, { ...parse(newReflection, req.body), ...by }))
  }
}

/** POST /contacts/:id/answers: all of them, or none. */
export function createAnswers({ db, clock }: Services): RequestHandler {
  return async (req, res) => {
    const { id } = parse(idParams, req.params)
    const { answers, whole } = parse(newAnswers, req.body)
    const noted = await recordAnswers(db, {
      contactId: id,
      answers: answers.map(({ ruling, ...answer }) => ({ ...answer, ruling: ruling ?? null })),
      whole,
      notedBy: currentAccount(res),
      at: clock(),
    })
    res.status(201).json(noted)
  }
}
