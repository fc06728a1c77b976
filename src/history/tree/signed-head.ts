import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What a head says: the tree over the first `size` events has this root (hex), as of an instant. */
export interface TreeHead {
  readonly size: number
  readonly root: string
  readonly at: Date
}

/** A head with its signature (Ed25519, base64) and whose it is. `publicKey`: PEM. `keyId`: SHA-256 of its DER form, hex. */
export interface SignedHead extends TreeHead {
  readonly keyId: string
  readonly publicKey: string
  readonly signature: string
}

/** Of a key: SHA-256 of its DER form (SubjectPublicKeyInfo), hex. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')

/** How a desk's tree is called in its heads: by its key, as it has no other name that never changes. */
export const originOf = (keyId: string): string => `stet.desk/${keyId.slice(0, 16)}`

/** What is signed, and what is left with others. Source: C2SP tlog-checkpoint; the last line is an extension line of ours. */
export const headText = ({ size, root, at }: TreeHead, keyId: string): string =>
  `${originOf(keyId)}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\nat ${at.toISOString()}\n`

export const signatureOf = (head: TreeHead, keyId: string, privateKey: string): string =>
  sign(null, Buffer.from(headText(head, keyId)), privateKey).toString('base64')

/** Whether a head was signed by the key that it names, and the key is the one with that id. */
export function signatureHolds(head: SignedHead): boolean {
  try {
    const key = createPublicKey(head.publicKey)
    const signature = Buffer.from(head.signature, 'base64')
    return (
      keyIdOf(key) === head.keyId &&
      signature.toString('base64') === head.signature &&
      verify(null, Buffer.from(headText(head, head.keyId)), key, signature)
    )
  } catch {
    return false // a key that is none
  }
}

/** The type of an Ed25519 key in a note. Source: C2SP signed-note. */
const ED25519 = Uint8Array.of(0x01)

/** The 32 bytes of an Ed25519 public key, which end its DER form. */
const rawKey = (publicKey: string): Buffer =>
  createPublicKey(publicKey).export({ type: 'spki', format: 'der' }).subarray(-32)

/** The four bytes by which a note names a key. */
const noteKeyId = (origin: string, raw: Uint8Array): Buffer =>
  createHash('sha256').update(`${origin}\n`).update(ED25519).update(raw).digest().subarray(0, 4)

/** A head as a signed note, which programs of other transparency logs read too. Source: C2SP signed-note. */
export function headNote(head: SignedHead): string {
  const origin = originOf(head.keyId)
  const signature = Buffer.concat([
    noteKeyId(origin, rawKey(head.publicKey)),
    Buffer.from(head.signature, 'base64'),
  ])
  return `${headText(head, head.keyId)}\n— ${origin} ${signature.toString('base64')}\n`
}

/** The key with which such programs check the note: “origin+id+key”. */
export function verifierKey({ keyId, publicKey }: Pick<SignedHead, 'keyId' | 'publicKey'>): string {
  const [origin, raw] = [originOf(keyId), rawKey(publicKey)]
  return `${origin}+${noteKeyId(origin, raw).toString('hex')}+${Buffer.concat([ED25519, raw]).toString('base64')}`
}

/** A head as programs get it (docs/proof.md). */
export interface HeadJson extends Omit<SignedHead, 'at'> {
  readonly format: 'stet.head/1'
  readonly origin: string
  readonly at: string
  readonly note: string
  readonly verifierKey: string
}

export const headJson = (head: SignedHead): HeadJson => ({
  format: 'stet.head/1',
  origin: originOf(head.keyId),
  size: head.size,
  root: head.root,
  at: head.at.toISOString(),
  keyId: head.keyId,
  publicKey: head.publicKey,
  signature: head.signature,
  note: headNote(head),
  verifierKey: verifierKey(head),
})
