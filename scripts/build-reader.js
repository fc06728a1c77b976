/**
 * Builds the commands that read a file and end (src/reader.ts) as one script, and keeps V8's compiled code of it beside
 * it: finding, compiling and linking forty bundles is a tenth of the CPU time in which half a megabyte is read.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A script has no `import.meta.url`: each module gets the address that it would have alone in dist/. */
const addresses = (root) => ({
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const file = relative(root, path).split(sep).join('/').replace(/\.ts$/, '.js')
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', `(distAddress + '/${file}')`)
      return { loader: 'ts', contents }
    })
  },
})

/** `external`: packages that stay in node_modules. To be called when the rest of dist/, its data too, is there. */
export async function buildReader(root, external) {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/reader.ts', 'src/start-reader.ts'],
    outdir: 'dist/src',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false }, // code that V8 kept has lost its way to import: packages are required
    banner: {
      js: `var distAddress = require('node:url').pathToFileURL(require('node:path').dirname(__dirname)).href;`,
    },
    external,
    plugins: [addresses(root)],
    logLevel: 'warning',
  })
  // In a process as it will run, since code is kept for the flags of one. What it reads is of no interest.
  const script = fileURLToPath(new URL('keep-compiled.js', import.meta.url))
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] })
}
