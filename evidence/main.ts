import { endDatabases } from '#test/database.ts'
import { holds } from './evidence.ts'
import { EVIDENCE } from './index.ts'
import { readWanted, runEvidence } from './run.ts'

const wanted = readWanted(process.argv.slice(2), Object.keys(EVIDENCE))
if (typeof wanted === 'string') {
  console.error(wanted)
  process.exit(1)
}
const result = await runEvidence(EVIDENCE[wanted.name]!, wanted, line => console.log(line))
await endDatabases()
console.log(JSON.stringify(result))
// At once: what tests and evidence share has hooks for the test runner, which would write a summary after the last line.
process.exit(holds(result) ? 0 : 1)
