import { readFileSync } from 'node:fs'
import { readJson } from '#ground/fhir/json/read.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { numberOption, percentile, rounded } from './figures.ts'

/** The official examples of R4, which come with the packages for development. */
const EXAMPLES = new URL('../node_modules/hl7.fhir.r4.examples/', import.meta.url)

/**
 * How long it takes to say what is wrong with a resource, microseconds: the form alone, and with the rules of its type; and to
 * read it. A patient, an observation, and a bundle with 30 of each. Options: --runs (2000).
 */
export async function validateBench(args: readonly string[]): Promise<object> {
  const runs = numberOption(args, 'runs', 2000)
  const patient = exampleText('Patient-example')
  const observation = exampleText('Observation-bmi')
  const entry = Array.from({ length: 30 }, () => `{"resource":${patient}},{"resource":${observation}}`)
  const bundle = `{"resourceType":"Bundle","type":"collection","entry":[${entry.join()}]}`
  return {
    bench: 'validate',
    runs,
    ...figuresOf('patient', patient, runs),
    ...figuresOf('observation', observation, runs),
    ...figuresOf('bundle_of_60', bundle, Math.ceil(runs / 20)),
  }
}

function exampleText(name: string): string {
  return readFileSync(new URL(`${name}.json`, EXAMPLES), 'utf8')
}

function figuresOf(name: string, text: string, runs: number): Record<string, number> {
  const read = readJson(text)
  if (!read.ok || validate(read.value).some(({ severity }) => severity === 'error'))
    throw new Error(`${name} is not valid`)
  return {
    [`${name}_read_p50_us`]: timed(runs, () => readJson(text)),
    [`${name}_form_p50_us`]: timed(runs, () => validate(read.value, { rules: false })),
    [`${name}_rules_p50_us`]: timed(runs, () => validate(read.value)),
  }
}

function timed(runs: number, work: () => unknown): number {
  for (let run = 0; run < runs; run++) work()
  const times = Array.from({ length: runs }, () => {
    const began = performance.now()
    work()
    return (performance.now() - began) * 1000
  })
  return rounded(percentile(times, 0.5))
}
