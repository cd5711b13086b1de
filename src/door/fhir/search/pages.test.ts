import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { OperationOutcome } from 'fhir/r4.js'
import { personId } from '#test/kit.ts'
import { bundleOf, codeOf, ORIGIN } from '../test-door.ts'
import { ids, linkOf, searchedRegion } from './test-search.ts'

const { here, door, surgery, as, sioned, OURS, gwyneth, sian, search, follow, put } = await searchedRegion()
after(() => door.stop())

test('pages of one, of two and of all tell the same, forwards and back', async () => {
  for (const sort of ['', '&_sort=birthdate', '&_sort=-birthdate', '&_sort=family,-_id', '&_sort=address-city']) {
    const whole = ids(await search(`Patient?${OURS}${sort}`))
    assert.equal(whole.length, 2)
    const first = await search(`Patient?${OURS}&_count=1${sort}`)
    const second = await follow(first, 'next')
    assert.deepEqual([...ids(first), ...ids(second)], whole, sort)
    assert.equal(linkOf(second, 'next'), undefined)
    assert.equal(linkOf(first, 'previous'), undefined)
    assert.deepEqual(ids(await follow(second, 'previous')), ids(first), sort)
    assert.deepEqual(ids(await follow(second, 'first')), ids(first), sort)
  }
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=family`)), [gwyneth.id, sian.id])
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=address-city`)), [gwyneth.id, sian.id])
})

test('what changes between two pages is met once all the same', async () => {
  const first = await search(`Patient?${OURS}&_sort=birthdate&_count=1`)
  assert.deepEqual(ids(first), [gwyneth.id])
  // The one that has been told moves behind the other, which has not.
  const { meta: _, ...moved } = { ...gwyneth, birthDate: '1999-01-01' }
  await put(moved)
  assert.deepEqual(ids(await follow(first, 'next')), [sian.id])
  assert.equal(linkOf(await follow(first, 'next'), 'next'), undefined)
  const { meta: __, ...back } = gwyneth
  await put(back)
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=birthdate`)), [gwyneth.id, sian.id])
})

test('a page mark is for one reader and one search', async () => {
  const first = await search(`Patient?${OURS}&_count=1`)
  const mark = new URL(linkOf(first, 'next')!).searchParams.get('_cursor')!
  for (const [path, token] of [
    [`Patient?${OURS}&_cursor=${mark}`, sioned],
    [`Patient?gender=male&_cursor=${mark}`, surgery],
    [`Patient?${OURS}&_cursor=${mark}A`, surgery],
  ] as const) {
    const answer = await door.ask(`/fhir/${path}`, token)
    assert.deepEqual([answer.status, codeOf(answer)], [400, 'cursor-not-taken'])
  }
  assert.equal((await search(`Patient?_count=7&${OURS}&_cursor=${mark}`)).entry?.length, 1)
})

test('what is not known is refused by its name; left out where the app would rather have the rest, and said', async () => {
  const answer = await door.ask('/fhir/Patient?colour=red&name=gwyneth', surgery)
  assert.deepEqual([answer.status, codeOf(answer)], [400, 'unknown-parameter'])
  assert.match((answer.resource as OperationOutcome).issue[0]?.details?.text ?? '', /colour/)
  const lenient = await door.ask('/fhir/Patient?colour=red&name=gwyneth', surgery, {
    headers: { prefer: 'handling=lenient' },
  })
  const page = bundleOf(lenient)
  assert.deepEqual(ids(page), [gwyneth.id])
  assert.equal(linkOf(page, 'self'), `${ORIGIN}/fhir/Patient?name=gwyneth`)
  assert.deepEqual(page.entry?.at(-1)?.search?.mode, 'outcome')
  assert.equal(codeOf(await door.ask('/fhir/Patient?name:loudly=x', surgery)), 'unknown-modifier')
  const set = 'http://nowhere.example'
  assert.equal(codeOf(await door.ask(`/fhir/Observation?code:in=${set}`, surgery)), 'codes-not-told')
})

test('whatever anybody sends is answered, and soon', async () => {
  const long = 'a'.repeat(4_000)
  for (const query of [
    `name=${long}`,
    `name:contains=${encodeURIComponent('%_'.repeat(500))}`,
    `identifier=${'|'.repeat(500)}`,
    `_filter=${encodeURIComponent(`${'not ('.repeat(100)}name eq a`)}`,
    `_sort=${'name,'.repeat(100)}`,
    `_include=${encodeURIComponent('*'.repeat(100))}`,
    '_count=1e9',
    '_count=-1',
    'birthdate=0000-00-00',
    `_has:${'Observation:patient:_has:'.repeat(20)}a=b`,
    'name=%F0%9F%92%A9',
    'name=%00',
    '__proto__=x',
    '_elements=__proto__',
  ]) {
    const answer = await door.ask(`/fhir/Patient?${query}`, surgery)
    assert.ok(answer.status === 200 || answer.status === 400, `${query.slice(0, 40)}: ${answer.status} ${answer.text}`)
  }
  assert.equal((await door.ask(`/fhir/Patient?name=${'a'.repeat(4_100)}`, surgery)).status, 414)
})

test('a part of each is sent where only a part is wanted', async () => {
  const page = await search('Patient?name=gwyneth&_elements=birthDate')
  const { resource } = page.entry?.[0] ?? {}
  assert.deepEqual(Object.keys(resource ?? {}).toSorted(), ['birthDate', 'id', 'meta', 'resourceType'])
})

test('a token that was not given for a type neither finds it, nor along it, nor has it included', async () => {
  const token = await as('sioned-evans', (await here.visitorOf('sioned-evans')).post?.id, 'user/Observation.rs')
  const status = async (path: string) => (await door.ask(`/fhir/${path}`, token)).status
  assert.equal(await status('Patient?name=a'), 403)
  assert.equal(await status('Observation?patient.name=a'), 403)
  assert.equal(await status('Observation?_filter=patient.name eq "a"'), 403)
  assert.equal(await status('Observation?_include=Observation:subject'), 200)
})

test('a social worker finds Mair by what her council holds, and Mair can see that she did', async () => {
  const before = await looks()
  const page = bundleOf(await door.ask('/fhir/Patient?family=pritchard&given=mair', sioned))
  assert.ok((page.entry?.length ?? 0) > 0)
  assert.equal(await looks(), before + 1)
})

test('what one may not see is as if it were not there, whatever is asked about it', async () => {
  for (const query of [
    'Patient?name=gwyneth&_total=accurate',
    `Patient?_id=${gwyneth.id}&_total=accurate`,
    `Observation?subject=Patient/${gwyneth.id}&_total=accurate`,
    'Patient?_has:Observation:patient:code=85354-9&_total=accurate',
    'Observation?patient.name=gwyneth&_total=accurate',
  ]) {
    const answer = await door.ask(`/fhir/${query}`, sioned)
    assert.deepEqual([answer.status, bundleOf(answer).total, bundleOf(answer).entry], [200, 0, undefined], query)
  }
})

async function looks(): Promise<number> {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select('id')
    .where('personId', '=', personId('mair-pritchard'))
    .where('action', '=', 'search')
    .execute()
  return rows.length
}
