import type { PackParts, Withheld } from './pack.ts'

/** README.txt of a pack: what it is, how to check it, and what that proves. */
export const readmeOf = (parts: PackParts): string => `AUDIT PACK
${parts.snapshot.report.title}, draft ${parts.snapshot.draft.number}
${stateOf(parts)}
Made on ${parts.madeAt.toISOString()} by Stet, a checking desk.

WHAT IS IN IT
  report.json     which report and draft this is, and the event with which it was published
  draft.txt       the text of the draft, with the markers of its notes in brackets
  original.*      the file that it was read from
  audit.json      the audit as it was: what blocked, what warned, who let what pass and why
  snapshot.json   every claim with its verdicts and evidence, the sources, who signed off
  texts.jsonl     what the snapshot names by its hash, one text in a line, with its salt
  captures/       what was seen of the sources, each named by its SHA-256
  events.jsonl    the history of the report, one event in a line
  proofs.json     a signed head over all events of the desk, and that this history is under it
  manifest.json   every file with its size and SHA-256, and what is withheld and why
  verify.html     checks a pack in a browser, without a network
  verify.mjs      the same with Node.js 18.17 or newer

HOW TO CHECK IT
  Open verify.html and choose the zip. Or: node verify.mjs PACK.zip, or the folder it was unpacked into.
  A verifier out of the pack itself says what whoever made the pack wants it to say. Take it from a pack or a
  copy of Stet that you trust, or read it: it has fewer than 200 lines and needs nothing else.

  Where the program knows no Ed25519 signatures, it says so. By hand: write the four lines of the signed
  text (the head's origin, its size, its root in base64, and "at " with its time, each with its line break)
  to "text", the signature's bytes to "signature", the key to "key.pem", and
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in text -sigfile signature

WHAT A CHECK PROVES
  That the text, the audit, the claims, verdicts, evidence and files in this pack are those that ${provenBy(parts)},
  and that none of them, and no event of the history, was changed, taken out, put in or moved since the head
  in proofs.json was signed.

WHAT IT DOES NOT PROVE
  That what people said or wrote is true; who sat at the keyboard; that the desk's clock was right. And not
  whose the key is: whoever makes a whole pack anew can sign it with a key of their own. So compare the key
  with the one that the desk gives out, and the root with one that left the house: printed, stamped, or
  kept by somebody else. This file and the verifiers are not part of what is proven.

WHAT IS NOT IN IT
${withheldIn(parts.withheld)}
`

function stateOf({ published, snapshot, events }: PackParts): string {
  if (published === null)
    return 'NOT PUBLISHED. This is how it stood when the pack was made; its history does not vouch for it as a whole.'
  const after = events.filter(({ seq }) => seq > published.seq)
  const since = after.filter(
    ({ kind }) => kind === 'publication.corrected' || kind === 'publication.withdrawn',
  )
  return [
    `Published on ${snapshot.at} (publication ${published.number}, event ${published.seq} of its history).`,
    ...since.map(
      ({ at, kind }) => `${kind === 'publication.withdrawn' ? 'WITHDRAWN' : 'Corrected'} on ${at}.`,
    ),
  ].join('\n')
}

const provenBy = ({ published }: PackParts): string =>
  published === null ? 'the desk had when the pack was made' : 'were published'

function withheldIn(withheld: readonly Withheld[]): string {
  if (withheld.length === 0) return '  Nothing that the snapshot or the history names is left out.'
  const counts = new Map<string, number>()
  for (const { what, why } of withheld) {
    const line = `${what}: ${why}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].map(([line, count]) => `  ${String(count).padStart(5)} × ${line}`)
  return `  Its hash stands for it, so that the rest can be checked, and it can be shown later. Each is listed in manifest.json.\n${lines.join('\n')}`
}
