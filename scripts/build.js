/** Builds everything that runs: the database clients, and dist/ from src/ and seed/. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateClients } from './generate.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** Files that compiled code reads from beside itself. */
const DATA_TYPES = new Set(['.json', '.sql', '.txt', '.md', '.html'])

function compile() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

function copyData(folder) {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile() && DATA_TYPES.has(extname(entry.name)))) {
    const from = join(file.parentPath, file.name)
    const to = join(root, 'dist', from.slice(root.length))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  }
}

generateClients()
compile()
copyData('src')
copyData('seed')
