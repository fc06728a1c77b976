/** The names of one element's surroundings: what its prefixes mean. `parent`: the element around it that says more. */
interface Scope {
  readonly bindings: ReadonlyMap<string, string>
  readonly parent: Scope | null
  readonly elements: Map<string, string>
  readonly attributes: Map<string, string>
}

const newScope = (bindings: ReadonlyMap<string, string>, parent: Scope | null): Scope => ({
  bindings,
  parent,
  elements: new Map(),
  attributes: new Map(),
})

/**
 * Turns the names in a file (`ns0:p`) into names with the prefixes of a table (`w:p`), by their namespaces. A name of an
 * unknown namespace becomes `{namespace}name`; an attribute without a prefix keeps its bare name.
 */
export class XmlNames {
  private scope = newScope(new Map([['xml', 'xml']]), null)

  /** `prefixes`: from namespace to the prefix that stands for it. */
  constructor(private readonly prefixes: ReadonlyMap<string, string>) {}

  /** Begins an element that declares namespaces; each enter needs its leave. */
  enter(declared: ReadonlyMap<string, string>): void {
    this.scope = newScope(declared, this.scope)
  }

  leave(): void {
    if (this.scope.parent) this.scope = this.scope.parent
  }

  element(raw: string): string {
    return this.scope.elements.get(raw) ?? this.keep(this.scope.elements, raw, '')
  }

  attribute(raw: string): string {
    return this.scope.attributes.get(raw) ?? this.keep(this.scope.attributes, raw, null)
  }

  /** The table's prefix for a prefix of the file, null for one that means nothing known. */
  known(prefix: string): string | null {
    const namespace = this.namespace(prefix)
    return namespace === null ? null : (this.prefixes.get(namespace) ?? null)
  }

  private keep(names: Map<string, string>, raw: string, unprefixed: '' | null): string {
    const name = this.resolve(raw, unprefixed)
    names.set(raw, name)
    return name
  }

  private resolve(raw: string, unprefixed: '' | null): string {
    const colon = raw.indexOf(':')
    if (colon < 0 && unprefixed === null) return raw
    const local = raw.slice(colon + 1)
    const namespace = this.namespace(colon < 0 ? '' : raw.slice(0, colon))
    if (namespace === null || namespace === '') return local
    const prefix = namespace === 'xml' ? 'xml' : this.prefixes.get(namespace)
    return prefix === undefined ? `{${namespace}}${local}` : `${prefix}:${local}`
  }

  private namespace(prefix: string): string | null {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) {
      const namespace = scope.bindings.get(prefix)
      if (namespace !== undefined) return namespace
    }
    return null
  }
}
