/**
 * The chain of what only some may know of in a report: privileged comments. It stands beside the report's own chain, whose
 * numbers would show a gap to everybody else. A report's id has no full stop, so that no chain has two names.
 */
export const privilegedChain = (reportId: string): string => `${reportId}.privileged`
