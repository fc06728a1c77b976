import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../src/paths.ts'
import type { Measured } from './support/figures.ts'

/** What the pages' own script and style weigh, each file compressed by itself as it travels. */
export const benchSizes = (): readonly Measured[] => [size('script', 'js', 30), size('style', 'css', 20)]

function size(name: string, kind: 'js' | 'css', max: number): Measured {
  const folder = join(projectRoot, 'public', kind)
  const files = readdirSync(folder).filter((file) => file.endsWith(`.${kind}`))
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  return {
    name: `${name}, compressed`,
    value: bytes / 1000,
    unit: 'kB',
    target: { max },
    detail: `${files.length} files`,
  }
}
