/** Source: ECMA-376, Office Open XML (transitional). */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
export const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/'

export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const mediaTypeOf = (part: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`
