import { type ReturnedFile, type ReturnedKind, returnedKinds } from '../../imports/returned-file.ts'
import { fieldOf, type FormResult, oneOf } from './problems.ts'

/** A file that came back, and what it is. */
export interface ReturnedToTakeIn {
  readonly kind: ReturnedKind
  readonly file: ReturnedFile
}

export interface TypedReturn {
  readonly kind: string
}

/** The form for a file that came back. */
export function readReturnedForm(
  body: unknown,
  file: { readonly buffer: Buffer; readonly originalname: string } | undefined,
): FormResult<ReturnedToTakeIn, TypedReturn> {
  const typed = { kind: fieldOf(body, 'kind') }
  const kind = oneOf(returnedKinds, typed.kind)
  if (kind !== undefined && file !== undefined)
    return { ok: true, typed, value: { kind, file: { bytes: file.buffer, name: file.originalname } } }
  const problems = [
    ...(kind === undefined ? [{ text: 'Say what the file is.', href: '#kind-annotations' }] : []),
    ...(file === undefined ? [{ text: 'Choose the file that came back.', href: '#file' }] : []),
  ]
  return { ok: false, typed, problems }
}
