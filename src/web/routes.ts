import type { Services } from '../services.ts'
import { ReadingsUnderWay } from './readings-under-way.ts'
import { accountRoutes } from './routes/accounts.ts'
import { claimRoutes } from './routes/claims.ts'
import { contactRoutes } from './routes/contacts.ts'
import { draftRoutes } from './routes/drafts.ts'
import { forgettingRoutes } from './routes/forgetting.ts'
import { gateRoutes } from './routes/gate.ts'
import { importRoutes } from './routes/imports.ts'
import { peopleRoutes } from './routes/people.ts'
import { editRoutes } from './routes/edits.ts'
import { reportRoutes } from './routes/reports.ts'
import { publicationRoutes } from './routes/publications.ts'
import { togetherRoutes } from './routes/together.ts'
import { wordsRoutes } from './routes/words.ts'
import { sourceRoutes } from './routes/sources.ts'
import { treeRoutes } from './routes/tree.ts'
import { get, type Route } from './routing.ts'

/** Every page and form: its path, who is let through to it (`accounts/policy.ts`), and what answers. */
export const webRoutes = (services: Services, readings = new ReadingsUnderWay()): readonly Route[] => [
  get('/', 'anyone', (_req, res) => res.redirect(303, '/reports')),
  ...accountRoutes(services),
  ...reportRoutes(services, readings),
  ...importRoutes(services),
  ...draftRoutes(services),
  ...claimRoutes(services),
  ...editRoutes(services),
  ...peopleRoutes(services),
  ...forgettingRoutes(services),
  ...gateRoutes(services),
  ...publicationRoutes(services),
  ...sourceRoutes(services),
  ...togetherRoutes(services),
  ...contactRoutes(services),
  ...wordsRoutes(services),
  ...treeRoutes(services),
]
