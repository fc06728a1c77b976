import { createRequire } from 'node:module'
import { sep } from 'node:path'
import { isSource, projectRoot } from '../../paths.ts'

/** What Node calls its permission model: stable since 22.13 and 23.5, under a longer name before. */
const FLAG = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
)

/**
 * Arguments for Node that let a process read the program's own files and the packages it is made of, start threads, and
 * nothing more: no other file, no writing, no other program (and from Node 25 on no network). From source there is no
 * such limit, since the compiler of the source needs all of it.
 */
export function processPermissions(): readonly string[] {
  if (FLAG === undefined || isSource) return []
  const folders = new Set([`${projectRoot}${sep}`, packagesFolder()])
  return ['--no-warnings', FLAG, '--allow-worker', ...[...folders].map((one) => `--allow-fs-read=${one}`)]
}

/** The real folder of the packages, which can stand elsewhere than in the project: a link, or a folder above. */
function packagesFolder(): string {
  const one = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const folder = `${sep}node_modules${sep}`
  return one.slice(0, one.lastIndexOf(folder) + folder.length)
}
