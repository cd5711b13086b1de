import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestIssuer, testIssuer } from '#door/fhir/test-issuer.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { freshDatabase } from '#test/database.ts'
import { officialExamples } from '../conformance/cases.ts'
import { tryCases, withTrips } from '../conformance/conformance.ts'
import { judge } from '../conformance/judge.ts'
import { served } from '../served.ts'
import { type Change, sown } from '../sow.ts'
import { FAULTS } from './faults.ts'
import { type FhirDoor, fhirDoor } from './fhir-door.ts'
import { reasonNotKept } from './not-kept.ts'
import { claimsOfSystem, settingsOf } from './product.ts'
import { roundTrip } from './round-trip.ts'

/** The largest of the published are left to `npm run conformance`. */
const BYTES_MAX = 8_000
const TYPES = 40

const small = officialExamples().filter(one => {
  const { length } = one.bytes()
  return length < BYTES_MAX && judge(one, validate).isTaken && reasonNotKept(one) === undefined
})
/** What a store may lose, and by what an example is known in which it could. */
const LOSSES = [/\d\.\d*0[,\s]/, /"contained"/, /"_[a-z]/, /"extension"/, /\[\s*\{[^[\]]*\},\s*\{/]
const telling = LOSSES.map(loss => small.find(one => loss.test(String(Buffer.from(one.bytes()))))!)
/** One of each of so many types, and those of which something may be lost. */
const sample = new Set([...telling, ...[...Map.groupBy(small, ({ type }) => type).values()].flatMap(([one]) => [one!])])

test('what the store has taken comes back by every way as it was sent, over the real door', async () => {
  const some = [...sample].slice(0, TYPES)
  const { failures, tally } = withTrips(tryCases(some), await onProduct([], door => roundTrip(door, some)))
  assert.deepEqual(failures, [])
  assert.ok([...tally.byType.values()].filter(({ kept }) => kept > 0).length > TYPES - 10)
})

test('a store that loses something is caught', async () => {
  for (const [name, changes] of Object.entries(FAULTS)) {
    const tripped = await onProduct(changes, door => roundTrip(door, telling))
    const { failures } = withTrips(tryCases(telling), tripped)
    assert.notEqual(failures.length, 0, name)
  }
})

/** Runs `work` at the door of a product on a database of its own, sound or sown with a fault. */
async function onProduct<Value>(changes: readonly Change[], work: (door: FhirDoor) => Promise<Value>): Promise<Value> {
  const issuer: TestIssuer = await testIssuer()
  const database = await freshDatabase('region')
  const product = await served(database.url, {
    clock: machineClock,
    chance: machineChance,
    settings: settingsOf(issuer),
    ...(changes.length > 0 && { product: await sown(changes) }),
  })
  try {
    return await work(fhirDoor(`http://127.0.0.1:${product.port}/fhir`, issuer.token(claimsOfSystem(issuer))))
  } finally {
    await product.stop()
    await database.drop()
    await issuer.stop()
  }
}
