/** What was asked for does not exist, or not for this person. 404, always in the same words; the message is for the command line. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** This person may not do this here. 403. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** The thing changed since it was seen. 409. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** It was here, and will not be again: a link that has ended. 410. */
export class Gone extends Error {
  override readonly name = 'Gone'
}

/** Input that cannot be used. The message is one sentence that says what to do. 422; on the command line exit 2. */
export class Invalid extends Error {
  override readonly name = 'Invalid'
}
