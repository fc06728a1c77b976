import { namespaceTable } from '../office/namespace-table.ts'

/** The namespaces of OpenDocument with the prefix that the code knows them by. */
export const ODF = namespaceTable(new URL('./namespaces.json', import.meta.url))
