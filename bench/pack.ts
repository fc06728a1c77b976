import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { openMigratedDatabase } from '../src/db/open-migrated.ts'
import { check } from '../src/publication/pack/verifier/verify.mjs'
import { verifiers } from '../src/publication/pack/verifiers.ts'
import { seeded } from '../tests/support/mutations.ts'
import { millWithSecrets, packOf, publishMill } from '../tests/support/packed.ts'
import { changedByte, filesOf } from '../tests/support/remade-pack.ts'
import type { Measured } from './support/figures.ts'

const CHANGES = 10_000
/** Changes that the page is given at a time. */
const AT_ONCE = 500

/** Random single-byte changes of an audit pack that its verifiers do not find: of the zip by script and page, and of its files. */
export async function benchPack(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  try {
    const pack = await publishedPack(join(folder, 'stet.db'))
    const size = `${CHANGES} changes of a pack of ${pack.length} bytes`
    return [
      figure('by the script', await missedByScript(pack), size),
      figure('by the script, unpacked', await missedUnpacked(pack), size),
      figure('by the page', await missedByPage(pack, folder), `${size}, in Chromium`),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function publishedPack(path: string): Promise<Uint8Array> {
  const db = await openMigratedDatabase(`file:${path}`)
  try {
    const mill = await millWithSecrets(db)
    await publishMill(db, mill)
    return (await packOf(db, mill)).bytes
  } finally {
    await db.$disconnect()
  }
}

async function missedByScript(pack: Uint8Array): Promise<number> {
  const random = seeded(41)
  let missed = 0
  for (let n = 0; n < CHANGES; n++) {
    const changed = changedByte(pack, random(pack.length), 1 + random(255))
    if ((await check(changed)).broken === null) missed += 1
  }
  return missed
}

async function missedUnpacked(pack: Uint8Array): Promise<number> {
  const random = seeded(43)
  const files = [...filesOf(pack)]
  const ends = files.map((_, i) => files.slice(0, i + 1).reduce((sum, [, { length }]) => sum + length, 0))
  let missed = 0
  for (let n = 0; n < CHANGES; n++) {
    const at = random(ends.at(-1) ?? 0)
    const place = ends.findIndex((end) => at < end)
    const [name, bytes] = files[place] ?? ['', new Uint8Array()]
    const changed = changedByte(bytes, at - ((ends[place] ?? 0) - bytes.length), 1 + random(255))
    if ((await check(new Map([...files, [name, changed]]))).broken === null) missed += 1
  }
  return missed
}

/** The page's own script, in the browser it is for: what it shows is made of what this finds. */
async function missedByPage(pack: Uint8Array, folder: string): Promise<number> {
  const browser = await launched()
  try {
    const page = await browser.newPage()
    const [, code = ''] = /<script type="module">([\s\S]*)<\/script>/.exec(verifiers().page) ?? []
    writeFileSync(join(folder, 'page.html'), verifiers().page.replace(/<meta http-equiv[^>]*>/, '').replace(code, () => `${code}\nwindow.check = check`)) // prettier-ignore
    await page.goto(`file://${join(folder, 'page.html')}`)
    await page.evaluate((text) => {
      Object.assign(window, { pack: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) })
    }, Buffer.from(pack).toString('base64'))
    const random = seeded(47)
    let missed = 0
    for (let n = 0; n < CHANGES; n += AT_ONCE) {
      const changes = Array.from({ length: AT_ONCE }, () => [random(pack.length), 1 + random(255)] as const)
      missed += await page.evaluate(countMissed, changes)
    }
    return missed
  } finally {
    await browser.close()
  }
}

/** Runs in the page. */
async function countMissed(changes: readonly (readonly [number, number])[]): Promise<number> {
  const own = window as unknown as { pack: Uint8Array; check: typeof check }
  let missed = 0
  for (const [at, by] of changes) {
    const changed = Uint8Array.from(own.pack)
    changed[at] = ((changed[at] ?? 0) + by) % 256
    if ((await own.check(changed)).broken === null) missed += 1
  }
  return missed
}

const launched = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })

const figure = (by: string, value: number, detail: string): Measured => ({
  name: `changes of a byte of a pack that went unseen ${by}`,
  value,
  unit: 'changes',
  target: { max: 0 },
  detail,
})
