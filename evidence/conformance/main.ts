import { allCases, casesIn } from './cases.ts'
import { table, tryCases } from './conformance.ts'

const began = performance.now()
const folders = process.argv.slice(2)
const cases = folders.length > 0 ? folders.flatMap(folder => casesIn(folder)) : allCases()
const found = tryCases(cases)
console.log(table(found))
for (const [name, reason] of found.known) console.log(`${name}: ${reason}`)
for (const failure of found.failures) console.log(failure)
const seconds = Math.round((performance.now() - began) / 100) / 10
const { trials, failures, known } = found
console.log(JSON.stringify({ test: 'conformance', trials, failures: failures.length, seconds, known: known.size }))
process.exitCode = trials > 0 && failures.length === 0 ? 0 : 1
