/** The people ticked in a form, whose field comes once for each of them. */
export function readersIn(body: unknown): string[] {
  const given = (body as Readonly<Record<string, unknown>> | undefined)?.['reader']
  const all: readonly unknown[] = Array.isArray(given) ? given : [given]
  return all.filter((id): id is string => typeof id === 'string' && id !== '')
}
