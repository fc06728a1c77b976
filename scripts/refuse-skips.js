// Fails when a test was skipped, those apart that need ../shared (their names say so). Usage: node refuse-skips.js RESULTS.json
import { readFileSync } from 'node:fs'

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = results.testResults.flatMap((file) => file.assertionResults)
const count = (status) => tests.filter((test) => status.includes(test.status)).length
const skipped = tests.filter((test) => ['pending', 'skipped', 'todo'].includes(test.status))
const refused = skipped.filter((test) => !test.fullName.includes('../shared'))

for (const test of refused) console.error(`skipped: ${test.fullName}`)
console.log(`${count(['passed'])} passed, ${count(['failed'])} failed, ${skipped.length} skipped`)
if (refused.length > 0) process.exitCode = 1
