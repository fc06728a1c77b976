import type { RequestHandler, Response } from 'express'
import { Invalid } from '../errors.ts'
import { waitForJob } from '../jobs/wait-for-job.ts'
import { startLinkCheck } from '../review/links/start-link-check.ts'
import type { Services } from '../services.ts'
import { loadCaptureFile } from '../sources/captures/load-capture.ts'
import { startFetch } from '../sources/captures/start-fetch.ts'
import { uploadCapture } from '../sources/captures/upload-capture.ts'
import { currentAccount } from './middleware/current-account.ts'
import { sendCapture } from './middleware/send-capture.ts'
import { deed, form, type Named } from './sources.ts'

/** Milliseconds that a browser waits for what it asked another server for, before the page says that it is under way. */
const DIRECTLY = 5_000

/** POST /sources/:sourceId/captures: keeps an uploaded file as what was seen. */
export const createCapture = (services: Services): Named =>
  form(services, '#captures', async ({ id, res, typed, file }) => {
    if (file === undefined) throw new Invalid('Choose the PDF, image or saved page that shows what was seen.')
    await uploadCapture(services.db, {
      ...deed(services, res, id),
      bytes: file.buffer,
      name: file.originalname,
      title: typed['captureTitle'],
      url: typed['captureUrl'],
      seenAt: dayIn(typed['seenOn'] ?? '', services.clock()),
    })
    return undefined
  })

/** The noon of a day, UTC, or now where that is today or nothing was given. */
function dayIn(given: string, now: Date): Date {
  const day = given.trim()
  if (day === '' || day === now.toISOString().slice(0, 10)) return now
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T12:00:00Z`) : new Date(Number.NaN)
  if (Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day))
    throw new Invalid('Give the day on which it was seen, as 2026-01-05, or leave it empty for today.')
  return noon
}

/** POST /sources/:sourceId/fetches: lets Stet fetch the page. */
export const createFetch = (services: Services): Named =>
  form(services, '#captures', async ({ id, res }) => {
    const started = await startFetch(services.db, asked(services, res, id))
    await waitBriefly(services, started.id)
    return undefined
  })

/** POST /sources/:sourceId/link-checks: looks at the address now. */
export const createLinkCheck = (services: Services): Named =>
  form(services, '#link', async ({ id, res }) => {
    const started = await startLinkCheck(services.db, asked(services, res, id))
    await waitBriefly(services, started.id)
    return undefined
  })

const asked = (services: Services, res: Response, id: string) => ({
  ...deed(services, res, id),
  allowed: services.config.work.fetch,
})

/** Where this process runs jobs, one that somebody waits for is mostly done at once. */
async function waitBriefly({ db, config }: Services, jobId: string): Promise<void> {
  if (config.work.jobs) await waitForJob(db, jobId, DIRECTLY)
}

/** GET /captures/:captureId/file and /warc: the bytes as they are, for saving. */
export const downloadCapture = (
  { db }: Services,
  which: 'file' | 'warc',
): RequestHandler<{ captureId: string }> => {
  return async (req, res) => {
    sendCapture(res, await loadCaptureFile(db, currentAccount(res), req.params.captureId, which))
  }
}
