import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { inclusions } from '../../../src/exports/formats.ts'
import { reportAsJson } from '../../../src/exports/json/report-json.ts'
import { projectRoot } from '../../../src/paths.ts'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'

/** The published schema, made strict: what it does not describe may not be there. */
function strictSchema(): object {
  const schema = readFileSync(join(projectRoot, 'docs', 'stet-report-1.schema.json'), 'utf8')
  return JSON.parse(schema, (_, value: unknown) =>
    isObject(value) && isObject(value['properties']) && !('type' in value['properties'] && !('kind' in value))
      ? { ...value, additionalProperties: 'work' in value ? true : false }
      : value,
  ) as object
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function problemsOf(value: unknown): unknown {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  addFormats.default(ajv)
  const validate = ajv.compile(strictSchema())
  return validate(value) ? [] : validate.errors
}

describeOnBothDatabases('a report as JSON', (makeDatabase) => {
  test.each([[[]], [inclusions]])('keeps to its published schema with %j', async (include) => {
    const report = await exportedPolyglot(await makeDatabase(), include)
    const json = JSON.parse(JSON.stringify(reportAsJson(report))) as Record<string, unknown>
    expect(problemsOf(json)).toEqual([])
    expect(problemsOf({ ...json, mood: 'good' })).not.toEqual([])
    expect(problemsOf({ ...json, claims: [{}] })).not.toEqual([])
  })

  test('holds each claim at its offsets, in whatever script', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    const { claims, draft } = JSON.parse(JSON.stringify(reportAsJson(report))) as {
      claims: { start: number; end: number; quote: string }[]
      draft: { text: string }
    }
    for (const { start, end, quote } of claims) expect(draft.text.slice(start, end)).toBe(quote)
    expect(claims).toHaveLength(6)
  })
})
