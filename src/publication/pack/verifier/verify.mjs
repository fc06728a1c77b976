/**
 * Checks an audit pack of Stet with nothing but this file: `node verify.mjs PACK.zip`, or the folder it was unpacked into.
 * Exit code 0: all of it holds; 1: something does not, and the first such thing is named; 2: there is no pack to check.
 * verify.html runs this same code in a browser. What stands where in a pack: README.txt in it, and docs/proof.md of Stet.
 */
const { subtle } = globalThis.crypto ?? (await import('node:crypto')).webcrypto
const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16))
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
const four = (n) => [0, 8, 16, 24].map((bits) => (n >>> bits) & 255)

/** SHA-256 of these texts and bytes, one behind the other. */
const digestOf = async (...pieces) =>
  new Uint8Array(await subtle.digest('SHA-256', await new Blob(pieces).arrayBuffer()))
const sha256 = async (...pieces) => hexOf(await digestOf(...pieces))

/** Stops at the first thing that does not hold: `what` names it, `why` says how. */
function must(holds, what, why) {
  if (!holds) throw Object.assign(new Error(why), { what })
}

/** The files of a zip, which has no byte but theirs and what leads to them: so what others unpack is what is checked here. */
function unzip(zip) {
  const [view, files, directory] = [new DataView(zip.buffer, zip.byteOffset, zip.length), new Map(), []]
  let at = 0
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, start] = [view.getUint32(at + 18, true), at + 30 + view.getUint16(at + 26, true)]
    const [head, title] = [zip.subarray(at + 4, at + 30), zip.subarray(at + 30, start)]
    const plain = hexOf(head.subarray(0, 10)) === '14000008000000002100' && view.getUint16(at + 28) === 0
    const known = files.has(textOf(title)) || view.getUint32(at + 22, true) !== size
    must(plain && !known, 'the zip', `the head of ${textOf(title)} is not as it was written`)
    directory.push(80, 75, 1, 2, 20, 0, ...head, ...Array(10).fill(0), ...four(at), ...title)
    files.set(textOf(title), zip.subarray(start, start + size))
    at = start + size
  }
  const amount = four(files.size).slice(0, 2)
  const end = [80, 75, 5, 6, 0, 0, 0, 0, ...amount, ...amount, ...four(directory.length), ...four(at), 0, 0]
  const rest = zip.length - at === directory.push(...end) && hexOf(zip.subarray(at)) === hexOf(directory)
  must(rest, 'the zip', `what follows on its ${files.size} files is not as it was written`)
  return files
}

/** The root that an inclusion proof leads to from a leaf; `path` loses what is used of it. Source: RFC 9162, 2.1.3. */
async function rootOf(leaf, index, size, path) {
  if (size === 1) return leaf
  const [left, beside] = [2 ** Math.ceil(Math.log2(size) - 1), fromBase64(path.pop())]
  if (index < left) return digestOf(Uint8Array.of(1), await rootOf(leaf, index, left, path), beside)
  return digestOf(Uint8Array.of(1), beside, await rootOf(leaf, index - left, size - left, path))
}

/** Whether a head was signed by the key that it names; null where this program cannot tell. */
async function signed({ at, keyId, origin, publicKey, root, signature, size }) {
  const key = fromBase64(publicKey.replace(/-----.*?-----|\s/g, ''))
  const named = (await sha256(key)) === keyId && origin === `stet.desk/${keyId.slice(0, 16)}`
  if (!named || !/^302a300506032b6570032100.{64}$/.test(hexOf(key))) return false
  const text = `${origin}\n${size}\n${btoa(String.fromCharCode(...fromHex(root)))}\nat ${at}\n`
  const ready = await subtle.importKey('spki', key, 'Ed25519', false, ['verify']).catch(() => null)
  return ready && subtle.verify('Ed25519', ready, fromBase64(signature), new TextEncoder().encode(text))
}

/** Every text and file that a snapshot (canonical JSON) names by its hash: [what it is, hash]. */
export const namedIn = (snapshot) => Array.from(snapshot.matchAll(NAMED), ([, what, hash]) => [what, hash])
const NAMED = /"(audit|caveat|excerpt|original|rationale|reason|said|sha256|text|translation)":"([0-9a-f]{64})"/g
const OTHERS = /^(README\.txt|(proofs|report|snapshot)\.json|(events|texts)\.jsonl|verify\.(html|mjs))$/

/** What holds of a pack, the bytes of its zip or its files by name. `broken`: the first thing that does not, or null. */
export async function check(pack) {
  const found = { broken: null, about: {}, holds: [], open: [], withheld: {} }
  try {
    must(subtle, 'this page', 'open it from your disk or over https: elsewhere browsers lend it no cryptography')
    if (!(pack instanceof Map)) found.about['SHA-256 of the pack'] = await sha256(pack)
    await checkFiles(pack instanceof Map ? pack : unzip(pack), found)
  } catch ({ message, what = 'the pack' }) {
    found.broken = { what, why: message }
  }
  return found
}

async function checkFiles(files, { about, holds, open, withheld }) {
  const read = (name) => textOf(files.get(name) ?? must(false, name, 'it is missing'))
  const rows = (name) => JSON.parse(`[${read(name).trim().replaceAll('\n', ',')}]`)

  const [manifest, own] = [JSON.parse(read('manifest.json')), await sha256(files.get('manifest.json'))]
  must(manifest.format === 'stet.pack/1', 'manifest.json', 'this verifier does not know its format')
  must(read('manifest.sha256') === `${own}  manifest.json\n`, 'manifest.json', 'manifest.sha256 says otherwise')
  const listed = new Map(manifest.entries.map((entry) => [entry.path, entry.sha256]))
  for (const [name, hash] of listed)
    must(files.has(name) && (await sha256(files.get(name))) === hash, name, 'it is not what the manifest lists')
  for (const name of files.keys())
    must(listed.has(name) || /^manifest\.(json|sha256)$/.test(name), name, 'the manifest does not list it')
  for (const { what, why } of manifest.withheld) withheld[`${what}: ${why}`] = 1 + (withheld[`${what}: ${why}`] ?? 0)
  const there = new Set([...manifest.withheld.map(({ hash }) => hash), ...listed.values()])
  holds.push(`all ${files.size} files are what the manifest lists, and there are no others`)

  const events = rows('events.jsonl')
  for (const [i, { actor, at, chain, hash, kind, payload, payloadHash, prevHash, salt, seq }] of events.entries()) {
    const follows = seq === i + 1 && prevHash === (events[i - 1]?.hash ?? '0'.repeat(64))
    must(follows && chain === events[0].chain, `event ${i + 1}`, 'it does not follow the one before it')
    const record = { actor, at, chain, format: 'stet.event/1', kind, payloadHash, prevHash, seq }
    must((await sha256(JSON.stringify(record))) === hash, `event ${seq}`, 'its hash is not that of what it says')
    const fits = payload
      ? (await sha256(fromHex(salt), JSON.stringify(payload))) === payloadHash
      : there.has(payloadHash)
    must(fits, `event ${seq}`, 'what it says is not what was recorded')
  }
  holds.push(`its history is one unbroken chain of ${events.length} events`)

  const [snapshot, { draft, published, report }] = [JSON.parse(read('snapshot.json')), JSON.parse(read('report.json'))]
  const same = JSON.stringify([draft, report]) === JSON.stringify([snapshot.draft, snapshot.report])
  must(same && report.id === events[0].chain, 'report.json', 'it is not about the report of the snapshot')
  must(events[snapshot.chain.seq - 1].hash === snapshot.chain.hash, 'snapshot.json', 'its history is another one')
  for (const { kind, payload, seq } of events)
    if (/^(draft|report)\.imported$/.test(kind) && payload?.draft === draft.number)
      must(payload.textHash + payload.sha256 === draft.text + draft.original, `event ${seq}`, 'it let another draft in')
  const { actor, at, kind, payload } = published ? events[published.seq - 1] : {}
  about.report = `“${report.title}”, draft ${draft.number}`
  about.published = published
    ? `${at} by ${snapshot.people[actor] ?? actor}`
    : 'NO. This is how it stood when the pack was made'
  must(!published || kind === 'report.published', 'report.json', 'what it calls the publication is none')
  must(!payload || payload.snapshot === listed.get('snapshot.json'), 'snapshot.json', 'another one was published')
  if (payload) holds.push('the snapshot is the one that the publication names')
  else open.push('no event vouches for the snapshot as a whole: take it for what the maker of the pack says it is')
  for (const { at, kind } of published ? events.slice(published.seq) : [])
    if (/^publication\.(corrected|withdrawn)$/.test(kind)) about[kind] = at

  const named = namedIn(read('snapshot.json'))
  const hashes = new Set(named.map(([, hash]) => hash))
  const inFiles = new Map([[draft.text, 'draft.txt'], [snapshot.audit, 'audit.json']]) // prettier-ignore
  for (const { body, hash, salt } of rows('texts.jsonl')) {
    const said = files.get(inFiles.get(hash)) ?? body
    const fits = hashes.has(hash) && (await sha256(fromHex(salt), said)) === hash
    must(fits, `the text ${hash}`, 'it is not what the snapshot names')
    there.add(hash).add(inFiles.get(hash) ?? hash)
  }
  for (const [what, hash] of named)
    must(there.has(hash), `${what} ${hash}`, 'it is neither here nor said to be withheld')
  for (const [name, hash] of listed) {
    const isNamed = there.has(name) || (/^(captures\/|original\.)/.test(name) && hashes.has(hash))
    must(isNamed || OTHERS.test(name), name, 'the snapshot does not name it')
  }
  holds.push(`the draft, the audit, and all ${named.length} texts and files of the snapshot are what it says`)

  const { head, proofs } = JSON.parse(read('proofs.json'))
  const trees = [head, snapshot.tree]
  for (const { leaf, path, seq, size } of proofs) {
    const root = await rootOf(await digestOf(Uint8Array.of(0), fromHex(events[seq - 1].hash)), leaf, size, [...path])
    const fits = trees.some((tree) => tree?.size === size && tree.root === hexOf(root))
    must(fits, `event ${seq}`, 'it is not in the tree of all events')
    if (size !== head.size) about['earlier root'] = `${hexOf(root)}, of ${size} events`
  }
  must(proofs[0].seq === events.length && proofs[0].size === head.size, 'proofs.json', 'the last event is not proven')
  const bySigner = await signed(head)
  must(bySigner !== false, 'the signed head', 'its signature is not by the key that it names')
  if (bySigner)
    holds.push(`all of its history was recorded by ${head.at}: the last event is in the tree whose head is signed`)
  else open.push('the signature of the tree’s head: this program knows no Ed25519; README.txt says how to check it')
  about.key = head.keyId
  about.root = `${head.root}, of ${head.size} events`
}

const PROVES = `What this proves: no event, text or file was changed, taken out or put in since the head of the tree was signed.
What it does not: that what people said is so, who sat at the keyboard, that the clock was right, or whose the key is.
Whoever makes a whole pack anew can sign it, too: compare key and root with those that the desk gave out elsewhere.`

/** What was found, as lines of text. */
export function inWords({ about, broken, holds, open, withheld }) {
  const lines = [
    ...Object.entries(about).map(([what, said]) => `${what}: ${said}`),
    ...holds.map((line) => `✓ ${line}`),
    ...open.map((line) => `? ${line}`),
    ...Object.entries(withheld).map(([line, times]) => `– not in the pack, ${times} × ${line}`),
  ]
  return broken
    ? [...lines, `✗ ${broken.what}: ${broken.why}`, 'This pack DOES NOT HOLD.']
    : [...lines, 'This pack holds.', PROVES]
}

if (import.meta.url.endsWith(`/${globalThis.process?.argv[1]?.split(/[\\/]/).pop()}`)) {
  const [{ readdirSync, readFileSync, statSync }, { join }] = [await import('node:fs'), await import('node:path')]
  const path = process.argv[2] ?? ''
  try {
    const isFile = (name) => statSync(join(path, name)).isFile()
    const asFile = (name) => [name.replaceAll('\\', '/'), readFileSync(join(path, name))]
    const names = statSync(path).isDirectory() && readdirSync(path, { recursive: true })
    const found = await check(names ? new Map(names.filter(isFile).map(asFile)) : readFileSync(path))
    console.log(inWords(found).join('\n'))
    process.exitCode = found.broken ? 1 : 0
  } catch ({ message }) {
    console.error(`There is no pack to check: ${message}. Name a pack, or the folder of an unpacked one.`)
    process.exitCode = 2
  }
}
