import { groupBy } from '../../text/group-by.ts'
import { type Finding, QUOTED } from '../finding.ts'
import { severities, type Severity } from '../../review/severity.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { shortened } from '../../text/shortened.ts'
import type { DescribedRule } from '../all-rules.ts'
import type { AuditedFile } from './audited-file.ts'

/**
 * An audit as a JUnit report, one test for each rule: it fails where the rule has findings at least as grave as `failOn` that
 * nobody waived. Source: the schema of Jenkins’ JUnit plug-in.
 */
export function auditAsJunit(file: AuditedFile, rules: readonly DescribedRule[], failOn: Severity): string {
  const byRule = groupBy(file.audit.findings, ({ rule }) => rule)
  const grave = (finding: Finding): boolean =>
    finding.waived === null && severities.indexOf(finding.severity) <= severities.indexOf(failOn)
  const cases = rules.map(({ id }) => ({ id, findings: (byRule.get(id) ?? []).filter(grave) }))
  const failures = cases.filter(({ findings }) => findings.length > 0).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stet audit" tests="${cases.length}" failures="${failures}">`,
    `  <testsuite name="${escapeXml(file.name)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.map((one) => caseOf(one, file)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}

function caseOf(
  { id, findings }: { readonly id: string; readonly findings: readonly Finding[] },
  { name, lineOf }: AuditedFile,
): string {
  const opening = `    <testcase classname="${escapeXml(name)}" name="${id}"`
  if (findings.length === 0) return `${opening}/>`
  const lines = findings.map(({ message, start, quote }) => {
    const line = start === null ? null : lineOf(start)
    return `${line === null ? '' : `line ${line}: `}${message}${quote === null ? '' : ` “${shortened(quote, QUOTED)}”`}`
  })
  const [first] = findings
  return [
    `${opening}>`,
    `      <failure type="${first?.severity ?? ''}" message="${escapeXml(first?.message ?? '')}">${escapeXml(lines.join('\n'))}</failure>`,
    '    </testcase>',
  ].join('\n')
}
