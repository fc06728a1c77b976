import { namespaceTable } from '../office/namespace-table.ts'

/** The namespaces of Office Open XML, transitional and strict, with the prefix that the code knows them by. */
export const OOXML = namespaceTable(new URL('./namespaces.json', import.meta.url))
