import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal } from 'fhir/r4.js'
import { region } from '#test/kit.ts'
import { bundleOf, codeOf, ORIGIN } from '../test-door.ts'
import { tagOf, testChart } from './test-chart.ts'

const here = await region()
const { door, as, system, send, read, goal } = await testChart(here)
after(() => door.stop())

const sioned = (await here.visitorOf('sioned-evans')).post?.id

test('a goal is changed by a patch, or not at all', async () => {
  const token = as('sioned-evans', sioned)
  const { id = '' } = (await send('POST', 'Goal', token, goal('To cook'))).resource as Goal
  const patch = (operations: unknown, headers = {}, by = token) =>
    door.ask(`/fhir/Goal/${id}`, by, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json-patch+json', ...headers },
      body: JSON.stringify(operations),
    })
  const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }]
  const changed = await patch(replace('/description/text', 'To bake'))
  assert.deepEqual([changed.status, tagOf(changed)], [200, 'W/"2"'], changed.text)
  assert.equal((changed.resource as Goal).description.text, 'To bake')
  assert.equal((await patch(replace('/lifecycleStatus', 'soon'))).status, 422)
  assert.equal(codeOf(await patch(replace('/nothing/there', 1))), 'patch-does-not-fit')
  assert.equal(codeOf(await patch({})), 'patch-malformed')
  assert.equal(codeOf(await patch(replace('/description/text', 'x'), { 'if-match': 'W/"1"' })), 'has-changed')
  assert.equal(codeOf(await patch(replace('/description/text', 'x'), {}, as('owen-griffiths'))), 'not-found')
  assert.equal(tagOf(await read(`Goal/${id}`, token)), 'W/"2"')
})

test('a goal is changed by a FHIRPath Patch, and whoever sent it is told which operation cannot be done', async () => {
  const token = as('sioned-evans', sioned)
  const { id = '' } = (await send('POST', 'Goal', token, goal('To sing'))).resource as Goal
  const operation = (type: string, path: string, more: object[] = []) => ({
    name: 'operation',
    part: [{ name: 'type', valueCode: type }, { name: 'path', valueString: path }, ...more],
  })
  const patch = (path: string, by: string, ...parameter: object[]) =>
    door.ask(`/fhir/${path}`, by, {
      method: 'PATCH',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify({ resourceType: 'Parameters', parameter }),
    })
  const text = (value: string) => operation('replace', 'Goal.description.text', [{ name: 'value', valueString: value }])
  const changed = await patch(`Goal/${id}`, token, text('To dance'))
  assert.deepEqual([changed.status, tagOf(changed)], [200, 'W/"2"'], changed.text)
  const met = await patch(`Goal?_id=${id}&description:missing=true`, token, text('To run'))
  assert.ok(met.status >= 400, met.text)
  assert.equal((await patch(`Goal?_id=${id}`, token, text('To rest'))).status, 200)
  const none = await patch(
    `Goal/${id}`,
    token,
    text('To rest'),
    operation('replace', 'Goal.note', text('x').part.slice(2)),
  )
  assert.deepEqual([none.status, codeOf(none)], [422, 'patch-does-not-fit'])
  assert.match(none.text, /Parameters\.parameter\[1\]/)
  assert.equal((await patch(`Goal/${id}`, token, operation('delete', 'Goal.lifecycleStatus'))).status, 422)
  assert.equal((await patch(`Goal/${id}`, token, { name: 'operation', valueDate: 'never' })).status, 422)
  assert.equal(codeOf(await patch(`Goal/${id}`, as('owen-griffiths'), text('x'))), 'not-found')
  assert.equal(tagOf(await read(`Goal/${id}`, token)), 'W/"3"')
})

test('what was written of a type, and of all, is told page by page, to each as far as it is open', async () => {
  const token = as('sioned-evans', sioned)
  const pages = async (path: string, by: string) => {
    const seen: string[] = []
    for (let next: string | undefined = `/fhir/${path}`; next !== undefined; ) {
      const answer = await door.ask(next.replace(ORIGIN, ''), by)
      assert.equal(answer.status, 200, answer.text)
      const { entry = [], link } = bundleOf(answer)
      seen.push(...entry.map(({ fullUrl, response }) => `${fullUrl} ${response?.etag}`))
      next = link?.find(({ relation }) => relation === 'next')?.url
    }
    return seen
  }
  for (const text of 'abcdefgh') await send('POST', 'Goal', token, goal(text))
  await send('POST', 'Organization', token, { resourceType: 'Organization', name: 'Y Bont' })
  const patient = await send('POST', 'Patient', system(), { resourceType: 'Patient', name: [{ family: 'Ellis' }] })
  const about = { reference: `Patient/${patient.resource.id}` }
  const flag = { resourceType: 'Flag', status: 'active', code: { text: 'Dog' }, subject: about }
  assert.equal((await send('POST', 'Flag', system(), flag)).status, 201)
  const all = await pages('Goal/_history', token)
  assert.ok(all.length >= 8)
  assert.equal(new Set(all).size, all.length)
  assert.deepEqual(await pages('Goal/_history?_count=3', token), all)
  assert.deepEqual(await pages('Goal/_history', as('owen-griffiths')), [])
  assert.deepEqual(new Set(await pages('Goal/_history', as('mair-pritchard'))), new Set(all))
  const everything = await pages('_history?_count=7', token)
  assert.ok(all.every(one => everything.includes(one)))
  assert.ok(everything.some(one => one.includes('/Organization/')))
  assert.ok(!everything.some(one => one.includes('/Flag/')))
  assert.equal((await pages('Flag/_history', system())).length, 1)
  assert.deepEqual(await pages('Goal/_history?_since=2100-01-01T00:00:00Z', token), [])
  assert.equal((await read('Goal/_history?_before=x', token)).status, 400)
})
