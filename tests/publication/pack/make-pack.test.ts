import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { check, inWords } from '../../../src/publication/pack/verifier/verify.mjs'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { millWithSecrets, packOf, publishMill } from '../../support/packed.ts'

describeOnBothDatabases('an audit pack', (makeDatabase) => {
  test('of a publication holds', async () => {
    const db = await makeDatabase()
    const mill = await millWithSecrets(db)
    await publishMill(db, mill)
    const { bytes } = await packOf(db, mill)
    const found = await check(bytes)
    console.log(inWords(found).join('\n'))
    expect(found.broken).toBeNull()
    console.log(Object.keys(unzipSync(bytes)))
    ;(await import('node:fs')).writeFileSync('/tmp/pk-pack.zip', bytes)
  })
})
