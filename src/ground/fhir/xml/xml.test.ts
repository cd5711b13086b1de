import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isExactNumber } from '../json/exact.ts'
import { readJson } from '../json/read.ts'
import { writeJson } from '../json/write.ts'
import { validate } from '../validate/validate.ts'
import { readResource } from './read.ts'
import { writeResource } from './write.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../node_modules/hl7.fhir.r4.examples/', import.meta.url))
const shared = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'

/** With the names of each object in one order: in XML there is only FHIR’s. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  )
}

function throughXml(resource: unknown): unknown {
  const read = readResource(writeResource(resource))
  assert.ok(read.ok)
  return read.value
}

const same = (one: unknown, other: unknown) => writeJson(ordered(one)) === writeJson(ordered(other))

test('every official example comes back from XML as it was', () => {
  const files = readdirSync(EXAMPLES).filter(file => /^[A-Z].*\.json$/.test(file))
  let tried = 0
  const lost = files.filter((file, at) => {
    // The largest, and most of many alike, are left to a longer run.
    const bytes = readFileSync(join(EXAMPLES, file))
    if (process.env.CYDOFAL_ALL_EXAMPLES === undefined && (at % 8 > 0 || bytes.length > 100_000)) return false
    const read = readJson(bytes)
    if (!read.ok || validate(read.value, { rules: false }).some(({ severity }) => severity === 'error')) return false
    tried++
    return !same(throughXml(read.value), read.value)
  })
  assert.ok(tried > 500, String(tried))
  assert.deepEqual(lost, [])
})

test('every example of UK Core is the same in XML and in JSON', { skip: !existsSync(shared) }, () => {
  const folder = join(shared, 'uk-core/examples/xml')
  const files = readdirSync(folder)
  const lost = files.filter(file => {
    const read = readResource(readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, ''))
    return (
      !read.ok ||
      validate(read.value).some(({ severity }) => severity === 'error') ||
      !same(throughXml(read.value), read.value)
    )
  })
  assert.ok(files.length > 90)
  assert.deepEqual(lost, [])
})

test('digits, places in lists, extensions of values, what is contained and narrative are kept', () => {
  const read =
    readJson(`{"resourceType":"Patient","id":"m","text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Mair <!-- ni --> &amp; T&#375;</div>"},
    "contained":[{"resourceType":"Organization","id":"o","name":"a\\n\\"b\\" <c>\\t"}],
    "extension":[{"url":"urn:n","valueDecimal":1.10},{"url":"urn:e","valueDecimal":1e-2}],
    "_birthDate":{"extension":[{"url":"urn:t","valueInstant":"2026-01-01T00:00:00Z"}]},
    "name":[{"id":"n","given":["Mair",null,"Ann"],"_given":[null,{"id":"g"},{"extension":[{"url":"urn:x","valueBoolean":true}]}]}],
    "managingOrganization":{"reference":"#o"}}`)
  assert.ok(read.ok)
  assert.ok(same(throughXml(read.value), read.value))
  assert.match(writeResource(read.value), /<valueDecimal value="1\.10"\/>/)
  assert.match(writeResource(read.value), /<given id="g"\/>/)
})

test('what R4 does not know is found, and what is no XML of FHIR is refused', () => {
  const patient = (inside: string, besides = '') => `<Patient xmlns="http://hl7.org/fhir"${besides}>${inside}</Patient>`
  for (const inside of [
    '<hapusrwydd value="1"/>',
    '<name nickname="M"/>',
    '<active value="1"/>',
    '<name><given/></name>',
    '<multipleBirthInteger value="01"/>',
  ]) {
    const read = readResource(patient(inside))
    assert.ok(read.ok && validate(read.value).some(({ severity }) => severity === 'error'), inside)
  }
  for (const text of [
    patient('Mair'),
    patient('<active value="true"/><active value="false"/>'),
    patient('<contained/>'),
    patient('<text><status value="generated"/><div>Mair</div></text>'),
    '<Patient/>',
    'Patient',
  ]) {
    assert.deepEqual(readResource(text), { ok: false, problem: 'xml.malformed' }, text)
  }
  assert.deepEqual(readResource(`<!DOCTYPE a [<!ENTITY b "c">]>${patient('')}`), { ok: false, problem: 'xml.doctype' })
  const deep = '<extension url="urn:a">'.repeat(101) + '</extension>'.repeat(101)
  assert.deepEqual(readResource(patient(deep)), { ok: false, problem: 'xml.tooLarge' })
  assert.ok(
    readResource(
      patient(
        '<active value="true"/>',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
      ),
    ).ok,
  )
})
