import { validate } from '#ground/fhir/validate/validate.ts'
import { withProduct } from '../round-trip/product.ts'
import { sendSpoiled } from '../round-trip/refused.ts'
import { roundTrip } from '../round-trip/round-trip.ts'
import { allCases, casesIn } from './cases.ts'
import { tryCases, withFaults, withTrips } from './conformance.ts'
import { judge } from './judge.ts'
import { table } from './tally.ts'

const began = performance.now()
const say = (line: string) => console.log(line)
const folders = process.argv.slice(2)
const cases = folders.length > 0 ? folders.flatMap(folder => casesIn(folder)) : allCases()
say(`Deciding ${cases.length} ...`)
const decided = tryCases(cases)
/** By R4 alone: no profiles are turned on in the store. */
const isTaken = (one: (typeof cases)[number]) =>
  judge({ ...one, type: one.type, profiles: undefined }, validate).isTaken
const taken = cases.filter(isTaken)
const refused = cases.filter(one => !isTaken(one))
const { tripped, faults } = await withProduct(async door => ({
  tripped: await roundTrip(door, taken, say),
  faults: await sendSpoiled(door, refused),
}))
const found = withFaults(withTrips(decided, tripped), faults)
say(table(found.tally))
for (const [name, reason] of found.known) say(`${name}: ${reason}`)
for (const failure of found.failures) say(failure)
const seconds = Math.round((performance.now() - began) / 100) / 10
const { trials, failures, known } = found
const { kept, named, notKept } = found.tally.total
const sent = { sent: tripped.length, kept, named, notKept, refused: refused.length }
console.log(
  JSON.stringify({ test: 'conformance', trials, failures: failures.length, seconds, known: known.size, ...sent }),
)
process.exitCode = trials > 0 && failures.length === 0 ? 0 : 1
