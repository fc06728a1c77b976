import { readFileSync } from 'node:fs'

interface NamespaceData {
  readonly prefixes: Readonly<Record<string, readonly string[]>>
}

const { prefixes } = JSON.parse(
  readFileSync(new URL('./namespaces.json', import.meta.url), 'utf8'),
) as NamespaceData

/** The namespaces of Office Open XML, transitional and strict, with the prefix that the code knows them by. */
export const OOXML: ReadonlyMap<string, string> = new Map(
  Object.entries(prefixes).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
)
