import jsonld from 'jsonld'

const SCHEMA = 'http://schema.org/'

/** The terms of schema.org that are used, as its own context has them; no other term stands for anything. */
const schemaOrg = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      ...[
        'Claim',
        'ClaimReview',
        'Rating',
        'Organization',
        'Person',
        'CreativeWork',
        'Report',
        'NewsArticle',
      ],
      ...['ScholarlyArticle', 'Book', 'Dataset', 'WebPage'],
      ...[
        'name',
        'text',
        'identifier',
        'inLanguage',
        'version',
        'creditText',
        'publisher',
        'citation',
        'author',
      ],
      ...['claimReviewed', 'itemReviewed', 'reviewRating', 'reviewBody', 'ratingValue', 'bestRating'],
      ...['worstRating', 'alternateName', 'ratingExplanation', 'familyName', 'givenName', 'appearance'],
    ].map((term) => [term, SCHEMA + term]),
  ),
  url: { '@id': `${SCHEMA}url`, '@type': '@id' },
  datePublished: { '@id': `${SCHEMA}datePublished`, '@type': `${SCHEMA}Date` },
}

const OA = 'http://www.w3.org/ns/oa#'
const AS = 'http://www.w3.org/ns/activitystreams#'
const DCTERMS = 'http://purl.org/dc/terms/'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

const link = (id: string): object => ({ '@id': id, '@type': '@id' })
const typed = (id: string, type: string): object => ({ '@id': id, '@type': XSD + type })

/** The terms of the Web Annotation vocabulary that are used. Source: Web Annotation Vocabulary (2017), appendix A. */
const annotation = {
  id: link('@id'),
  type: { '@id': '@type', '@type': '@id' },
  Annotation: `${OA}Annotation`,
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  Software: `${AS}Application`,
  Organization: 'http://xmlns.com/foaf/0.1/Organization',
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  ...Object.fromEntries(
    ['assessing', 'classifying', 'commenting', 'describing', 'identifying'].map((word) => [word, OA + word]),
  ),
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  creator: link(`${DCTERMS}creator`),
  generator: link(`${AS}generator`),
  items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
  first: link(`${AS}first`),
  motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
  purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  name: 'http://xmlns.com/foaf/0.1/name',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  created: typed(`${DCTERMS}created`, 'dateTime'),
  generated: typed(`${DCTERMS}issued`, 'dateTime'),
  start: typed(`${OA}start`, 'nonNegativeInteger'),
  end: typed(`${OA}end`, 'nonNegativeInteger'),
  total: typed(`${AS}totalItems`, 'nonNegativeInteger'),
  startIndex: typed(`${AS}startIndex`, 'nonNegativeInteger'),
}

const CONTEXTS: Readonly<Record<string, object>> = {
  'https://schema.org': schemaOrg,
  'http://www.w3.org/ns/anno.jsonld': annotation,
}

/**
 * A JSON-LD document as statements of a graph (N-Quads), by a processor that is not ours and asks nobody.
 * @throws where a term stands for nothing, so that what was said would be lost
 */
export const statementsOf = async (document: object): Promise<readonly string[]> => {
  const nquads: unknown = await jsonld.toRDF(document, {
    format: 'application/n-quads',
    safe: true,
    documentLoader: (url: string) => {
      const context = CONTEXTS[url]
      if (context === undefined) throw new Error(`No network: ${url}`)
      return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': context } })
    },
  } as jsonld.Options.ToRdf)
  return String(nquads).trim().split('\n')
}
