import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { annotationsOf } from '../../../src/exports/linked/annotations.ts'
import { statementsOf } from '../../support/contexts.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'
import { annotationSchema } from './annotation-schema.ts'

interface Collection {
  readonly first: {
    readonly items: readonly {
      readonly body: readonly { readonly purpose: string; readonly value: string }[]
      readonly target: {
        readonly selector: readonly [
          { readonly exact: string; readonly prefix: string; readonly suffix: string },
          { readonly start: number; readonly end: number },
        ]
      }
    }[]
  }
}

describeOnSqlite('claims as W3C annotations', (makeDatabase) => {
  test('keep to the data model, and mean something to a JSON-LD processor', async () => {
    const report = await exportedPolyglot(await makeDatabase(), ['rationale', 'comments'])
    const collection = annotationsOf(report)
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
    addFormats.default(ajv)
    const validate = ajv.compile(annotationSchema)
    expect(validate(JSON.parse(JSON.stringify(collection))) || validate.errors).toBe(true)
    const statements = await statementsOf(collection)
    expect(statements.filter((line) => line.includes('<http://www.w3.org/ns/oa#Annotation>'))).toHaveLength(
      report.claims.length,
    )
    expect(statements.filter((line) => line.includes('XMLSchema#nonNegativeInteger')).length).toBeGreaterThan(
      2 * report.claims.length,
    )
  })

  test('stand at their words in code points, before and after what the text has there', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    const points = Array.from(report.draft.text)
    const { items } = (annotationsOf(report) as Collection).first
    for (const { target } of items) {
      const [{ exact, prefix, suffix }, { start, end }] = target.selector
      expect(points.slice(start, end).join('')).toBe(exact)
      expect(points.slice(0, start).join('').endsWith(prefix)).toBe(true)
      expect(points.slice(end).join('').startsWith(suffix)).toBe(true)
    }
    expect(items.length).toBe(report.claims.length)
  })

  test('tell the status, and no more than was named', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    const [first] = (annotationsOf(report) as Collection).first.items
    expect(first?.body.find(({ purpose }) => purpose === 'classifying')?.value).toBe('substantiated')
    expect(JSON.stringify(annotationsOf(report))).not.toMatch(/The painter has|clerk of|clerk told/)
  })
})
