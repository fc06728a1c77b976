import { unzipSync } from 'fflate'
import { sha256 } from '../../src/history/canonical.ts'
import { zipOf } from '../../src/publication/pack/write-zip.ts'

export const filesOf = (pack: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(pack)))

/** The same bytes, one of them another. `by`: 1 to 255. */
export function changedByte(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[at] = ((changed[at] ?? 0) + by) % 256
  return changed
}

/** The files of a pack, for whoever forges one. Each change must change something. */
export class Files {
  readonly #files: Map<string, Buffer>

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]))
  }

  get all(): readonly { readonly name: string; readonly bytes: Buffer }[] {
    return [...this.#files].map(([name, bytes]) => ({ name, bytes }))
  }

  read(name: string): string {
    return this.#files.get(name)?.toString() ?? ''
  }

  write(name: string, text: string): void {
    if (this.read(name) === text) throw new Error(`${name} stays as it is`)
    this.#files.set(name, Buffer.from(text))
  }

  edit(name: string, from: string | RegExp, to: string): void {
    this.write(name, this.read(name).replace(from, to))
  }

  lines(name: string, change: (rows: readonly string[]) => readonly string[]): void {
    const rows = this.read(name).trimEnd().split('\n')
    this.write(name, `${change(rows).join('\n')}\n`)
  }

  json(name: string, change: (value: Record<string, unknown>) => object): void {
    this.write(name, JSON.stringify(change(JSON.parse(this.read(name)) as Record<string, unknown>)))
  }

  drop(names: RegExp): void {
    for (const name of this.#files.keys()) if (names.test(name)) this.#files.delete(name)
  }
}

interface Manifest {
  readonly entries: object[]
}

/** A pack with a change in its files, and with a manifest and a zip that fit them. */
export function remade(pack: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files = new Files(filesOf(pack))
  const manifest = JSON.parse(files.read('manifest.json')) as Manifest
  change(files)
  files.drop(/^manifest\./)
  const entries = files.all.map(({ name, bytes }) => ({
    path: name,
    size: bytes.length,
    sha256: sha256(bytes),
  }))
  files.write('manifest.json', `${JSON.stringify({ ...manifest, entries }, null, 2)}\n`)
  files.write('manifest.sha256', `${sha256(files.read('manifest.json'))}  manifest.json\n`)
  return zipOf(files.all)
}
