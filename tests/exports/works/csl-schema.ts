/** What CSL 1.0.2 asks of its data, as far as we fill it: nothing else may be there. Source: docs.citationstyles.org. */
const text = { type: 'string' }
const number = { type: ['string', 'number'] }
const name = {
  type: 'object',
  properties: { family: text, given: text, literal: text },
  minProperties: 1,
  additionalProperties: false,
}
const names = { type: 'array', items: name }

const TYPES =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'

export const cslSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'type'],
    additionalProperties: false,
    properties: {
      id: text,
      type: { enum: TYPES.split(' ') },
      title: text,
      author: names,
      editor: names,
      'container-title': text,
      'collection-title': text,
      number,
      publisher: text,
      'publisher-place': text,
      volume: number,
      page: number,
      medium: text,
      URL: text,
      DOI: text,
      issued: {
        type: 'object',
        required: ['date-parts'],
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
          },
        },
      },
    },
  },
}
