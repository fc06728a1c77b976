/** An annotation collection with its one page, as the Web Annotation Data Model asks for it. Source: W3C Recommendation, 23 Feb 2017. */
const iri = { type: 'string', format: 'uri' }
const instant = { type: 'string', format: 'date-time', pattern: 'Z$' }
const agent = {
  type: 'object',
  required: ['type', 'name'],
  properties: { id: iri, type: { enum: ['Person', 'Organization', 'Software'] }, name: { type: 'string' } },
  additionalProperties: false,
}
const motivation = {
  enum: [
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'identifying',
    'linking',
    'tagging',
  ],
}
const selectors = {
  type: 'array',
  minItems: 1,
  items: {
    anyOf: [
      {
        type: 'object',
        required: ['type', 'exact'],
        properties: {
          type: { const: 'TextQuoteSelector' },
          exact: { type: 'string', minLength: 1 },
          prefix: { type: 'string' },
          suffix: { type: 'string' },
        },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['type', 'start', 'end'],
        properties: {
          type: { const: 'TextPositionSelector' },
          start: { type: 'integer', minimum: 0 },
          end: { type: 'integer', minimum: 0 },
        },
        additionalProperties: false,
      },
    ],
  },
}
const body = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: { const: 'TextualBody' },
    purpose: motivation,
    value: { type: 'string', minLength: 1 },
    format: { const: 'text/plain' },
    language: { type: 'string' },
  },
  additionalProperties: false,
}
const annotation = {
  type: 'object',
  required: ['id', 'type', 'target'],
  properties: {
    id: iri,
    type: { const: 'Annotation' },
    motivation,
    creator: agent,
    created: instant,
    generator: agent,
    body: { type: 'array', minItems: 1, items: body },
    target: {
      type: 'object',
      required: ['type', 'source', 'selector'],
      properties: { type: { const: 'SpecificResource' }, source: iri, selector: selectors },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}

export const annotationSchema = {
  type: 'object',
  required: ['@context', 'id', 'type', 'label', 'total', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    creator: agent,
    generator: agent,
    generated: instant,
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'items'],
      properties: {
        id: iri,
        type: { const: 'AnnotationPage' },
        startIndex: { const: 0 },
        items: { type: 'array', items: annotation },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}
