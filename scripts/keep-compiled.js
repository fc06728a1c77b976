/**
 * Writes the compiled code of dist/src/reader.cjs, after it has read a report as Markdown and as a page: V8 keeps the code
 * of functions that have run, and compiles the others when they are called.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import markdown from 'markdown-it'

const root = fileURLToPath(new URL('..', import.meta.url))
const { KEPT_CODE, loadReader } = createRequire(import.meta.url)(join(root, 'dist/src/start-reader.cjs'))

const report = join(root, 'seed/sample-report.md')
const folder = mkdtempSync(join(tmpdir(), 'stet-build-'))
const page = join(folder, 'page.html')
writeFileSync(page, markdown().render(readFileSync(report, 'utf8')))

const { script, runReader } = loadReader()
for (const file of [report, page])
  await runReader([process.execPath, 'stet', 'read', '--format', 'json', file])
rmSync(folder, { recursive: true })
if (process.exitCode === undefined)
  writeFileSync(join(root, 'dist/src', KEPT_CODE), script.createCachedData())
