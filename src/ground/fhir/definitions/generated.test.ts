import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { staleOfFhir } from '#test/generate/generated.ts'

test('what is kept of FHIR R4 is what its published definitions make', () => {
  assert.deepEqual(staleOfFhir(), [], 'run `npm run tables`')
})

test('what is kept is small: three files under half a megabyte', () => {
  const files = ['types', 'value-sets', 'patient-compartment']
  const bytes = files.map(name => readFileSync(new URL(`./${name}.ndjson`, import.meta.url)).length)
  assert.ok(bytes.reduce((sum, one) => sum + one) < 500_000, String(bytes))
})
