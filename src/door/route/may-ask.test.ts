import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Visitor } from '#record/organisation/visitor.ts'
import { type Region, region } from '#test/kit.ts'
import type { Asker } from './declaration.ts'
import { mayAsk } from './may-ask.ts'

let here: Region
let elin: Visitor
let catrin: Visitor
let steffan: Visitor
before(async () => {
  here = await region()
  elin = await here.visitorOf('elin-pritchard')
  catrin = await here.visitorOf('catrin-morgan')
  steffan = await here.visitorOf('steffan-howells')
})
after(() => here.close())

/** Who of nobody, the daughter, the ward nurse and the integration officer may ask. */
function who(asker: Asker): boolean[] {
  return [undefined, elin, catrin, steffan].map(visitor => mayAsk(asker, visitor))
}

test('a page is for anybody, for everybody signed in, for citizens, for workers, or for some roles', () => {
  assert.deepEqual(who('anybody'), [true, true, true, true])
  assert.deepEqual(who('visitors'), [false, true, true, true])
  assert.deepEqual(who('citizens'), [false, true, false, false])
  assert.deepEqual(who('workers'), [false, false, true, true])
  assert.deepEqual(who(['integration-officer']), [false, false, false, true])
  assert.deepEqual(who(['ward-nurse', 'district-nurse']), [false, false, true, false])
})

test('a page for no role is for nobody, and what a system is its own route finds out', () => {
  assert.deepEqual(who([]), [false, false, false, false])
  assert.deepEqual(who('systems'), [true, true, true, true])
})
