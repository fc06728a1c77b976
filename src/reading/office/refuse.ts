import { Invalid } from '../../errors.ts'
import { locked } from './damaged.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** The stream that holds a file behind a password, as OLE files write names. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const ENCRYPTION_INFO = Buffer.from('EncryptionInfo', 'utf16le')

/** True for the containers that Word wrote until 2003, and in which it puts files behind a password. */
export const isOle = (bytes: Uint8Array): boolean => OLE.every((byte, i) => bytes[i] === byte)

/** The refusal of an {@link isOle} file, with what to do about it. */
export function oleRefusal(bytes: Uint8Array): Invalid {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.includes(ENCRYPTED_PACKAGE) || all.includes(ENCRYPTION_INFO)) return locked()
  return new Invalid(
    'The file is a document of an old program (Word 97–2003 or like it): open it there, save it as DOCX and try again.',
  )
}
