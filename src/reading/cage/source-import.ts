/** Whether the program runs from its source, in development and in tests (tsx adds a query); built code runs as it is. */
export const isSource = /\.ts(?:\?|$)/.test(import.meta.url)

/** A script that imports a file of the source where Node itself would not understand it: tsx has to be asked for. */
export const sourceImport = ({ href }: URL): string =>
  `import('tsx/esm/api').then(({ tsImport }) => tsImport('${href}', '${href}'))`
