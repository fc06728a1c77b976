import { nameUses } from '../names/name-uses.ts'
import { variantsIn } from '../names/variants.ts'
import type { TextRule } from '../rule.ts'

export const nameSpelledVariously: TextRule = {
  id: 'name-spelled-variously',
  severity: 'warning',
  why: 'One name in two spellings reads like two people, and a search finds half of what is said of either.',
  find: (audited) =>
    variantsIn(nameUses(audited), (word) => audited.smallWords.has(word)).flatMap((spellings) => {
      const [, ...rarer] = spellings
      const [at, ...also] = rarer.flatMap(({ places }) => places)
      return at === undefined
        ? []
        : [
            {
              at,
              also,
              message: `${spellings.map(({ word, places }) => `“${word}” (${places.length})`).join(' and ')} may be one name: spell it in one way.`,
            },
          ]
    }),
}
