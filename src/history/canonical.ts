import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What can be hashed: JSON without undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The one way to write a JSON value down. Source: RFC 8785 (JSON Canonicalization Scheme). */
export function canonicalJson(value: Json): string {
  const written = canonicalize(value)
  if (written === undefined) throw new TypeError('A value that JSON cannot hold has no canonical form')
  return written
}

/** SHA-256 in lower-case hex. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
