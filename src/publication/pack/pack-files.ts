import { sha256 } from '../../history/canonical.ts'
import { originOf, type SignedHead } from '../../history/tree/signed-head.ts'
import { PACK_FORMAT, type PackParts } from './pack.ts'
import { readmeOf } from './readme.ts'
import { verifiers } from './verifiers.ts'
import type { PackFile } from './write-zip.ts'

/** The files of a pack. The same parts make the same files. */
export function packFiles(parts: PackParts): PackFile[] {
  const { script, page } = verifiers()
  const { draft, report } = parts.snapshot
  const files = [
    textFile('README.txt', readmeOf(parts)),
    jsonFile('report.json', { format: 'stet.packed-report/1', report, draft, published: parts.published }),
    textFile('snapshot.json', parts.snapshotJson),
    linesFile('events.jsonl', parts.events),
    linesFile('texts.jsonl', parts.texts),
    jsonFile('proofs.json', { format: 'stet.proofs/1', head: headOf(parts.head), proofs: parts.proofs }),
    textFile('verify.mjs', script),
    textFile('verify.html', page),
    ...(parts.draft === null ? [] : [textFile('draft.txt', parts.draft)]),
    ...(parts.audit === null ? [] : [textFile('audit.json', parts.audit)]),
    ...(parts.original === null
      ? []
      : [{ name: `original.${parts.original.extension}`, bytes: parts.original.bytes }]),
    ...parts.captures.map(({ sha256: hash, extension, bytes }) => ({
      name: `captures/${hash}.${extension}`,
      bytes,
    })),
  ]
  const manifest = manifestOf(parts, files)
  const line = `${sha256(manifest.bytes)}  ${manifest.name}\n`
  return [...files, manifest, textFile('manifest.sha256', line)]
}

const textFile = (name: string, text: string): PackFile => ({ name, bytes: Buffer.from(text) })
const jsonFile = (name: string, value: object): PackFile =>
  textFile(name, `${JSON.stringify(value, null, 2)}\n`)
const linesFile = (name: string, rows: readonly object[]): PackFile =>
  textFile(name, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))

const headOf = ({ keyId, size, root, at, publicKey, signature }: SignedHead) => ({
  ...{ origin: originOf(keyId), size, root, at: at.toISOString(), keyId, publicKey, signature },
})

const manifestOf = (parts: PackParts, files: readonly PackFile[]): PackFile =>
  jsonFile('manifest.json', {
    format: PACK_FORMAT,
    madeAt: parts.madeAt.toISOString(),
    state: parts.published === null ? 'not published' : 'published',
    included: parts.included,
    entries: files
      .map(({ name, bytes }) => ({ path: name, size: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    withheld: parts.withheld,
  })
