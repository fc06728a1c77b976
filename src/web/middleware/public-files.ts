import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import express, { Router } from 'express'
import { projectRoot } from '../../paths.ts'

const FONTS = ['source-serif-4', 'source-sans-3', 'noto-sans-arabic']

const OURS = { index: false, redirect: false, maxAge: '5m' } as const
const FONT = { index: false, redirect: false, maxAge: '30d', extensions: false } as const

/** The style sheets, scripts and fonts that pages load, with an ETag. No other path touches the disk. */
export function servePublicFiles(): Router {
  const router = Router()
  for (const folder of ['css', 'js'])
    router.use(`/${folder}`, express.static(join(projectRoot, 'public', folder), OURS))
  router.get('/icon.svg', (_req, res) =>
    res.sendFile('icon.svg', { root: join(projectRoot, 'public'), maxAge: '5m' }),
  )
  for (const font of FONTS) router.use('/fonts', express.static(filesOf(font), FONT))
  return router
}

/** Where a font's package keeps its files. */
const filesOf = (font: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${font}/package.json`)), 'files')
