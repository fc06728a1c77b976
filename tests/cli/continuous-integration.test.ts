import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/paths.ts'

const WEIR = `# The weir

The weir was raised in 1911.[^1] It held until 1953.[^2]

[^1]: The Reedham Courier, "A higher weir", 3 May 1911, p. 2, https://courier.example/weir
`
const NOTE = '[^2]: The Loddon Post, "The weir gives way", 9 June 1953, p. 4, https://post.example/weir\n'

const hasGit = spawnSync('git', ['--version']).status === 0
const repository = mkdtempSync(join(tmpdir(), 'stet-ci-'))
const programs = join(repository, '.programs')
const env = {
  ...process.env,
  PATH: `${programs}:${process.env['PATH'] ?? ''}`,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: repository, env, encoding: 'utf8' })
const write = (name: string, text: string): void => writeFileSync(join(repository, name), text)

/** The code blocks of the documented recipe, by what they are about. */
const recipe = readFileSync(join(projectRoot, 'docs/continuous-integration.md'), 'utf8')
const shellBlocks = [...recipe.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)

/** Runs the line of the recipe that writes this format, as a build server would. */
function runStep(format: string): { readonly status: number | null; readonly said: string } {
  const line = shellBlocks[0]?.split('\n').find((step) => step.includes(format)) ?? ''
  const { status, stderr, stdout } = spawnSync('sh', ['-ec', line], {
    cwd: repository,
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

interface Sarif {
  readonly version: string
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string
      readonly level: string
      readonly locations: readonly [
        { readonly physicalLocation: { readonly region: { readonly startLine: number } } },
      ]
    }[]
  }[]
}

/** What stops a build. */
const errorsIn = (): { rule: string; line: number }[] => {
  const { runs } = JSON.parse(readFileSync(join(repository, 'audit.sarif'), 'utf8')) as Sarif
  return runs.flatMap(({ results }) =>
    results
      .filter(({ level }) => level === 'error')
      .map(({ ruleId, locations }) => ({
        rule: ruleId,
        line: locations[0].physicalLocation.region.startLine,
      })),
  )
}

describe.skipIf(!hasGit)(
  hasGit ? 'the documented recipe' : 'the documented recipe (skipped: install git)',
  () => {
    beforeAll(() => {
      mkdirSync(programs)
      const program = `#!/bin/sh\nexec "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${join(projectRoot, 'src/main.ts')}" "$@"\n`
      writeFileSync(join(programs, 'stet'), program)
      chmodSync(join(programs, 'stet'), 0o755)
      execFileSync('git', ['init', '-q', repository], { env })
      git('config', 'user.name', 'Ana')
      git('config', 'user.email', 'ana@desk.example')
      write('.gitignore', '.programs\naudit.*\n')
      write('policy.json', '{ "rules": { "unsourced": "off" } }\n')
    })
    afterAll(() => rmSync(repository, { recursive: true, force: true }))

    test('a repository’s build fails on a missing note, at its line, and passes when it is mended', () => {
      write('report.md', WEIR)
      expect(runStep('sarif')).toMatchObject({ status: 1 })
      expect(errorsIn()).toEqual([{ rule: 'note-missing', line: 3 }])
      write('report.md', WEIR + NOTE)
      expect(runStep('sarif')).toMatchObject({ status: 0 })
      expect(errorsIn()).toEqual([])
    })

    test('a policy that cannot be read stops the build with one line', () => {
      write('policy.json', '{ "rules": { "note-mising": "off" } }\n')
      const { status, said } = runStep('junit')
      expect(status).toBe(2)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(said).toContain('note-mising')
    })

    test('the documented hook keeps a draft with a missing note from being committed', () => {
      const hook = shellBlocks.find((block) => block.startsWith('#!/bin/sh')) ?? ''
      writeFileSync(join(repository, '.git/hooks/pre-commit'), hook, { mode: 0o755 })
      write('report.md', WEIR)
      git('add', 'report.md')
      const refused = git('commit', '-m', 'A first draft')
      expect(refused.status).not.toBe(0)
      expect(refused.stdout + refused.stderr).toContain('Marker 2 has no note')
      write('report.md', WEIR + NOTE)
      git('add', 'report.md')
      expect(git('commit', '-qm', 'A first draft')).toMatchObject({ status: 0 })
    })
  },
)
