import { REFUSALS, type ApiRoute } from './api-route.ts'
import { newImport } from './import-schemas.ts'
import { createImport } from './imports.ts'
import { idParams } from './schemas.ts'

/** What the API takes back in: annotations and tables of claims. */
export const importRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/reports/:id/imports',
    summary:
      'Take in what came back: annotations as comments; risk, assignment and comments from a table of claims',
    handler: createImport,
    access: 'comment',
    params: idParams,
    body: newImport,
    upload: true,
    answers: {
      200: 'What would come of it, and nothing was written',
      201: 'What came of it; annotations without a certain place are listed',
      409: 'Something changed at the same moment',
      413: 'The file is too large',
      422: 'The file cannot be read, or has lines that are refused or out of date',
      ...REFUSALS,
    },
  },
]
