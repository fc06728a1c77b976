import { REFUSALS, type ApiRoute } from './api-route.ts'
import { newCapture } from './capture-schemas.ts'
import * as captures from './captures.ts'
import { idParams } from './schemas.ts'

const STARTED = {
  202: 'The job, whose outcome stands among the captures or link checks; `known`: it waited already',
  409: 'Its page is not asked for: protected, marked “do not fetch”, merged, without address, or FETCH=off',
  ...REFUSALS,
}

/** What the API serves about what was seen of sources, and about their links. */
export const captureRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/sources/:id/captures',
    summary: 'The captures of a source, newest first',
    access: 'see sources',
    handler: captures.indexCaptures,
    params: idParams,
    answers: { 200: 'The captures', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/sources/:id/captures',
    summary: 'Keep a PDF, image, saved page or text as what was seen of a source',
    access: 'capture source',
    handler: captures.createCapture,
    params: idParams,
    body: newCapture,
    upload: true,
    answers: {
      201: 'The capture',
      409: 'The source was merged, or two people destroyed this very file',
      413: 'The file is larger than 20 MB',
      422: 'It is no such file, or a field does not fit',
      ...REFUSALS,
    },
  },
  {
    method: 'post',
    path: '/sources/:id/fetches',
    summary: 'Let Stet fetch what a source shows',
    access: 'capture source',
    handler: captures.createFetch,
    params: idParams,
    answers: STARTED,
  },
  {
    method: 'get',
    path: '/captures/:id',
    summary: 'A capture with its readable text',
    access: 'see sources',
    handler: captures.readCapture,
    params: idParams,
    answers: { 200: 'The capture', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/captures/:id/file',
    summary: 'What was seen, bit for bit',
    access: 'see sources',
    handler: captures.readCaptureFile('file'),
    params: idParams,
    answers: { 200: 'The bytes', 410: 'Two people destroyed them', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/captures/:id/warc',
    summary: 'The exchange of a fetch, as a WARC file',
    access: 'see sources',
    handler: captures.readCaptureFile('warc'),
    params: idParams,
    answers: { 200: 'The bytes', 410: 'Two people destroyed them', ...REFUSALS },
  },
  {
    method: 'get',
    path: '/sources/:id/link-checks',
    summary: 'The checks of a source’s address, newest first, and what is under way',
    access: 'see sources',
    handler: captures.indexLinkChecks,
    params: idParams,
    answers: { 200: 'The checks', ...REFUSALS },
  },
  {
    method: 'post',
    path: '/sources/:id/link-checks',
    summary: 'Look at a source’s address now',
    access: 'check links',
    handler: captures.createLinkCheck,
    params: idParams,
    answers: STARTED,
  },
]
