/** The import direction of the house: a folder imports from those before it and from the ground floor. */
const floors = [
  'reading',
  'sources',
  'claims',
  'review',
  'drafts',
  'audit',
  'publication',
  'exports',
  'imports',
  'mail',
  'search',
]
const doors = ['web', 'api', 'cli']
const ground = ['text', 'db', 'history', 'accounts', 'jobs']

const upward = floors.map((floor, i) => ({
  name: `${floor}-looks-back-only`,
  comment: `src/${floor} may import from the folders before it and from the ground floor`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${[...floors.slice(i + 1), ...doors].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'ground-floor-stands-alone',
      severity: 'error',
      from: { path: `^src/(${ground.join('|')})/` },
      to: { path: `^src/(${[...floors, ...doors].join('|')})/` },
    },
    {
      name: 'text-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/text/' },
      to: { path: '^src/', pathNot: '^src/text/' },
    },
    {
      name: 'reading-knows-no-database',
      severity: 'error',
      from: { path: '^src/reading/' },
      to: { path: '^src/', pathNot: '^src/(reading|text|errors|paths)' },
    },
    {
      name: 'doors-do-not-open-on-each-other',
      comment: 'web and api share verbs and middleware, not handlers; cli may start the app',
      severity: 'error',
      from: { path: '^src/(web|api)/' },
      to: { path: '^src/(web|api|cli)/', pathNot: '^src/($1|web/middleware)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/db/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
