import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Address } from 'fhir/r4.js'
import { sql } from 'kysely'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { uprnKey } from '../patient-extensions.ts'
import { sensitivePeopleAmong } from '../sensitive/sensitive.ts'
import { type Household, householdsOf, liveTogether } from './household.ts'
import { recordInstitution } from './institution.ts'

const here = await region()
const HOUSEHOLD_MAX = 12
const BECAUSE = { decidedBy: 'test', reason: 'test' }
let arrivals = 0

test('the twins live together, and with nobody else of the region', async () => {
  const [ieuan, iwan, mair] = ['ieuan-davies', 'iwan-davies', 'mair-pritchard'].map(personId) as [
    string,
    string,
    string,
  ]
  const households = await householdsFor([ieuan, iwan, mair])
  assert.ok(liveTogether(households.get(ieuan)!, households.get(iwan)!))
  assert.ok(!liveTogether(households.get(ieuan)!, households.get(mair)!))
})

test('the UPRN tells who lives together, however the address is written', async () => {
  const [one, other] = [
    await lives(home('7 Heol Newydd', 'GH9 7AA', '999000970007')),
    await lives({ ...uprnOnly('999000970007') }),
  ]
  assert.ok(await together(one, other))
})

test('without a UPRN on both sides the door and the postcode tell, in either language', async () => {
  const [one, other] = [
    await lives(home('Fflat 3, 7 Heol y Capel', 'GH9 7AB', '999000970008')),
    await lives(home('FLAT 3, 7 CHAPEL RD', 'gh97ab')),
  ]
  assert.ok(await together(one, other))
})

test('two flats of one number and postcode are two homes when their UPRNs differ', async () => {
  const [one, other] = [
    await lives(home('Fflat 1', 'GH9 7AC', '999000970011')),
    await lives(home('Fflat 1', 'GH9 7AC', '999000970012')),
  ]
  assert.ok(!(await together(one, other)))
})

test('where somebody lived before is not where they live', async () => {
  const [one, other] = [
    await lives(home('9 Heol Newydd', 'GH9 7AD')),
    await lives({ ...home('9 Heol Newydd', 'GH9 7AD'), use: 'old' }),
  ]
  assert.ok(!(await together(one, other)))
})

test('the people of a care home are not one household, by its UPRN or by its address', async () => {
  await transaction(here.store, tx => recordInstitution(tx, '999000970020', 'care-home', BECAUSE))
  const one = await lives(home('20 Heol Newydd', 'GH9 7AE', '999000970020'))
  assert.ok(!(await together(one, await lives(home('20 Heol Newydd', 'GH9 7AE', '999000970020')))))
  assert.ok(!(await together(one, await lives(home('20 Heol Newydd', 'GH9 7AE')))))
})

test('neither are more people at one place than live in one house', async () => {
  const people = []
  for (let at = 0; at < HOUSEHOLD_MAX; at++) people.push(await lives(home('30 Heol Newydd', 'GH9 7AF')))
  assert.ok(await together(people[0]!, people[1]!))
  await lives(home('30 Heol Newydd', 'GH9 7AF'))
  assert.ok(!(await together(people[0]!, people[1]!)))
})

test('whoever lives in a refuge is protected by that alone, and whoever does not is not', async () => {
  const [inside, outside] = [
    await lives(home('40 Heol Newydd', 'GH9 7AG', '999000970040')),
    await lives(home('41 Heol Newydd', 'GH9 7AG')),
  ]
  await transaction(here.store, tx => recordInstitution(tx, '999000970040', 'refuge', BECAUSE))
  const protectedPeople = await transaction(here.store, tx => sensitivePeopleAmong(tx, [inside, outside]))
  assert.deepEqual([...protectedPeople], [inside])
})

test('the database and the program say alike who lives together', async () => {
  const place = fc.constantFrom('uprn 1', 'uprn 2', 'GH11AA 1', 'GH11AA 2', 'GH22BB')
  const homes = fc.array(place, { maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(homes, homes, async (one, other) => {
      const { rows } = await sql<{ together: boolean }>`
        select live_together(${one}::text[], ${other}::text[]) as together`.execute(here.store.db)
      const household = (places: string[]): Household => ({ homes: new Set(places), familyKeys: new Set() })
      assert.equal(liveTogether(household(one), household(other)), rows[0]?.together)
    }),
    { numRuns: 200 },
  )
})

test('the household the database gives is the same, for everybody of the region and everybody here', async () => {
  const all = await here.store.db.selectFrom('person').select('id').execute()
  const ids = all.map(({ id }) => id)
  const households = await householdsFor(ids)
  const { rows } = await sql<{ one: string; other: string }>`
    select person.id as one, other as other from person cross join lateral household_of(person.id) as other
    where other <> person.id`.execute(here.store.db)
  const told = new Set(rows.map(({ one, other }) => `${one} ${other}`))
  assert.ok(told.size > 20)
  for (const one of ids) {
    for (const other of ids) {
      const [first, second] = [households.get(one), households.get(other)]
      const are = one !== other && first !== undefined && second !== undefined && liveTogether(first, second)
      assert.equal(told.has(`${one} ${other}`), are, `${one} ${other}`)
    }
  }
})

function home(line: string, postalCode: string, uprn?: string): Address {
  return { use: 'home', line: [line], postalCode, ...(uprn !== undefined && uprnOnly(uprn)) }
}

function uprnOnly(uprn: string): Address {
  return { extension: [uprnKey(uprn)] }
}

/** Somebody new, with one record of the council’s. */
async function lives(address: Address): Promise<string> {
  const key = { organisationId: seedId.organisation('cyngor-bro-rhedyn'), localId: `home ${++arrivals}` }
  return transactionInTurn(here.store, async tx => {
    const kept = await keepSourceRecord(tx, key, () => ({ resourceType: 'Patient', address: [address] }), undefined)
    return kept.homePersonId
  })
}

function householdsFor(people: readonly string[]) {
  return transaction(here.store, tx => householdsOf(tx, people))
}

async function together(one: string, other: string): Promise<boolean> {
  const households = await householdsFor([one, other])
  return liveTogether(households.get(one)!, households.get(other)!)
}
