import type { Services } from '../../services.ts'
import { showCallSheet } from '../call-sheet.ts'
import { createAnswers, showAnswers } from '../contact-answers.ts'
import * as contact from '../contact.ts'
import * as contacts from '../contacts.ts'
import { get, post, type Route } from '../routing.ts'

/** Whom a report's checkers ask, and what was answered. */
export const contactRoutes = (services: Services): readonly Route[] => [
  get('/reports/:reportId/contacts', 'see contacts', contacts.showContacts(services)),
  get('/reports/:reportId/contacts/new', 'ask people', contacts.newContact(services)),
  post('/reports/:reportId/contacts', 'ask people', contacts.createContact(services)),
  get('/reports/:reportId/call-sheet', 'see contacts', showCallSheet(services)),
  get('/contacts/:contactId', 'see contacts', contact.showContact(services)),
  post('/contacts/:contactId/changes', 'ask people', contact.createChange(services)),
  post('/contacts/:contactId/attempts', 'ask people', contact.createAttempt(services)),
  post('/contacts/:contactId/claims', 'ask people', contact.createClaims(services)),
  post('/contacts/:contactId/reflections', 'ask people', contact.createReflection(services)),
  get('/contacts/:contactId/answers', 'ask people', showAnswers(services)),
  post('/contacts/:contactId/answers', 'ask people', createAnswers(services)),
]
