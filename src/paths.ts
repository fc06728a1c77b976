import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder (absolute path): the nearest one above this file that holds package.json. */
export const projectRoot = nearestWithPackage(dirname(fileURLToPath(import.meta.url)))

function nearestWithPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearestWithPackage(dirname(folder))
}

/** Whether the program runs from its source, in development and in tests (tsx adds a query); built code runs as it is. */
export const isSource = /\.ts(?:\?|$)/.test(import.meta.url)

/** A script that imports a file of the source where Node itself would not understand it: tsx has to be asked for. */
export const sourceImport = ({ href }: URL): string =>
  `import('tsx/esm/api').then(({ tsImport }) => tsImport('${href}', '${href}'))`
