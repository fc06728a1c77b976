import type { RequestHandler } from 'express'
import multer from 'multer'
import { LARGEST_FILE } from '../../reading/largest-file.ts'

/**
 * Reads a multipart form with one file in the field `file` into memory: leaves `req.file` and the fields in `req.body`.
 * A larger file becomes 413. File names are UTF-8.
 */
export const receiveFile = <P = Record<string, string>>(): RequestHandler<P> =>
  multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fileSize: LARGEST_FILE,
      files: 1,
      fields: 20,
      parts: 21,
      fieldSize: LARGEST_FILE,
      headerPairs: 20,
    },
  }).single('file') as unknown as RequestHandler<P>
