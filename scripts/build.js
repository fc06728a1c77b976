/**
 * Builds everything that runs: the database clients, and dist/ from src/ and seed/.
 *
 * The modules are bundled into a few files, because Node opens and compiles a hundred and fifty small ones in more CPU
 * time than `stet read` takes for half a megabyte. Nothing else changes: what is imported lazily still is, and each
 * module finds its data where it would if it stood in dist/ alone. Types are checked by `npm run types`.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildReader } from './build-reader.js'
import { generateClients } from './generate.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that built code reads from beside itself. */
const DATA_TYPES = new Set(['.json', '.sql', '.txt', '.md', '.html', '.mjs'])

/** Packages that a short command loads, bundled with it; the others stay in node_modules. */
const BUNDLED = new Set(['commander', 'markdown-it', 'parse5'])

/** A module that runs in a thread or process of its own is called so (`…-thread.ts`), and is a file of its own in dist/. */
const isEntry = (file) => file === join('src', 'main.ts') || /-(?:thread|process)\.ts$/.test(file)

/**
 * Node's own modules as they are. An `import` of one makes a copy of it with every part that Node would make only when it
 * is asked for: streams of files, web cryptography. It is a twentieth of the time in which `stet read` starts.
 */
const builtIns = {
  name: 'built-ins',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      isBuiltin(path) && kind !== 'dynamic-import'
        ? { path: path.replace(/^node:/, ''), namespace: 'built-in' }
        : undefined,
    )
    onLoad({ filter: /./, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }))
  },
}

/** `import.meta.url` of a bundled file is the bundle's: here each module keeps the address that it would have alone. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(root, path).split(sep).join('/').replace(/\.ts$/, '.js')
      const address = `(import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/')) + '/dist/${file}')`
      return { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', address) }
    })
  },
}

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const external = Object.keys(dependencies).filter((name) => !BUNDLED.has(name))

async function bundle() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: filesIn('src').filter(isEntry),
    outbase: '.',
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    plugins: [builtIns, ownAddresses],
    logLevel: 'warning',
  })
}

function copyData(folder) {
  for (const file of filesIn(folder).filter((name) => DATA_TYPES.has(extname(name)))) {
    const to = join(root, 'dist', file)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(root, file), to)
  }
}

/** The files of a folder and the folders in it, as paths from the project's root. */
function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

generateClients()
await bundle()
copyData('src')
copyData('seed')
await buildReader(root, external)
