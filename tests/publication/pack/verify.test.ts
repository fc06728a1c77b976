import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/history/canonical.ts'
import { keyIdOf, originOf, signatureOf } from '../../../src/history/tree/signed-head.ts'
import { check } from '../../../src/publication/pack/verifier/verify.mjs'
import { verifiers } from '../../../src/publication/pack/verifiers.ts'
import { zipOf } from '../../../src/publication/pack/write-zip.ts'
import { describeInBrowser } from '../../support/browser.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { seeded } from '../../support/mutations.ts'
import { EXCERPT, millWithSecrets, packOf, publishMill } from '../../support/packed.ts'
import { changedByte, type Files, filesOf, remade } from '../../support/remade-pack.ts'

/** Random single-byte changes of a pack; `npm run bench -- pack` makes ten thousand. */
const CHANGES = 500

let pack: Uint8Array
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeOnSqlite('the verifiers of an audit pack', (makeDatabase) => {
  beforeAll(async () => {
    const db = await makeDatabase()
    const mill = await millWithSecrets(db)
    await publishMill(db, mill)
    pack = (await packOf(db, mill)).bytes
    writeFileSync(join(folder, 'pack.zip'), pack)
    writeFileSync(join(folder, 'verify.mjs'), verifiers().script)
    writeFileSync(join(folder, 'verify.html'), verifiers().page)
    const changed = filesOf(pack)
    writeFileSync(join(folder, 'changed.zip'), zipOf([...changed].map(spoilt)))
  })

  test('the script has fewer than 200 lines, and the page is the same script', () => {
    const { script, page } = verifiers()
    expect(script.split('\n').length - 1).toBeLessThan(200)
    expect(script).not.toMatch(/<\/script|<!--/i)
    expect(script.match(/import\('[^']+'\)/g)).toEqual(expect.arrayContaining([`import('node:fs')`]))
    expect(script.replaceAll(/import\('node:[a-z]+'\)/g, '')).not.toMatch(/\bimport\b(?!\.meta)/)
    expect(page).toContain(script)
    expect(page).not.toMatch(/(?:src|href)="|https?:\/\//)
  })

  test('find every change of one byte, anywhere in the zip', async () => {
    const random = seeded(23)
    const missed: number[] = []
    for (let n = 0; n < CHANGES; n++) {
      const at = random(pack.length)
      if ((await check(changedByte(pack, at, 1 + random(255)))).broken === null) missed.push(at)
    }
    expect(missed).toEqual([])
  })

  test('find every change of one byte in a file of an unpacked one', async () => {
    const random = seeded(29)
    const files = [...filesOf(pack)]
    const missed: string[] = []
    for (let n = 0; n < CHANGES; n++) {
      const [name, bytes] = files[random(files.length)] ?? ['', new Uint8Array()]
      const changed = changedByte(bytes, random(bytes.length), 1 + random(255))
      const { broken } = await check(new Map([...files, [name, changed]]))
      if (broken === null) missed.push(name)
    }
    expect(missed).toEqual([])
  })

  test('find bytes before, between, behind and in a second copy of the files', async () => {
    const first = filesOf(pack)
    const twice = [...first, ['draft.txt', Buffer.from('Another draft')] as const]
    for (const strange of [
      Buffer.concat([Buffer.from('x'), pack]),
      Buffer.concat([pack, Buffer.from('x')]),
      Buffer.concat([pack, pack]),
      Buffer.concat([pack.subarray(0, 1000), Buffer.alloc(4), pack.subarray(1000)]),
      pack.subarray(0, -1),
      zipOf(twice.map(([name, bytes]) => ({ name, bytes }))),
      new Uint8Array(),
    ])
      expect((await check(strange)).broken).not.toBeNull()
  })
})

const spoilt = ([name, bytes]: readonly [string, Uint8Array]) => ({
  name,
  bytes: name === 'draft.txt' ? Buffer.from('Another text.') : bytes,
})

/** What somebody changes who makes manifest and zip anew around it; the first thing that does not hold then. */
const FORGERIES: readonly (readonly [string, (files: Files) => void, RegExp])[] = [
  ['another draft', (f) => f.write('draft.txt', 'The mill still stands.'), /the text/],
  ['another audit', (f) => f.write('audit.json', '{"passed":true}'), /the text/],
  ['another original', (f) => f.write('original.md', '# Nothing'), /^original/],
  ['an excerpt that says more', (f) => f.edit('texts.jsonl', EXCERPT, 'Nothing burned.'), /the text/],
  ['another verdict', (f) => f.edit('snapshot.json', '"substantiated"', '"disputed"'), /snapshot\.json/],
  [
    'what an event says',
    (f) => f.edit('events.jsonl', '"verdict":"substantiated"', '"verdict":"disputed"'),
    /^event \d+/,
  ],
  ['who did it', (f) => f.edit('events.jsonl', /"actor":"[^"]+"/, '"actor":"nobody"'), /^event 1/],
  ['an event less', (f) => f.lines('events.jsonl', (rows) => rows.toSpliced(4, 1)), /^event 5/],
  ['the last event less', (f) => f.lines('events.jsonl', (rows) => rows.slice(0, -1)), /./],
  [
    'an event kept without saying so',
    (f) => f.edit('events.jsonl', /"payload":\{[^}]*\},"salt"/, '"salt"'),
    /^event \d+/,
  ],
  ['another title', (f) => f.edit('report.json', 'The mill on the Elve', 'Another mill'), /report\.json/],
  ['no publication', (f) => f.edit('report.json', /"seq": \d+/, '"seq": 2'), /report\.json/],
  ['a capture less', (f) => f.drop(/^captures\//), /sha256/],
  ['a file of its own', (f) => f.write('captures/more.html', 'More'), /captures\/more\.html/],
  ['a text of its own', (f) => f.lines('texts.jsonl', (rows) => [...rows, ownText()]), /the text/],
  ['another head', (f) => f.edit('proofs.json', /"root": "[0-9a-f]{8}/, '"root": "00000000'), /event|head/],
  [
    'a head of another size',
    (f) => f.edit('proofs.json', /"size": \d+/, '"size": 4711'),
    /event|head|proofs/,
  ],
  ['a path', (f) => f.edit('proofs.json', /"path": \[\s*"[^"]{4}/, '"path": ["AAAA'), /^event \d+/],
  ['a signature', (f) => f.edit('proofs.json', /"signature": "[^"]{4}/, '"signature": "AAAA'), /signed head/],
  [
    'a key that does not sign',
    (f) => f.edit('proofs.json', /"keyId": "[0-9a-f]{4}/, '"keyId": "0000'),
    /signed head/,
  ],
]

const ownText = (): string =>
  JSON.stringify({ hash: sha256(Buffer.from('00', 'hex'), 'x'), salt: '00', body: 'x' })

describe('a pack made anew around a forgery', () => {
  test.each(FORGERIES)('%s is found', async (_, change, named) => {
    const { broken } = await check(remade(pack, change))
    expect(broken?.what).toMatch(named)
  })

  test('made anew with nothing changed, it holds', async () => {
    expect((await check(remade(pack, () => undefined))).broken).toBeNull()
  })

  test('signed by another key, it holds, and shows that key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const keyId = keyIdOf(publicKey)
    const forged = remade(pack, (files) => {
      files.json('proofs.json', ({ head, ...rest }) => {
        const { size, root, at } = head as { size: number; root: string; at: string }
        const signature = signatureOf({ size, root, at: new Date(at) }, keyId, pem)
        const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
        return {
          ...rest,
          head: { size, root, at, keyId, origin: originOf(keyId), publicKey: key, signature },
        }
      })
    })
    const { about, broken } = await check(forged)
    expect(broken).toBeNull()
    expect(about['key']).toBe(keyId)
  })
})

describe('verify.mjs in Node alone', () => {
  test('holds a sound pack, zipped and unpacked', async () => {
    expect(await run('pack.zip')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('This pack holds.') as string,
    })
    for (const [name, bytes] of Object.entries(unzipSync(pack))) {
      const path = join(folder, 'unpacked', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
    }
    expect(await run('unpacked')).toMatchObject({ code: 0 })
    writeFileSync(join(folder, 'unpacked', 'notes.txt'), 'mine')
    const more = await run('unpacked')
    expect(more).toMatchObject({ code: 1, stdout: expect.stringContaining('notes.txt') as string })
  })

  test('names what was changed, and says where there is nothing to check', async () => {
    const changed = await run('changed.zip')
    expect(changed.code).toBe(1)
    expect(changed.stdout).toContain('✗ draft.txt: it is not what the manifest lists')
    expect(changed.stdout).not.toContain('What this proves')
    expect(await run('nowhere.zip')).toMatchObject({ code: 2, stdout: '' })
  })
})

const run = (path: string): Promise<{ code: number; stdout: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['verify.mjs', path], { cwd: folder, env: {} }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout })
    })
  })

describeInBrowser('verify.html opened from a disk, without a network', (newWindow) => {
  test('holds a sound pack and names what was changed in another', async () => {
    const page = await newWindow(`file://${folder}`, { offline: true })
    await page.goto(`file://${join(folder, 'verify.html')}`)
    await page.setInputFiles('input[type=file]', join(folder, 'pack.zip'))
    await page.getByRole('heading', { name: 'This pack holds' }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('“The mill on the Elve”, draft 1')
    expect(text).toContain('whose head is signed')
    expect(text).toContain('What it does not')
    await page.setInputFiles('input[type=file]', join(folder, 'changed.zip'))
    await page.getByRole('heading', { name: 'This pack does not hold' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('draft.txt: it is not what the manifest lists')
    expect(await page.locator('#proof').isVisible()).toBe(false)
  })

  test('finds changes of one byte', async () => {
    const page = await newWindow(`file://${folder}`, { offline: true })
    await page.goto(`file://${join(folder, 'verify.html')}`)
    const random = seeded(31)
    for (let n = 0; n < 8; n++) {
      const buffer = Buffer.from(changedByte(pack, random(pack.length), 1 + random(255)))
      await page.setInputFiles('input[type=file]', { name: `${n}.zip`, mimeType: 'application/zip', buffer })
      await page.locator('.answer', { hasText: `${n}.zip` }).waitFor()
      expect(await page.locator('.answer h2').innerText()).toContain('does not hold')
    }
  })
})

test('the script reads as it is written in the tree', () => {
  const source = new URL('../../../src/publication/pack/verifier/verify.mjs', import.meta.url)
  expect(verifiers().script).toBe(readFileSync(source, 'utf8'))
})
