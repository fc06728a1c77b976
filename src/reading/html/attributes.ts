/** One attribute of an element, its name in lower case. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

export type Attributes = readonly Attribute[]

/** The value of an attribute, null when the element has none of that name. */
export function attribute(attributes: Attributes, name: string): string | null {
  for (const each of attributes) if (each.name === name) return each.value
  return null
}

/** The words of an attribute that is a list of words (`class`, `role`, `epub:type`), in lower case. */
export function words(attributes: Attributes, name: string): readonly string[] {
  const value = attribute(attributes, name)
  if (value === null || value === '') return []
  return value.toLowerCase().split(/[ \t\n\f\r]+/)
}
