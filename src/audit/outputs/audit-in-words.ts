import { type Finding, severities, type Severity } from '../finding.ts'
import type { AuditedFile } from './audited-file.ts'

export const HEADINGS: Readonly<Record<Severity, string>> = {
  blocker: 'Blocks publication',
  warning: 'Warnings',
  advice: 'Advice',
}

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
  const words = quote === null || message.includes(quote) ? '' : ` “${shortened(quote)}”`
  return `${place}${message}${words} [${rule}]${waived === null ? '' : ` (let stand by ${waived.by}: ${waived.reason})`}`
}

/** Characters of a quote that are shown. */
const SHOWN = 90

export const shortened = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).trimEnd()} …`
}

const verdictOf = (passed: boolean, findings: number): string =>
  passed ? (findings === 0 ? 'Nothing to say.' : 'Nothing blocks.') : 'Not ready.'
