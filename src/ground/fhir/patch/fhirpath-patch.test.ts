import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJson } from '../json/read.ts'
import { writeJson } from '../json/write.ts'
import { fhirpathPatched } from './fhirpath-patch.ts'
import { readPatchPath } from './patch-path.ts'

type Parts = Readonly<Record<string, unknown>>

/** An operation of Parameters: the kind, the path, and what else it says. */
function operation(type: string, path: string, more: Parts = {}): object {
  const index = (name: string) => (name in more ? [{ name, valueInteger: more[name] }] : [])
  return {
    name: 'operation',
    part: [
      { name: 'type', valueCode: type },
      { name: 'path', valueString: path },
      ...('name' in more ? [{ name: 'name', valueString: more.name }] : []),
      ...('value' in more ? [{ name: 'value', ...(more.value as object) }] : []),
      ...['index', 'source', 'destination'].flatMap(index),
    ],
  }
}

const patchOf = (...operations: object[]) => ({ resourceType: 'Parameters', parameter: operations })

function patched(resource: object, ...operations: object[]): unknown {
  const before = JSON.stringify(resource)
  const outcome = fhirpathPatched(resource, patchOf(...operations))
  assert.equal(JSON.stringify(resource), before, 'what was patched is another')
  return outcome.ok ? outcome.value : outcome.problem
}

const MEGAN = {
  resourceType: 'Patient',
  birthDate: '1940-01-02',
  identifier: [
    { system: 'urn:a', value: '1' },
    { system: 'urn:b', value: '2' },
  ],
  name: [{ family: 'Bowen', given: ['Megan', 'Ann'], _given: [null, { id: 'second' }] }],
  contact: [{ name: { text: 'Siân' } }, { name: { text: 'Ŵyn' } }],
  deceasedBoolean: false,
}
const fault = (code: string, index = 0) => ({ code: `patch.${code}`, part: `Parameters.parameter[${index}]` })

test('what is there once is added where it is not there, and replaced where it is', () => {
  const gender = operation('add', 'Patient', { name: 'gender', value: { valueCode: 'female' } })
  assert.deepEqual(patched(MEGAN, gender), { ...MEGAN, gender: 'female' })
  assert.deepEqual(patched(MEGAN, gender, gender), fault('doesNotFit', 1))
  const born = operation('replace', 'Patient.birthDate', { value: { valueDate: '1941' } })
  assert.deepEqual(patched(MEGAN, born), { ...MEGAN, birthDate: '1941' })
  assert.deepEqual(
    patched(MEGAN, operation('replace', 'Patient.gender', { value: { valueCode: 'male' } })),
    fault('doesNotFit'),
  )
})

test('a list is added to, inserted into, moved within and taken from, and what a text says besides stays with it', () => {
  const { name: _, ...rest } = MEGAN
  const given = (given: unknown[], besides: unknown[]) => ({
    ...rest,
    name: [{ family: 'Bowen', given, _given: besides }],
  })
  const mair = { value: { valueString: 'Mair' } }
  const second = { id: 'second' }
  const path = 'Patient.name[0].given'
  assert.deepEqual(
    patched(MEGAN, operation('add', 'Patient.name.first()', { name: 'given', ...mair })),
    given(['Megan', 'Ann', 'Mair'], [null, second, null]),
  )
  assert.deepEqual(
    patched(MEGAN, operation('insert', path, { index: 0, ...mair })),
    given(['Mair', 'Megan', 'Ann'], [null, null, second]),
  )
  assert.deepEqual(
    patched(MEGAN, operation('move', path, { source: 1, destination: 0 })),
    given(['Ann', 'Megan'], [second, null]),
  )
  assert.deepEqual(patched(MEGAN, operation('delete', `${path}[0]`)), given(['Ann'], [second]))
  assert.deepEqual(patched(MEGAN, operation('delete', 'Patient.name')), rest)
  assert.deepEqual(patched(MEGAN, operation('insert', path, { index: 3, ...mair })), fault('doesNotFit'))
  assert.deepEqual(patched(MEGAN, operation('move', path, { source: 0, destination: 2 })), fault('doesNotFit'))
  assert.deepEqual(patched(MEGAN, operation('insert', 'Patient.birthDate', { index: 0, ...mair })), fault('doesNotFit'))
})

test('an element is found by what it says, and one alone is meant', () => {
  const by = (path: string) => patched(MEGAN, operation('delete', path))
  const only = (index: number) => ({ ...MEGAN, identifier: [MEGAN.identifier[index]] })
  assert.deepEqual(by("Patient.identifier.where(system = 'urn:b' and value='2')"), only(0))
  assert.deepEqual(by("Patient.identifier.where(value = '9' or (system != 'urn:b')).single()"), only(1))
  assert.deepEqual(by('Patient.identifier.last()'), only(0))
  assert.deepEqual(by("Patient.contact.where(name.text = 'Ŵyn')"), { ...MEGAN, contact: [MEGAN.contact[0]] })
  assert.deepEqual(by("Patient.name.given.where($this = 'Nobody')"), MEGAN, 'what is not there need not go')
  assert.deepEqual(by('Patient.contact.where(gender.exists())'), MEGAN)
  assert.deepEqual(by('Patient.contact.where(gender.empty())'), fault('doesNotFit'), 'there are two of them')
  assert.deepEqual(by('Patient'), fault('doesNotFit'), 'nobody deletes a resource by a patch of it')
})

test('a choice is replaced by another of its types, and a group comes in its parts', () => {
  const { deceasedBoolean: _, ...rest } = MEGAN
  const when = { value: { valueDateTime: '2020' } }
  assert.deepEqual(patched(MEGAN, operation('replace', 'Patient.deceased', when)), {
    ...rest,
    deceasedDateTime: '2020',
  })
  assert.deepEqual(patched(MEGAN, operation('add', 'Patient', { name: 'deceased', ...when })), fault('doesNotFit'))
  assert.deepEqual(patched(rest, operation('add', 'Patient', { name: 'deceased', ...when })), {
    ...rest,
    deceasedDateTime: '2020',
  })
  const part = [
    { name: 'name', valueHumanName: { text: 'Non' } },
    { name: 'telecom', valueContactPoint: { value: '01632 960001' } },
  ]
  assert.deepEqual(patched(MEGAN, operation('add', 'Patient', { name: 'contact', value: { part } })), {
    ...MEGAN,
    contact: [...MEGAN.contact, { name: { text: 'Non' }, telecom: [{ value: '01632 960001' }] }],
  })
})

test('what a patch does not touch keeps its digits', () => {
  const read = readJson('{"resourceType":"Observation","valueQuantity":{"value":1.10},"code":{"text":"a"}}')
  const patch = patchOf(operation('replace', 'Observation.code.text', { value: { valueString: 'b' } }))
  const outcome = fhirpathPatched(read.ok && read.value, patch)
  assert.match(outcome.ok ? writeJson(outcome.value) : '', /"value":1\.10/)
})

test('what is no patch is refused by its place, and no path runs for long', () => {
  const good = operation('delete', 'Patient.gender')
  for (const bad of [
    operation('explode', 'Patient'),
    operation('delete', ''),
    operation('delete', 'Patient.name.given.matches("(a+)+$")'),
    operation('delete', 'Patient.descendants()'),
    operation('delete', `Patient${'.where('.repeat(50)}`),
    operation('delete', `Patient.name.where(${'('.repeat(400)}`),
    operation('delete', 'a'.repeat(2000)),
    operation('insert', 'Patient.name', { value: { valueHumanName: {} }, index: -1 }),
    operation('add', 'Patient', { name: 'gender' }),
    {
      name: 'operation',
      part: [
        { name: 'type', valueCode: 'delete' },
        { name: 'type', valueCode: 'add' },
      ],
    },
    { name: 'something' },
  ])
    assert.deepEqual(patched(MEGAN, good, bad), fault('malformed', 1), JSON.stringify(bad).slice(0, 200))
  for (const name of ['__proto__', 'constructor', 'nothing', 'deceasedBoolean'])
    assert.deepEqual(
      patched(MEGAN, operation('add', 'Patient', { name, value: { valueString: 'x' } })),
      fault('doesNotFit'),
      name,
    )
  for (const none of [null, {}, [], { resourceType: 'Parameters' }, patchOf(...Array(101).fill(good))])
    assert.deepEqual(fhirpathPatched(MEGAN, none), { ok: false, problem: { code: 'patch.malformed', part: undefined } })
  const long = { ...MEGAN, identifier: Array(90_000).fill({ system: 'urn:a' }) }
  const each = Array(90).fill(operation('delete', "Patient.identifier.where(system = 'urn:b')"))
  assert.deepEqual(patched(long, ...each), fault('malformed', 1))
})

test('any text is read as a path or refused', () => {
  for (const text of [
    '.',
    'Patient.',
    'Patient[',
    'Patient[1',
    "Patient.x.where(a='",
    'Patient name',
    'Patient..x',
    '%x',
  ])
    assert.equal(readPatchPath(text), undefined, text)
  assert.deepEqual(readPatchPath(" Patient . `name`[ 2 ].extension('urn:x') ")?.steps.length, 4)
})
