import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/paths.ts'

test.each(['sqlite', 'postgresql'])(
  'the %s migration makes the tables of the schema and the triggers',
  (database) => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-made-'))
    try {
      execFileSync(process.execPath, [join(projectRoot, 'scripts', 'make-migration.js'), folder])
      const file = join(database, '0001_init', 'migration.sql')
      const made = readFileSync(join(folder, file), 'utf8')
      expect(made).toBe(readFileSync(join(projectRoot, 'prisma', 'migrations', file), 'utf8'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
