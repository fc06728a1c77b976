import type { Figure } from './figure.ts'
import { score, type ScoredRow } from './scorer.ts'

const COMPARE = './bin/stet compare --format json'

/** Where the sentences of real documents went in their later versions. */
export function revisionFigures(): Figure[] {
  const { ALL: all = {}, ...pairs } = score('revisions', COMPARE, 'revisions')
  const of = (row: ScoredRow, key: string): number => row[key] ?? 0
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
  const missesIn = (key: string, most: string): string[] =>
    Object.entries(pairs)
      .filter(([, row]) => of(row, key) < of(row, most))
      .map(([name, row]) => `${name}: ${of(row, key)} of ${of(row, most)}`)
  const [kept, edited, deleted] = [of(all, 'kept'), of(all, 'edited'), of(all, 'deleted')]
  return [
    {
      name: 'revisions, kept sentences on their own words',
      value: share(of(all, 'keptRight'), kept),
      target: 0.995,
      unit: `of ${kept}`,
      misses: missesIn('keptRight', 'kept'),
    },
    {
      name: 'revisions, kept sentences not called edited',
      value: 1 - share(of(all, 'keptMarkedEdited'), kept),
      target: 0.99,
      unit: `of ${kept}`,
    },
    {
      name: 'revisions, edited sentences found',
      value: share(of(all, 'editedRight'), edited),
      target: 0.85,
      unit: `of ${edited}`,
      misses: missesIn('editedRight', 'edited'),
    },
    {
      name: 'revisions, edits found and marked',
      value: 1 - share(of(all, 'editedUnmarked'), of(all, 'editedRight')),
      target: 1,
      unit: `of ${of(all, 'editedRight')}`,
    },
    {
      name: 'revisions, deleted sentences placed nowhere',
      value: 1 - share(of(all, 'deletedPlaced'), deleted),
      target: 0.99,
      unit: `of ${deleted}`,
    },
    {
      name: 'revisions, not in a wrong place',
      value: 1 - share(of(all, 'wrongPlace'), kept + edited),
      target: 0.999,
      unit: `of ${kept + edited}`,
    },
  ]
}
