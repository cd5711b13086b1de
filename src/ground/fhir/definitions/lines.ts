import { readFileSync } from 'node:fs'

/** What one of the files beside this one says, a value a line. */
export function lines<Line>(name: 'types' | 'value-sets' | 'patient-compartment' | 'terminology'): Line[] {
  const text = readFileSync(new URL(`./${name}.ndjson`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
}
