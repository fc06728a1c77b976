import type { Response } from 'express'
import type { CaptureFile } from '../../sources/captures/load-capture.ts'

/** Types that a browser that saves a file may be told. Pages of others are never named as pages of ours. */
const HARMLESS = /^(?:application\/(?:pdf|warc)|image\/(?:png|jpeg|gif|webp|avif|tiff)|text\/plain)$/

/**
 * Sends what strangers made, bit for bit: to be saved, never shown within our pages. Where a browser shows it all the same, it stands alone
 * in a sandbox: no script, no form, nothing loaded.
 */
export function sendCapture(res: Response, { name, mediaType, bytes }: CaptureFile): void {
  res.set({
    'Content-Type': HARMLESS.test(mediaType) ? mediaType : 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  })
  res.end(Buffer.from(bytes))
}
