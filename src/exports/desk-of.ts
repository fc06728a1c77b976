import type { Config } from '../config.ts'
import type { ExportingDesk } from './exported-report.ts'

/** Who an export says that checked. */
export const deskOf = ({ house, baseUrl }: Config): ExportingDesk => ({ name: house ?? null, url: baseUrl })
