import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder (absolute path): the nearest one above this file that holds package.json. */
export const projectRoot = nearestWithPackage(dirname(fileURLToPath(import.meta.url)))

function nearestWithPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearestWithPackage(dirname(folder))
}
