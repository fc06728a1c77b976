import { randomBytes } from 'node:crypto'

/** An opaque, URL-safe identifier of 96 random bits (16 characters). */
export const newId = (): string => randomBytes(12).toString('base64url')
