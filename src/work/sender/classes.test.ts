import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClassRules, classOf } from './classes.ts'

const RULES: ClassRules = {
  codes: { CH: 'clinical-summary', WARD: 'hospital-care', GUM: 'sexual-health', TX: 'substance-misuse' },
}

test('the most telling code that the map names says how private a thing is', () => {
  assert.equal(classOf(RULES, [undefined, 'XX', 'CH', 'WARD']), 'clinical-summary')
})

test('one sensitive code makes all of it sensitive, wherever it stands', () => {
  assert.equal(classOf(RULES, ['CH', 'WARD', 'GUM']), 'sexual-health')
})

test('two sensitive classes, a class that there is not, or no word of the map at all: on doubt nothing is taken in', () => {
  assert.equal(classOf(RULES, ['GUM', 'TX']), undefined)
  assert.equal(classOf({ codes: { CH: 'clinical-sumary' as 'clinical-summary' } }, ['CH']), undefined)
  assert.equal(classOf(RULES, ['XX']), undefined)
  assert.equal(classOf(undefined, ['CH']), undefined)
  assert.equal(classOf(RULES, ['constructor']), undefined)
})

test('what holds otherwise holds only where no code is named', () => {
  const rules: ClassRules = { ...RULES, otherwise: 'mental-health' }
  assert.equal(classOf(rules, ['XX']), 'mental-health')
  assert.equal(classOf(rules, ['XX', 'CH']), 'clinical-summary')
})
