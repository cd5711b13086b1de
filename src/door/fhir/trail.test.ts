import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { AuditEvent } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf, ORIGIN, testDoor } from './test-door.ts'

// What happened to Mair this morning, in this order: her hospital, her social worker, a stranger, her daughter.
const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const mair = personId('mair-pritchard')
const nobody = idFor('nobody at all')
await here.send('mair-admitted.hl7')
await looksAt('sioned-evans', '2026-11-22T10:00:00Z')
await looksAt('dewi-prosser', '2026-11-22T11:00:00Z')
await looksAt('elin-pritchard', '2026-11-23T00:30:00Z')
await looksAt('sioned-evans', '2026-11-23T09:00:00Z')
here.clock.move('2026-11-23T10:00:00Z')
const posts = new Map<string, string | undefined>()
for (const worker of ['sioned-evans', 'dewi-prosser']) posts.set(worker, (await here.visitorOf(worker)).post?.id)

test('Mair reads through an app of hers who looked, the newest first', async () => {
  const events = eventsOf(await search('mair-pritchard'))
  assert.deepEqual(
    events.map(event => [nameOf(event), event.outcome]),
    [
      ['Sioned Evans', '0'],
      ['Elin Pritchard', '0'],
      ['Dewi Prosser', '8'],
      ['Sioned Evans', '0'],
      ['GHPAS', '0'],
    ],
  )
})

test('that she read it is the next entry: her own, through that app, with what the app asked', async () => {
  const [latest] = eventsOf(await search('mair-pritchard', '_count=1'))
  assert(latest)
  const asked = latest.entity?.find(({ query }) => query !== undefined)?.query ?? ''
  assert.equal(Buffer.from(asked, 'base64').toString(), `/fhir/AuditEvent?patient=${mair}`)
  assert.deepEqual(
    latest.agent.map(({ who }) => who?.reference ?? who?.identifier?.value),
    [`Patient/${mair}`, 'an-app', ORIGIN],
  )
})

test('nobody but Mair reads it: not her social worker, not her daughter, not a stranger', async () => {
  for (const account of ['sioned-evans', 'elin-pritchard', 'dewi-prosser']) {
    const answer = await search(account)
    assert.equal(answer.status, 200)
    assert.deepEqual(eventsOf(answer), [], account)
  }
})

test('whoever may not read it is answered as if there were no such person, byte for byte', async () => {
  for (const account of ['sioned-evans', 'elin-pritchard', 'dewi-prosser']) {
    const hidden = await search(account)
    const absent = await ask(account, `AuditEvent?patient=${nobody}`)
    assert.equal(hidden.text.replaceAll(mair, 'X'), absent.text.replaceAll(nobody, 'X'), account)
    assert.deepEqual(visible(hidden), visible(absent), account)
  }
})

test('one entry is read by its id, and by anybody else it is not found, byte for byte as one that does not exist', async () => {
  const [event] = eventsOf(await search('mair-pritchard', 'outcome=8'))
  const read = await ask('mair-pritchard', `AuditEvent/${event?.id}`)
  assert.deepEqual(read.resource, event)
  for (const account of ['sioned-evans', 'elin-pritchard', 'dewi-prosser']) {
    const hidden = await ask(account, `AuditEvent/${event?.id}`)
    const absent = await ask(account, `AuditEvent/${nobody}`)
    assert.deepEqual([hidden.status, codeOf(hidden)], [404, 'not-found'], account)
    assert.equal(hidden.text, absent.text, account)
    assert.deepEqual(visible(hidden), visible(absent), account)
  }
  assert.equal(
    (await ask('mair-pritchard', 'AuditEvent/none')).text,
    (await ask('mair-pritchard', `AuditEvent/${nobody}`)).text,
  )
})

test('Mair is told that the stranger asked again, through an app, and was refused', async () => {
  await search('dewi-prosser')
  const [latest] = eventsOf(await search('mair-pritchard', '_count=1'))
  assert(latest)
  assert.deepEqual([nameOf(latest), latest.outcome], ['Dewi Prosser', '8'])
  assert.match(latest.outcomeDesc ?? '', /nid oeddent yn gweithio gyda chi/)
  assert.ok(latest.agent.some(({ who }) => who?.identifier?.value === 'an-app'))
})

test('page by page, none is left out or told twice, whatever the size of the page', async () => {
  const until = encodeURIComponent('lt2026-11-23T08:59:00Z')
  const whole = ids(await search('mair-pritchard', `date=${until}`))
  assert.equal(whole.length, 4)
  for (const count of [1, 2, 3, 4, 5]) {
    const seen: string[] = []
    let next: string | undefined = `AuditEvent?patient=${mair}&date=${until}&_count=${count}`
    while (next !== undefined) {
      const page = await ask('mair-pritchard', next)
      assert.ok(ids(page).length <= count)
      seen.push(...ids(page))
      next = nextOf(page)
    }
    assert.deepEqual(seen, whole, `${count} to a page`)
  }
})

test('the mark of a page is for one reader and one search, and nobody can make one', async () => {
  const next = nextOf(await search('mair-pritchard', '_count=1')) ?? ''
  assert.equal((await ask('mair-pritchard', next)).status, 200)
  const mark = /_cursor=([\w-]+)/.exec(next)?.[1] ?? ''
  const wrong = {
    'another reader': await ask('elin-pritchard', next),
    'another search': await ask('mair-pritchard', `${next}&outcome=0`),
    'one letter off': await search(
      'mair-pritchard',
      `_cursor=${mark.slice(0, -2)}${mark.endsWith('AA') ? 'BB' : 'AA'}`,
    ),
    'a number': await search('mair-pritchard', '_cursor=17'),
  }
  for (const [what, answer] of Object.entries(wrong)) {
    assert.deepEqual([answer.status, codeOf(answer)], [400, 'cursor-not-taken'], what)
  }
})

test('a search by day, by whoever looked and by outcome finds what reading all of it would', async () => {
  const all = eventsOf(await search('mair-pritchard', '_count=200')).slice(-5)
  const sioned = seedId.account('sioned-evans')
  const of = (filter: (event: AuditEvent) => boolean) => all.filter(filter).map(({ id }) => id)
  const before = 'date=lt2026-11-23T09:30:00Z'
  const searches: [query: string, found: (string | undefined)[]][] = [
    [`agent=Practitioner/${sioned}&${before}`, of(event => nameOf(event) === 'Sioned Evans')],
    [`agent=${sioned}&${before}`, of(event => nameOf(event) === 'Sioned Evans')],
    [`agent=RelatedPerson/${sioned}&${before}`, []],
    [`agent=Patient/${mair}&${before}`, []],
    [`outcome=0&${before}`, of(({ outcome }) => outcome === '0')],
    [
      `outcome=http://terminology.hl7.org/CodeSystem/audit-event-outcome|8&${before}`,
      of(({ outcome }) => outcome === '8'),
    ],
    ['date=2026-11-22', of(({ recorded }) => recorded < '2026-11-23')],
    ['date=ge2026-11-23&date=lt2026-11-23T09:00:00Z', of(event => nameOf(event) === 'Elin Pritchard')],
    ['date=gt2026-11-22&date=le2026-11-23T08:00:00+00:00', of(event => nameOf(event) === 'Elin Pritchard')],
    ['date=lt2026', []],
  ]
  for (const [query, found] of searches) assert.deepEqual(ids(await search('mair-pritchard', query)), found, query)
})

test('a parameter that is not served is refused, unless the app asks to be understood as far as possible', async () => {
  const strict = await search('mair-pritchard', '_count=1&subtype=read')
  assert.deepEqual([strict.status, codeOf(strict)], [400, 'unknown-parameter'])
  assert.match(JSON.stringify(strict.resource), /subtype/)
  const lenient = await search('mair-pritchard', '_count=1&subtype=read', { headers: { prefer: 'handling=lenient' } })
  assert.equal(lenient.status, 200)
  assert.doesNotMatch(bundleOf(lenient).link?.[0]?.url ?? '', /subtype/)
})

test('what cannot be read is refused by its name, and nothing is searched', async () => {
  const wrong: Record<string, string> = {
    'patient=Group/1': 'wrong-value',
    'agent=Sioned': 'wrong-value',
    'outcome=4': 'wrong-value',
    'date=yesterday': 'wrong-value',
    'date=ne2026': 'wrong-value',
    'date=2026-02-30': 'wrong-value',
    '_count=0': 'wrong-value',
    '_pretty=very': 'wrong-value',
    '_count=201': 'wrong-value',
    '_count=1&_count=2': 'wrong-value',
    'agent=': 'wrong-value',
    'patient:identifier=1': 'unknown-parameter',
    '__proto__=1': 'unknown-parameter',
  }
  for (const [query, code] of Object.entries(wrong)) {
    const answer = await search('mair-pritchard', query)
    assert.deepEqual([answer.status, codeOf(answer)], [400, code], query)
  }
  assert.equal(codeOf(await ask('mair-pritchard', 'AuditEvent')), 'parameter-missing')
  const long = await search('mair-pritchard', `agent=${'a'.repeat(4096)}`)
  assert.deepEqual([long.status, codeOf(long)], [414, 'query-too-long'])
})

test('JSON and XML are offered, by any of their names, on one line or on many', async () => {
  for (const more of ['_format=json', '_format=application/fhir+json', '_pretty=true']) {
    assert.equal((await search('mair-pritchard', `_count=1&${more}`)).status, 200, more)
  }
  assert.match((await search('mair-pritchard', '_count=1&_pretty=true')).text, /\n {2}"resourceType"/)
  for (const answer of [
    await search('mair-pritchard', '_format=ttl'),
    await search('mair-pritchard', '', { headers: { accept: 'text/turtle' } }),
  ])
    assert.deepEqual([answer.status, codeOf(answer)], [406, 'format-not-offered'])
})

test('nothing is kept by a cache or run by a browser; a HEAD is a GET without its body; nothing can be written', async () => {
  const got = await ask('elin-pritchard', `AuditEvent?patient=${mair}`)
  const head = await ask('elin-pritchard', `AuditEvent?patient=${mair}`, { method: 'HEAD' })
  assert.equal(head.text, '')
  assert.deepEqual(visible(head), visible(got))
  assert.equal(got.headers['content-type'], 'application/fhir+json; charset=utf-8')
  assert.equal(got.headers['cache-control'], 'no-store')
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  const post = await ask('mair-pritchard', 'AuditEvent', { method: 'POST' })
  assert.deepEqual([post.status, codeOf(post), post.headers.allow], [405, 'only-read', 'GET, HEAD'])
})

test('problems are told in the language the app asks for, else in the account’s own, with the same code', async () => {
  const text = (answer: Answer) => JSON.stringify(answer.resource)
  const welsh = await ask('mair-pritchard', `AuditEvent/${nobody}`)
  const english = await ask('mair-pritchard', `AuditEvent/${nobody}`, {
    headers: { 'accept-language': 'en-GB,cy;q=0.5' },
  })
  assert.match(text(welsh), /Nid oes dim yma/)
  assert.match(text(english), /There is nothing here/)
  assert.deepEqual([welsh.headers['content-language'], english.headers['content-language']], ['cy', 'en'])
  assert.equal(codeOf(welsh), codeOf(english))
})

async function looksAt(account: string, at: string): Promise<void> {
  here.clock.move(at)
  await here.look(account, 'mair-pritchard', async (_, access) => {
    access.release(seedId.organisation('bwrdd-iechyd'), 'presence-in-hospital')
  })
}

interface More {
  readonly method?: 'HEAD' | 'POST'
  readonly headers?: Record<string, string>
}

function ask(account: string, path: string, more?: More): Promise<Answer> {
  const { issuer } = door
  const token = issuer.token(issuer.claims(account, here.clock.now(), posts.get(account)))
  return door.ask(`/fhir/${path.replace(`${ORIGIN}/fhir/`, '')}`, token, more)
}

function search(account: string, query = '', more?: More): Promise<Answer> {
  const asked = query.startsWith('patient=') || query === '' ? query : `&${query}`
  return ask(account, `AuditEvent?${query.startsWith('patient=') ? '' : `patient=${mair}`}${asked}`, more)
}

function eventsOf(answer: Answer): AuditEvent[] {
  return (bundleOf(answer).entry ?? []).map(({ resource }) => resource as AuditEvent)
}

function ids(answer: Answer): string[] {
  return eventsOf(answer).map(({ id }) => id ?? '')
}

function nextOf(answer: Answer): string | undefined {
  return bundleOf(answer).link?.find(({ relation }) => relation === 'next')?.url
}

/** Whoever asked for it, and not the app between. */
function nameOf({ agent }: AuditEvent): string | undefined {
  return agent.find(({ requestor }) => requestor)?.name
}

/** All headers but the time of the answer. */
function visible({ status, headers: { date: _, ...rest } }: Answer): unknown {
  return [status, rest]
}
