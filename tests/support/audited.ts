import { AuditedText } from '../../src/audit/audited-text.ts'
import type { Finding } from '../../src/audit/finding.ts'
import { runRules } from '../../src/audit/run-rules.ts'
import { textRules } from '../../src/audit/text-rules.ts'
import { readDocument } from '../../src/reading/read-document.ts'

/** The day on which tests make their audits. */
export const TODAY = [2026, 3, 14] as const

/** What the rules of a bare file find in a text, read as Markdown. */
export async function findingsIn(text: string): Promise<readonly Finding[]> {
  const document = await readDocument(Buffer.from(text), { name: 'report.md' })
  return runRules(textRules, new AuditedText(document, TODAY))
}

/** The quotes of what one rule finds in a text. */
export const foundBy = async (rule: string, text: string): Promise<readonly (string | null)[]> =>
  (await findingsIn(text)).filter((finding) => finding.rule === rule).map(({ quote }) => quote)
