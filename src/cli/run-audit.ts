import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { auditDocument } from '../audit/audit-document.ts'
import { allRules, type DescribedRule } from '../audit/all-rules.ts'
import { type AuditPolicy, parsePolicy } from '../audit/audit-policy.ts'
import type { Audit } from '../audit/finding.ts'
import { severities, type Severity } from '../review/severity.ts'
import { auditAsHtml } from '../audit/outputs/audit-as-html.ts'
import { auditAsJunit } from '../audit/outputs/audit-as-junit.ts'
import { auditAsSarif } from '../audit/outputs/audit-as-sarif.ts'
import { auditInWords } from '../audit/outputs/audit-in-words.ts'
import type { AuditedFile } from '../audit/outputs/audited-file.ts'
import { LineFinder } from '../audit/outputs/line-finder.ts'
import { auditReport } from '../audit/audit-report.ts'
import { loadPrintedAudit } from '../audit/printed/load-printed-audit.ts'
import { printedAuditPage } from '../audit/printed/printed-audit-page.ts'
import { isShippedPolicy, shippedPolicy } from '../audit/shipped-policies.ts'
import { textRules } from '../audit/text-rules.ts'
import { nothingHidden } from '../claims/hidden.ts'
import { Invalid, NotFound } from '../errors.ts'
import { projectRoot } from '../paths.ts'
import { readWithinLimits } from '../reading/cage/read-within-limits.ts'
import type { ReadDocument } from '../reading/document.ts'
import { FORMATS, sourceTypes } from '../reading/formats.ts'
import type { AuditOptions } from './audit-options.ts'
import { bytesOf } from './input-file.ts'
import { EXIT_NO } from './run-program.ts'
import { withDatabase } from './with-database.ts'

/** Audits one file or report and says what was found on standard output; the exit code is 1 where the answer is no. */
export async function runAudit(file: string, options: AuditOptions): Promise<void> {
  const policy = options.policy === undefined ? undefined : policyNamed(options.policy)
  const audited = isFile(file) ? await auditFile(file, options, policy) : await auditStored(file, policy)
  const page = isFile(file) || options.format !== 'html' ? null : await printedPage(file, policy)
  process.stdout.write(`${page ?? shown(audited, options)}\n`)
  if (isNo(audited.audit, options.failOn)) process.exitCode = EXIT_NO
}

/** A policy that comes with Stet by its name, or any by its file. */
const policyNamed = (name: string): AuditPolicy =>
  isShippedPolicy(name) ? shippedPolicy(name) : parsePolicy(Buffer.from(bytesOf(name)).toString('utf8'))

/** What is neither a file nor looks like a path is the id of a report. */
const isFile = (name: string): boolean => name === '-' || existsSync(name) || /[./\\]/.test(name)

async function auditFile(
  file: string,
  { type }: AuditOptions,
  policy: AuditPolicy | undefined,
): Promise<AuditedFile> {
  if (file === '-' && type === undefined)
    throw new Invalid(
      `Standard input has no name to tell its format from: add --type (one of ${sourceTypes.join(', ')}).`,
    )
  const bytes = bytesOf(file)
  const name = file === '-' ? 'stdin' : basename(file)
  const document = await readWithinLimits(bytes, type === undefined ? { name } : { name, type })
  const audit = auditDocument(document, new Date(), policy)
  return { name: file, title: document.title, audit, lineOf: linesOf(document, bytes) }
}

/** @throws NotFound no report of that id */
async function auditStored(id: string, policy: AuditPolicy | undefined): Promise<AuditedFile> {
  return withDatabase(async (db) => {
    const report = await db.report.findUnique({ where: { id }, select: { title: true } })
    if (report === null) throw new NotFound(`There is no file ${id}, and no report with that id.`)
    const audit = await auditReport(db, id, {
      hidden: nothingHidden(''),
      at: new Date(),
      ...(policy === undefined ? {} : { policy }),
    })
    return { name: id, title: report.title, audit, lineOf: () => null }
  })
}

/** Of a report the page says more: charts, waivers, who checked, sources, method, the head of the tree. */
const printedPage = (id: string, policy: AuditPolicy | undefined): Promise<string> =>
  withDatabase(async (db) => {
    const asked = { hidden: nothingHidden(''), at: new Date(), ...(policy === undefined ? {} : { policy }) }
    return printedAuditPage(await loadPrintedAudit(db, id, asked)).trimEnd()
  })

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
      return auditAsSarif(file, rulesOf(file), version())
    case 'junit':
      return auditAsJunit(file, rulesOf(file), failOn)
    case 'text':
      return auditInWords(file)
  }
}

/** The rules that could have found something: a bare file has no claims that anybody ruled on. */
const rulesOf = ({ name }: AuditedFile): readonly DescribedRule[] => (isFile(name) ? textRules : allRules)

const version = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version
