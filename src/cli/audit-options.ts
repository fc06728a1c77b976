import type { SourceType } from '../reading/document.ts'

/** How an audit can be shown. */
export const auditFormats = ['text', 'json', 'html', 'sarif', 'junit'] as const

export interface AuditOptions {
  readonly type?: SourceType
  readonly format: (typeof auditFormats)[number]
  readonly failOn: 'blocker' | 'warning'
  readonly policy?: string
}
