import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distinct } from './contacts-list.tsx'

test('an address that the hospital holds in capitals and the council does not is shown once, as people write it', () => {
  const addresses = ['FFLAT 3\nLLYS Y BERLLAN, LÔN Y FELIN', 'Fflat 3\nLlys y Berllan\nLôn y Felin']
  assert.deepEqual(distinct(addresses), ['Fflat 3\nLlys y Berllan\nLôn y Felin'])
})

test('two different numbers are both shown, and one written with and without spaces is one', () => {
  assert.deepEqual(distinct(['01632960142', '01632 960142', '07700 900211']).length, 2)
})
