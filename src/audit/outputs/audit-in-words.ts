import { shortened } from '../../text/shortened.ts'
import { type Finding, HEADINGS, QUOTED } from '../finding.ts'
import { severities } from '../../review/severity.ts'
import type { AuditedFile } from './audited-file.ts'

/** An audit for people who read it in a terminal: the gravest first, each with its line where the file has lines. */
export function auditInWords({ name, title, audit, lineOf }: AuditedFile): string {
  const parts = severities.flatMap((severity) => {
    const findings = audit.findings.filter((finding) => finding.severity === severity)
    return findings.length === 0
      ? []
      : [
          '',
          `${HEADINGS[severity]} (${findings.length})`,
          ...findings.map((finding) => `  ${lineFor(finding, lineOf)}`),
        ]
  })
  return [title, name, ...parts, '', verdictOf(audit.passed, audit.findings.length)].join('\n')
}

function lineFor({ rule, message, start, quote, waived }: Finding, lineOf: AuditedFile['lineOf']): string {
  const line = start === null ? null : lineOf(start)
  const place = line === null ? '' : `line ${line}: `
  const words = quote === null || message.includes(quote) ? '' : ` “${shortened(quote, QUOTED)}”`
  return `${place}${message}${words} [${rule}]${waived === null ? '' : ` (let stand by ${waived.by}: ${waived.reason})`}`
}

const verdictOf = (passed: boolean, findings: number): string =>
  passed ? (findings === 0 ? 'Nothing to say.' : 'Nothing blocks.') : 'Not ready.'
