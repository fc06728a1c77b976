import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { auditDocument } from '../audit/audit-document.ts'
import { parseAuditPolicy, PLAIN_POLICY } from '../audit/audit-policy.ts'
import { type Audit, severities, type Severity } from '../audit/finding.ts'
import { auditAsHtml } from '../audit/outputs/audit-as-html.ts'
import { auditAsJunit } from '../audit/outputs/audit-as-junit.ts'
import { auditAsSarif } from '../audit/outputs/audit-as-sarif.ts'
import { auditInWords } from '../audit/outputs/audit-in-words.ts'
import type { AuditedFile } from '../audit/outputs/audited-file.ts'
import { LineFinder } from '../audit/outputs/line-finder.ts'
import { textRules } from '../audit/text-rules.ts'
import { Invalid } from '../errors.ts'
import { projectRoot } from '../paths.ts'
import { readWithinLimits } from '../reading/cage/read-within-limits.ts'
import type { ReadDocument } from '../reading/document.ts'
import { FORMATS, sourceTypes } from '../reading/formats.ts'
import type { AuditOptions } from './audit.ts'
import { bytesOf } from './input-file.ts'

/** Audits one file and says what was found on standard output; the exit code is 1 where the answer is no. */
export async function runAudit(file: string, options: AuditOptions): Promise<void> {
  const policy =
    options.policy === undefined
      ? PLAIN_POLICY
      : parseAuditPolicy(
          Buffer.from(bytesOf(options.policy)).toString('utf8'),
          textRules.map(({ id }) => id),
        )
  if (file === '-' && options.type === undefined)
    throw new Invalid(
      `Standard input has no name to tell its format from: add --type (one of ${sourceTypes.join(', ')}).`,
    )
  const bytes = bytesOf(file)
  const name = file === '-' ? 'stdin' : basename(file)
  const document = await readWithinLimits(
    bytes,
    options.type === undefined ? { name } : { name, type: options.type },
  )
  const found = auditDocument(document, new Date(), policy)
  process.stdout.write(
    `${shown({ name: file, title: document.title, audit: found, lineOf: linesOf(document, bytes) }, options)}\n`,
  )
  if (isNo(found, options.failOn)) process.exitCode = 1
}

/** Lines are those of the file, for formats that have lines. */
function linesOf(document: ReadDocument, bytes: Uint8Array): AuditedFile['lineOf'] {
  if (!FORMATS[document.source.type].plain) return () => null
  let finder: LineFinder | null = null
  return (place) =>
    (finder ??= new LineFinder(document.text, Buffer.from(bytes).toString('utf8'))).lineOf(place)
}

const isNo = ({ counts }: Audit, failOn: Severity): boolean =>
  severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counts[severity] > 0)

function shown(file: AuditedFile, { format, failOn }: AuditOptions): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ ...file.audit, passed: !isNo(file.audit, failOn) })
    case 'html':
      return auditAsHtml(file).trimEnd()
    case 'sarif':
      return auditAsSarif(file, textRules, version())
    case 'junit':
      return auditAsJunit(file, textRules, failOn)
    case 'text':
      return auditInWords(file)
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version
