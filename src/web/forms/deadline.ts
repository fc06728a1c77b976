/** A deadline as a form gives it: a day, at whose end (UTC) it passes. Null: none; undefined: no day that there is. */
export function readDeadline(given: string): Date | null | undefined {
  if (given === '') return null
  const end = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T23:59:59.999Z`) : null
  if (end === null || Number.isNaN(end.getTime())) return undefined
  return end.toISOString().startsWith(given) ? end : undefined
}
