import type { ExportingDesk } from '../../src/exports/exported-report.ts'

/** The desk that tests export from; it has told no name. */
export const DESK: ExportingDesk = { name: null, url: 'https://desk.example' }
