import { REFUSALS, type ApiRoute } from './api-route.ts'
import {
  newAnswers,
  newAttempt,
  newClaimsPut,
  newContact,
  newContactChange,
  newReflection,
} from './contact-schemas.ts'
import * as contacts from './contacts.ts'
import { idParams } from './schemas.ts'

const MISFIT = { 422: 'The body does not fit', ...REFUSALS }

/** What the API serves about whom a report's checkers ask, and what was answered. */
export const contactRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/reports/:id/contacts',
    summary: 'Whom the checkers of a report asked, newest first',
    handler: contacts.indexContacts,
    access: 'see contacts',
    params: idParams,
    answers: { 200: 'All contacts, as far as their terms let you see them', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/reports/:id/contacts',
    summary: 'Plan to put claims, or words, to a person',
    handler: contacts.createContact,
    access: 'ask people',
    params: idParams,
    body: newContact,
    answers: { 201: 'The contact', ...MISFIT },
  },
  {
    method: 'get',
    path: '/contacts/:id',
    summary: 'A contact with its attempts, its claims and their answers',
    handler: contacts.showContact,
    access: 'see contacts',
    params: idParams,
    answers: { 200: 'The contact, as far as its terms let you see it', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/contacts/:id/changes',
    summary: 'Change who is asked, how, on what terms and until when',
    handler: contacts.createChange,
    access: 'ask people',
    params: idParams,
    body: newContactChange,
    answers: { 201: 'Which fields changed', 409: 'Somebody changed it since', ...MISFIT },
  },
  {
    method: 'post',
    path: '/contacts/:id/attempts',
    summary: 'Note a try to reach the person',
    handler: contacts.createAttempt,
    access: 'ask people',
    params: idParams,
    body: newAttempt,
    answers: { 201: 'The attempt', ...MISFIT },
  },
  {
    method: 'post',
    path: '/contacts/:id/claims',
    summary: 'Put more claims to the person, or take some back',
    handler: contacts.createClaims,
    access: 'ask people',
    params: idParams,
    body: newClaimsPut,
    answers: { 201: 'What changed', 409: 'One of them is answered already', ...MISFIT },
  },
  {
    method: 'post',
    path: '/contacts/:id/reflections',
    summary: 'Note where the reply is reflected in the report',
    handler: contacts.createReflection,
    access: 'ask people',
    params: idParams,
    body: newReflection,
    answers: { 201: 'The claim’s number', ...MISFIT },
  },
  {
    method: 'post',
    path: '/contacts/:id/answers',
    summary: 'Note what the person answered on any number of claims, and rule on them',
    handler: contacts.createAnswers,
    access: 'ask people',
    params: idParams,
    body: newAnswers,
    answers: {
      201: 'How many were noted and ruled on',
      409: 'A claim or its answer changed since',
      ...MISFIT,
    },
  },
]
