import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Database, Transaction } from '../../db/database.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { keyIdOf } from './signed-head.ts'

export interface SigningKey {
  /** SHA-256 of the public key, hex. */
  readonly id: string
  /** PEM. */
  readonly publicKey: string
  /** PEM. */
  readonly privateKey: string
}

/** The key that the desk signs its heads with, made where there is none: in a transaction, so that two processes make one. */
export async function takeSigningKey(tx: Transaction, at: Date): Promise<SigningKey> {
  const known = await tx.signingKey.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return known ?? tx.signingKey.create({ data: { ...newKey(), createdAt: at } })
}

/** Makes the key at the first start. */
export async function ensureSigningKey(db: Database, at: Date): Promise<void> {
  if ((await db.signingKey.count()) === 0) await inTransaction(db, (tx) => takeSigningKey(tx, at))
}

function newKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { id: keyIdOf(createPublicKey(publicKey)), publicKey, privateKey }
}
