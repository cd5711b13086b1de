import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal } from 'fhir/r4.js'
import { region } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf } from '../test-door.ts'
import { tagOf, testChart } from './test-chart.ts'
import { atOnce } from './test-race.ts'

const here = await region()
const { door, as, system, send, read, goal } = await testChart(here)
after(() => door.stop())

const sioned = (await here.visitorOf('sioned-evans')).post?.id
const token = as('sioned-evans', sioned)
const numbered = (value: string, text = 'To walk') => ({ ...goal(text), identifier: [{ system: 'urn:goals', value }] })
const asking = (value: string) => `identifier=urn:goals|${value}`
const unless = (value: string) => ({ 'if-none-exist': asking(value) })
const idOf = ({ resource }: Answer) => resource.id ?? ''
const goals = async (value: string) => bundleOf(await read(`Goal?${asking(value)}`, token)).entry?.length ?? 0
const without = (method: 'DELETE', path: string, headers = {}) => door.ask(`/fhir/${path}`, token, { method, headers })
const patch = (path: string, text: string, by = token) =>
  door.ask(`/fhir/${path}`, by, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'replace', path: '/description/text', value: text }]),
  })

test('a goal that is there already is not written down twice, and whoever sends it again is told where it is', async () => {
  const made = await send('POST', 'Goal', token, numbered('1'), unless('1'))
  assert.equal(made.status, 201, made.text)
  const again = await send('POST', 'Goal', token, numbered('1', 'Something else'), unless('1'))
  assert.deepEqual([again.status, idOf(again), tagOf(again)], [200, idOf(made), tagOf(made)], again.text)
  assert.deepEqual(again.resource, made.resource)
  assert.equal(again.headers.location, made.headers.location)
  assert.equal(await goals('1'), 1)
  // Without the condition it is.
  assert.equal((await send('POST', 'Goal', token, numbered('1'))).status, 201)
  const several = await send('POST', 'Goal', token, numbered('1'), unless('1'))
  assert.deepEqual([several.status, codeOf(several)], [412, 'matches-several'])
  assert.equal(await goals('1'), 2)
})

test('of many who create the same at once one does, and the others find it', async () => {
  const create = () => send('POST', 'Goal', token, numbered('race'), unless('race'))
  const answers = await atOnce(here.store, [create, create, create])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 201])
  assert.equal(new Set(answers.map(idOf)).size, 1)
  assert.equal(await goals('race'), 1)
})

test('a goal is changed by what it is known by, or created where nothing is', async () => {
  const put = (value: string, resource: object, headers = {}) =>
    send('PUT', `Goal?${asking(value)}`, token, resource, headers)
  const made = await put('2', numbered('2'))
  assert.equal(made.status, 201, made.text)
  const changed = await put('2', numbered('2', 'To run'))
  assert.deepEqual([changed.status, idOf(changed), tagOf(changed)], [200, idOf(made), 'W/"2"'], changed.text)
  const same = await put('2', { ...numbered('2', 'To rest'), id: idOf(made) })
  assert.deepEqual([same.status, tagOf(same)], [200, 'W/"3"'])
  const another = await put('2', { ...numbered('2'), id: 'another' })
  assert.deepEqual([another.status, codeOf(another)], [400, 'another-id'])
  const stale = await put('2', numbered('2'), { 'if-match': 'W/"1"' })
  assert.deepEqual([stale.status, codeOf(stale)], [412, 'has-changed'])
  const chosen = await put('3', { ...numbered('3'), id: 'third' })
  assert.deepEqual([chosen.status, idOf(chosen)], [201, 'third'])
  // What has that id and is something else is not written over.
  const taken = await put('4', { ...numbered('4'), id: 'third' })
  assert.deepEqual([taken.status, codeOf(taken)], [412, 'has-changed'])
  await send('POST', 'Goal', token, numbered('2'))
  const several = await put('2', numbered('2'))
  assert.deepEqual([several.status, codeOf(several)], [412, 'matches-several'])
  assert.equal(await goals('4'), 0)
})

test('the one that is meant is patched or deleted, and never one of several', async () => {
  const made = await send('POST', 'Goal', token, numbered('5'))
  const patched = await patch(`Goal?${asking('5')}`, 'To sing')
  assert.deepEqual([patched.status, tagOf(patched)], [200, 'W/"2"'], patched.text)
  assert.equal((patched.resource as Goal).description.text, 'To sing')
  await send('POST', 'Goal', token, numbered('5'))
  for (const answer of [await patch(`Goal?${asking('5')}`, 'x'), await without('DELETE', `Goal?${asking('5')}`)])
    assert.deepEqual([answer.status, codeOf(answer)], [412, 'matches-several'])
  assert.equal(await goals('5'), 2)
  const removed = await without('DELETE', `Goal?${asking('5')}&description:text=sing&_id=${idOf(made)}`)
  assert.equal(removed.status, 400, 'what is not searched is refused')
  const one = await without('DELETE', `Goal?${asking('5')}&_id=${idOf(made)}`)
  assert.deepEqual([one.status, tagOf(one)], [204, 'W/"3"'])
  assert.equal((await read(`Goal/${idOf(made)}`, token)).status, 410)
  for (const answer of [await patch(`Goal?${asking('none')}`, 'x'), await without('DELETE', `Goal?${asking('none')}`)])
    assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-found'])
})

test('a condition is as it is written, or nothing is done: it is never made wider', async () => {
  await send('POST', 'Goal', token, numbered('6'))
  const lenient = { prefer: 'handling=lenient' }
  const wide = await without('DELETE', `Goal?${asking('6')}&colour=red`, lenient)
  assert.deepEqual([wide.status, codeOf(wide)], [400, 'unknown-parameter'])
  const counted = await without('DELETE', `Goal?${asking('6')}&_count=1`)
  assert.deepEqual([counted.status, codeOf(counted)], [400, 'unknown-parameter'])
  for (const path of ['Goal', 'Goal?_format=json']) {
    const empty = await without('DELETE', path)
    assert.deepEqual([empty.status, codeOf(empty)], [412, 'condition-empty'], path)
  }
  const blank = await send('POST', 'Goal', token, numbered('6'), { 'if-none-exist': '' })
  assert.deepEqual([blank.status, codeOf(blank)], [412, 'condition-empty'])
  assert.equal(await goals('6'), 1)
})

test('what another organisation wrote is found where it is open, and only its own is changed', async () => {
  const body = { resourceType: 'Organization', name: 'Y Bont', identifier: [{ system: 'urn:bodies', value: '7' }] }
  const asked = 'identifier=urn:bodies|7'
  const theirs = await send('PUT', `Organization?${asked}`, system(), body)
  assert.equal(theirs.status, 201, theirs.text)
  const found = await send('POST', 'Organization', token, body, { 'if-none-exist': asked })
  assert.deepEqual([found.status, idOf(found)], [200, idOf(theirs)])
  const removed = await without('DELETE', `Organization?${asked}`)
  assert.deepEqual([removed.status, codeOf(removed)], [404, 'not-found'])
  const own = await send('PUT', `Organization?${asked}`, token, body)
  assert.equal(own.status, 201, own.text)
  const again = await send('PUT', `Organization?${asked}`, token, body)
  assert.deepEqual([again.status, idOf(again), tagOf(again)], [200, idOf(own), 'W/"2"'])
  assert.equal(tagOf(await read(`Organization/${idOf(theirs)}`, token)), 'W/"1"')
})

test('what is closed meets no condition: neither as one nor as one of several', async () => {
  const group = (value: string) => ({
    resourceType: 'Group',
    type: 'person',
    actual: true,
    identifier: [{ system: 'urn:groups', value }],
  })
  const ask = async (value: string) => {
    const path = `Group?identifier=urn:groups|${value}`
    const headers = { 'if-none-exist': `identifier=urn:groups|${value}` }
    const removed = await door.ask(`/fhir/${path}`, system(), { method: 'DELETE' })
    const patched = await patch(path, 'x', system())
    const created = await send('POST', 'Group', system(), group(value), headers)
    const updated = await send('PUT', path, system(), group(value))
    return [removed, patched, created, updated].map(answer => [answer.status, codeOf(answer), tagOf(answer)])
  }
  for (const value of ['once', 'twice', 'twice'])
    assert.equal((await send('POST', 'Group', token, group(value))).status, 201)
  const nothing = await ask('nothing')
  assert.deepEqual(nothing, [
    [404, 'not-found', ''],
    [404, 'not-found', ''],
    [201, undefined, 'W/"1"'],
    [200, undefined, 'W/"2"'],
  ])
  assert.deepEqual([await ask('once'), await ask('twice')], [nothing, nothing])
  // To whom they are open they are there.
  const open = await send('POST', 'Group', token, group('twice'), { 'if-none-exist': 'identifier=urn:groups|twice' })
  assert.equal(open.status, 412)
})

test('who may create and not search sets no condition', async () => {
  const by = (scope: string) =>
    door.issuer.token({ ...door.issuer.claims('sioned-evans', here.clock.now(), sioned), scope })
  const narrow = await send('POST', 'Goal', by('user/Goal.c'), numbered('8'), unless('8'))
  assert.deepEqual([narrow.status, codeOf(narrow)], [403, 'scope-too-narrow'])
  const wide = await send('POST', 'Goal', by('user/Goal.cs'), numbered('8'), unless('8'))
  assert.equal(wide.status, 201, wide.text)
})
