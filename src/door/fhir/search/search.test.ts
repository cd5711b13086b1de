import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bundleOf, ORIGIN } from '../test-door.ts'
import { modes, searchedRegion } from './test-search.ts'

const { door, surgery, OURS, OWN, LOINC, gwyneth, sian, ward, pressure, weight, late, finds, search } =
  await searchedRegion()
after(() => door.stop())

test('a name is found by how it begins, with or without its accents; exactly it is as it is written', async () => {
  await finds('Patient?name=gwyn', [gwyneth])
  await finds('Patient?family=TY%20GWYN', [gwyneth])
  await finds('Patient?family=wyn', [sian])
  await finds('Patient?family:exact=Wyn', [])
  await finds('Patient?family:exact=%C5%B4yn', [sian])
  await finds('Patient?given:contains=yne', [gwyneth])
  await finds('Patient?name=sian,gwyneth', [gwyneth, sian])
  await finds('Patient?name=sian&name=wyn', [sian])
})

test('a code is found by its system, without one, and by not being it', async () => {
  await finds(`Patient?identifier=${OWN}|L-1`, [gwyneth])
  await finds('Patient?identifier=L-2', [sian])
  await finds('Patient?identifier=|L-2', [])
  await finds(`Patient?identifier=${OWN}|`, [gwyneth, sian])
  await finds('Observation?status:not=final', [late])
  await finds(`Observation?code=${LOINC}|29463-7,8480-6`, [weight, late])
  await finds('Observation?combo-code=8480-6', [pressure])
  await finds(`Patient?deceased=false&${OURS}`, [gwyneth, sian])
  await finds('Observation?status:in=http://hl7.org/fhir/ValueSet/observation-status', [pressure, weight, late])
  await finds('Observation?code:text=bwysau', [])
})

test('a day is a day in Wales, also when the clocks change', async () => {
  await finds('Observation?date=2026-03-29', [pressure])
  await finds('Observation?date=lt2026-03-29', [])
  await finds('Observation?date=2026-10-25', [weight])
  await finds('Observation?date=sa2026-10-25', [late])
  await finds('Observation?date=ge2026-10-25', [weight, late])
  await finds('Observation?date=ne2026-10-25', [pressure, late])
  // The day had 25 hours: half past midnight UTC of the next day is still the next day, and half past eleven is in it.
  await finds('Observation?date=gt2026-10-25T23:30:00Z', [weight, late])
  await finds('Observation?date=eb2026-10-26T00:00:00Z', [pressure, weight])
  await finds(`Patient?birthdate=1941&${OURS}`, [gwyneth])
  await finds('Patient?_lastUpdated=lt2026-11-22', [])
  await finds(`Patient?_lastUpdated=2026-11-22&${OURS}`, [gwyneth, sian])
})

test('a quantity is found in whichever of its units it is asked for', async () => {
  await finds('Observation?value-quantity=61.5|http://unitsofmeasure.org|kg', [weight])
  await finds('Observation?value-quantity=61500|http://unitsofmeasure.org|g', [weight])
  await finds('Observation?value-quantity=gt61||kg', [weight])
  await finds('Observation?value-quantity=62', [weight])
  await finds('Observation?value-quantity=63', [])
  await finds('Observation?component-code-value-quantity=8480-6$gt120', [pressure])
  await finds('Observation?component-code-value-quantity=8462-4$gt120', [])
  await finds('Observation?_filter=value-quantity eq "61500|http://unitsofmeasure.org|g"', [weight])
})

test('what is measured whole or in parts is found either way, and never one’s code by another’s value', async () => {
  await finds('Observation?combo-code-value-quantity=8480-6$gt120', [pressure])
  await finds('Observation?combo-code-value-quantity=29463-7$gt61', [weight])
  await finds('Observation?combo-code-value-quantity=85354-9$gt120', [])
  await finds('Observation?combo-value-quantity=gt61||kg', [weight])
  await finds('Observation?combo-value-quantity=61500|http://unitsofmeasure.org|g', [weight])
  await finds('Observation?combo-code-value-quantity:missing=true', [late])
  await finds('Observation?code-value-quantity:missing=false', [weight])
  await finds(`Patient?phonetic=gwyn&${OURS}`, [gwyneth])
  const { entry = [] } = await search('Observation?_sort=combo-value-quantity')
  assert.deepEqual(
    entry.map(({ resource }) => resource?.id),
    [weight.id, pressure.id, late.id],
  )
})

test('references lead on, and back', async () => {
  await finds(`Observation?subject=Patient/${sian.id}`, [weight, late])
  await finds(`Observation?subject=${sian.id}`, [weight, late])
  await finds(`Observation?subject:Patient=${ORIGIN}/fhir/Patient/${sian.id}`, [weight, late])
  await finds('Observation?subject:Patient.name=gwyneth', [pressure])
  await finds('Observation?patient.gender=female&status=final', [pressure, weight])
  await finds('Patient?_has:Observation:patient:status=amended', [sian])
  await finds('Patient?_has:Observation:patient:subject:Patient.birthdate=1941', [gwyneth])
  await finds(`Patient/${sian.id}/Observation?code=29463-7`, [weight, late])
  await finds(`Patient/${gwyneth.id}/*?_type=Observation,Condition`, [pressure])
})

test('a system finds its care plans, by an id of its own choice in whatever form', async () => {
  const id = '1832473e-2fe0-452d-abe9-3cdb9879522f'
  const plan = {
    resourceType: 'CarePlan',
    id,
    status: 'active',
    intent: 'plan',
    subject: { reference: `Patient/${sian.id}` },
  }
  const sent = await door.ask(`/fhir/CarePlan/${id}`, surgery, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(plan),
  })
  assert.equal(sent.status, 201)
  await finds(`CarePlan?_id=${id}`, [plan as never])
  await finds(`CarePlan?subject=Patient/${sian.id}&status=active`, [plan as never])
})

test('what is missing is told from what is there', async () => {
  await finds('Observation?value-quantity:missing=false', [weight])
  await finds('Observation?value-quantity:missing=true', [pressure, late])
  await finds(`Patient?address:missing=true&${OURS}`, [sian])
})

test('a filter, words and a place nearby', async () => {
  await finds(`Patient?${OURS}&_filter=birthdate lt 1945 or (name co "wyn" and not (name co "gwyn"))`, [gwyneth, sian])
  await finds('Observation?_filter=subject.name co "gwyn"', [pressure])
  await finds('Observation?_content=BLINO', [late])
  await finds('Location?near=52.41|-3.5|2|km', [ward])
  await finds('Location?near=52.5|-3.5|2|km', [])
})

test('what something refers to comes with it, once, however they go round', async () => {
  const page = await search(
    `Observation?code=29463-7&_include=Observation:subject&_revinclude:iterate=Observation:subject`,
  )
  assert.deepEqual(modes(page), { match: [weight.id, late.id].toSorted(), include: [sian.id] })
  const back = await search('Patient?name=gwyneth&_revinclude=Observation:patient&_include:iterate=Observation:subject')
  assert.deepEqual(modes(back), { match: [gwyneth.id], include: [pressure.id] })
})

test('several types are searched at once, in one order', async () => {
  const all = [gwyneth, sian, ward].map(({ id }) => id).join()
  const page = await search(`?_type=Patient,Location&_id=${all}&_sort=-_lastUpdated&_total=accurate`)
  assert.equal(page.total, 3)
  const posted = await door.ask('/fhir/_search', surgery, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `_type=Patient,Location&_id=${all}&_summary=count`,
  })
  assert.deepEqual([bundleOf(posted).total, bundleOf(posted).entry], [3, undefined])
})
