import { readFileSync } from 'node:fs'

interface NamespaceData {
  readonly prefixes: Readonly<Record<string, readonly string[]>>
}

/** From namespace to the prefix that the code knows it by, out of a JSON file beside the code. */
export function namespaceTable(file: URL): ReadonlyMap<string, string> {
  const { prefixes } = JSON.parse(readFileSync(file, 'utf8')) as NamespaceData
  return new Map(
    Object.entries(prefixes).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
  )
}
