import type { DescribedRule } from '../all-rules.ts'
import type { Finding } from '../finding.ts'
import type { Severity } from '../../review/severity.ts'
import type { AuditedFile } from './audited-file.ts'

const LEVELS: Readonly<Record<Severity, string>> = { blocker: 'error', warning: 'warning', advice: 'note' }

/** An audit as SARIF 2.1.0, for code hosts and editors. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
export function auditAsSarif(file: AuditedFile, rules: readonly DescribedRule[], version: string): string {
  const index = new Map(rules.map(({ id }, i) => [id, i]))
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Stet',
            semanticVersion: version,
            rules: rules.map(({ id, severity, why }) => ({
              id,
              shortDescription: { text: id.replaceAll('-', ' ') },
              fullDescription: { text: why },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: file.audit.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule) ?? -1,
          level: LEVELS[finding.severity],
          message: { text: finding.message },
          locations: [{ physicalLocation: placeOf(finding, file) }],
          ...(finding.waived === null
            ? {}
            : { suppressions: [{ kind: 'external', justification: finding.waived.reason }] }),
        })),
      },
    ],
  }
  return JSON.stringify(sarif, null, 2)
}

function placeOf({ start, quote }: Finding, { name, lineOf }: AuditedFile): object {
  const line = start === null ? null : lineOf(start)
  return {
    artifactLocation: { uri: encodeURI(name) },
    ...(line === null
      ? {}
      : { region: { startLine: line, ...(quote === null ? {} : { snippet: { text: quote } }) } }),
  }
}
