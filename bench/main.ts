import { alertBench } from './alert.ts'
import { decideBench } from './decide.ts'
import { fhirBench } from './fhir/fhir.ts'
import { ingestBench } from './ingest/ingest.ts'
import { linkBench } from './link/link.ts'
import { planBench } from './plan.ts'
import { previewBench } from './preview.ts'
import { startBench } from './start.ts'
import { validateBench } from './validate.ts'

/** Each prints what it does, and on its last line one JSON object whose figures are named with their units. */
const BENCHES = {
  alert: alertBench,
  decide: decideBench,
  fhir: fhirBench,
  ingest: ingestBench,
  link: linkBench,
  plan: planBench,
  preview: previewBench,
  start: startBench,
  validate: validateBench,
}

const [name = '', ...rest] = process.argv.slice(2)
if (Object.hasOwn(BENCHES, name)) {
  console.log(JSON.stringify(await BENCHES[name as keyof typeof BENCHES](rest)))
} else {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(BENCHES).join(', ')}`)
  process.exitCode = 1
}
