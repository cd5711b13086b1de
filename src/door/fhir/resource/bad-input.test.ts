import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal } from 'fhir/r4.js'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const sioned = (await here.visitorOf('sioned-evans')).post?.id
const token = door.issuer.token({
  ...door.issuer.claims('sioned-evans', here.clock.now(), sioned),
  scope: 'user/*.cruds',
})
const [mairs] = await here.store.db
  .selectFrom('personLinkNow as link')
  .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
  .select('record.id')
  .where('link.personId', '=', personId('mair-pritchard'))
  .orderBy('record.arrival')
  .execute()
const subject = `{"reference":"Patient/${mairs?.id}"}`
const goal = (inside: string, text = '"Te"') =>
  `{"resourceType":"Goal","lifecycleStatus":"active","description":{"text":${text}},"subject":${subject}${inside}}`
const keys = (count: number) => Array.from({ length: count }, (_, number) => `"k${number}":1`).join(',')
const extension = (value: string) => `,"extension":[{"url":"urn:x","valueDecimal":${value}}]`

/** What somebody may send to hurt, by what is wrong with it. */
const BAD: Readonly<Record<string, { readonly body: string | Buffer; readonly type?: string }>> = {
  nothing: { body: '' },
  'no JSON': { body: '{"resourceType":' },
  'ten thousand brackets': { body: '['.repeat(10_000) + ']'.repeat(10_000) },
  'a resource ten thousand deep': {
    body: goal(`,"extension":${'[{"extension":'.repeat(10_000)}[]${'}]'.repeat(10_000)}`),
  },
  'brackets that are never closed': { body: '['.repeat(1_000_000) },
  'a hundred thousand keys': { body: `{"resourceType":"Goal",${keys(100_000)}}` },
  'keys beyond the size of a body': { body: `{"resourceType":"Goal",${keys(1_000_000)}}` },
  __proto__: { body: goal(',"__proto__":{"lifecycleStatus":"active"}') },
  constructor: { body: goal(',"constructor":{"prototype":{}}') },
  'one name twice': { body: goal(',"lifecycleStatus":"completed"') },
  'one name twice, spelt in two ways': { body: goal(',"lifecycle\\u0053tatus":"completed"') },
  'a NUL': { body: goal('', '"T\\u0000e"') },
  'half a character': { body: goal('', '"\\ud800"') },
  'bytes that are not UTF-8': { body: Buffer.from(goal('', '"Tê"'), 'latin1') },
  'another character set': { body: goal(''), type: 'application/fhir+json; charset=iso-8859-1' },
  'UTF-16': { body: Buffer.from(goal(''), 'utf16le') },
  'XML without what it needs': { body: '<Goal xmlns="http://hl7.org/fhir"/>', type: 'application/fhir+xml' },
  'XML of something else': { body: '<Goal/>', type: 'application/fhir+xml' },
  'words that grow': {
    body: '<!DOCTYPE Goal [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Goal xmlns="http://hl7.org/fhir"><id value="&b;"/></Goal>',
    type: 'application/fhir+xml',
  },
  'XML ten thousand deep': {
    body: `<Goal xmlns="http://hl7.org/fhir">${'<extension url="urn:a">'.repeat(10_000)}`,
    type: 'application/xml',
  },
  'XML that is not UTF-8': {
    body: Buffer.from('<Goal xmlns="http://hl7.org/fhir"><id value="ê"/></Goal>', 'latin1'),
    type: 'application/fhir+xml',
  },
  'a form': { body: 'resourceType=Goal', type: 'application/x-www-form-urlencoded' },
  'a number of a million digits': { body: goal(extension('9'.repeat(1_000_000))) },
  'an exponent beyond reason': { body: goal(extension('1e999999999')) },
  'a number that is none': { body: goal(extension('NaN')) },
  'fifty megabytes': { body: Buffer.alloc(50 * 1024 * 1024, ' ') },
  'a list': { body: `[${goal('')}]` },
  null: { body: 'null' },
  'a type that is none': { body: '{"resourceType":"constructor"}' },
  'a script in the narrative': {
    body: goal(
      ',"text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><script>x</script></div>"}',
    ),
  },
  'a reference to somebody who is not there': { body: goal('').replace(mairs?.id ?? '', 'nobody') },
  'a reference to something contained that is not there': { body: goal('').replace(`Patient/${mairs?.id}`, '#p') },
}

test('whatever is sent to hurt is refused with a reason, and nothing of it is kept', async () => {
  const held = async () => (await here.store.db.selectFrom('resourceVersion').select('resourceId').execute()).length
  const before = await held()
  for (const [what, { body, type = 'application/fhir+json' }] of Object.entries(BAD)) {
    for (const [method, path] of [
      ['POST', 'Goal'],
      ['PUT', 'Goal/one'],
      ['POST', ''],
      ['PUT', 'Goal?_id=one'],
      ['PATCH', 'Goal/one'],
      ['PATCH', 'Goal?_id=one'],
    ] as const) {
      const answer = await door.ask(`/fhir/${path}`, token, { method, body, headers: { 'content-type': type } })
      assert.ok(answer.status >= 400 && answer.status < 500, `${what}: ${method} ${path}: ${answer.status}`)
      assert.equal(answer.resource.resourceType, 'OperationOutcome', what)
      assert.ok(answer.text.length < 100_000, `${what} is told at length`)
    }
  }
  assert.equal(await held(), before)
  assert.deepEqual(door.log, [], 'nothing failed on our side')
})

test('the same goal without any of that is kept: digits, controls of direction and all', async () => {
  const text = 'Te \u202e\u0441\u0430hwn\u202c, ŵ 👵🏽'
  const body = goal(extension('1.10'), JSON.stringify(text))
  const made = await door.ask('/fhir/Goal', token, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/fhir+json' },
  })
  assert.equal(made.status, 201, made.text)
  const again = await door.ask(`/fhir/Goal/${made.resource.id}`, token)
  assert.equal((again.resource as Goal).description.text, text)
  assert.match(again.text, /"valueDecimal": ?1\.10[^\d]/)
  const long = goal(extension('0.12345678901234567890123456789'))
  const exact = await door.ask('/fhir/Goal', token, {
    method: 'POST',
    body: long,
    headers: { 'content-type': 'application/fhir+json' },
  })
  assert.match((await door.ask(`/fhir/Goal/${exact.resource.id}`, token)).text, /0\.12345678901234567890123456789/)
})
