import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Bundle } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { AUTHORIZATIONS, FORMS, HEADERS, OF_TYPES, PLACES, QUERIES } from '#test/bad-input/asked.ts'
import { LARGE, SPOILT, type Spoil } from '#test/bad-input/bodies.ts'
import { ODD, WRONG } from '#test/bad-input/contents.ts'
import { changedFrom, rowsIn } from '#test/bad-input/counts.ts'
import { faultOf, type Got, type Sent } from '#test/bad-input/send.ts'
import { openServer, takenLater } from '#test/bad-input/server.ts'
import type { Way } from '#test/bad-input/way.ts'

const server = await openServer()
const { send, as, record, goal, goalBy, ways, db } = server
after(() => server.stop())

const all = Object.values(ways).flat()
const routes = server.routes.filter(({ path, method }) => path.startsWith('/fhir') && method !== 'OPTIONS')
/** Each of these reads what it is sent by code of its own: what is large is sent to them alone. */
const APART = new Set([
  'create',
  'create in a transaction',
  'a message to /fhir',
  '$validate',
  'Patient/$match',
  'ValueSet/$expand',
  '$import',
])
const isKept = (table: string) => all.some(({ keeps }) => keeps?.test(table))
const NOBODYS = idFor('nobody has this')
const FORM = 'application/x-www-form-urlencoded'
const FIFTY_MB = 50 * 1024 * 1024
/** How much more may be held while more comes than is taken, bytes: the largest body that is, twice, as bytes and as text. */
const HELD_BYTES_MAX = 64 * 1024 * 1024

const sentBy = (way: Way, body: string | Buffer, { type = way.type, headers = {} } = {}): Sent => ({
  method: way.method ?? 'POST',
  address: way.address,
  headers: { ...as(way.as), ...way.headers, ...(type !== '' && { 'content-type': type }), ...headers },
  body,
})

test('every route that takes a body has its ways in here, and nothing else has', () => {
  const taking = routes.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))
  const names = taking.map(({ method, path }) => `${method} ${path}`)
  const forms = names.filter(name => name.endsWith('/_search'))
  assert.deepEqual([...Object.keys(ways), ...forms].toSorted(), names.toSorted())
  assert.equal(forms.length, 3)
})

test('what is taken that should be refused is found out here, and so is what is kept of it', async () => {
  const create = all.filter(({ name }) => name === 'create')
  const faults = await faultsOfSpoilt({ 'nothing bad': well => ({ body: well }) }, create)
  assert.match(
    faults.join('\n'),
    /nothing bad: create: answered 201.*\n(.*\n)*nothing bad: resource_version has changed/,
  )
})

test('what is spoilt is refused on every way in, with a reason, and nothing of it is kept', async () => {
  assert.deepEqual(await faultsOfSpoilt(SPOILT, all), [])
})

test('what is spoilt and large as well, wherever it is read by other code', async () => {
  const apart = all.filter(({ name, answersEach }) => APART.has(name) && answersEach !== 'later')
  assert.equal(apart.length, APART.size - 1)
  assert.deepEqual(await faultsOfSpoilt(LARGE, apart), [])
})

test('a resource that says what it may not is refused wherever one is carried, and nothing of it is kept', async () => {
  const faults: string[] = []
  for (const [what, wrong] of Object.entries(WRONG)) {
    const before = await rowsIn(db)
    for (const way of all.filter(({ carries }) => carries !== undefined)) {
      const fault = await faultOfCarried(way, await send(sentBy(way, way.body(wrong(goalBy(way.as))))))
      if (fault !== undefined) faults.push(`${what}: ${way.name}: ${fault}`)
    }
    const changed = changedFrom(before, await rowsIn(db)).filter(table => !isKept(table))
    faults.push(...changed.map(table => `${what}: ${table} has changed`))
  }
  assert.deepEqual(faults, [])
})

test('somebody who is hidden and nobody at all are refused in the same words as whom something is about', async () => {
  for (const way of all.filter(({ carries, as }) => carries === 'kept' && as === 'worker')) {
    const of = (id: string) => send(sentBy(way, way.body(goalBy('worker')()).replaceAll(record, id)))
    const [hidden, nobodys] = [await of('ar-y-llyfrau'), await of(NOBODYS)]
    assert.equal(await faultOfCarried(way, nobodys), undefined, way.name)
    assert.deepEqual([hidden.status, hidden.text], [nobodys.status, nobodys.text], way.name)
  }
})

test('no query breaks a search, by its address or by a form', async () => {
  const faults: string[] = []
  const before = await rowsIn(db)
  for (const [what, { query, refused }] of Object.entries(QUERIES)) {
    for (const sent of searchesBy(query.replaceAll(' ', '%20'))) {
      const got = await send(sent)
      const fault = !refused && got.status === 200 ? undefined : faultOf(got)
      if (fault !== undefined) faults.push(`${what}: ${sent.method} ${sent.address.slice(0, 60)}: ${fault}`)
    }
  }
  for (const [what, query] of Object.entries(OF_TYPES)) {
    const got = await send({ method: 'GET', address: `/fhir/${query}`, headers: as('worker') })
    const fault = got.status === 200 ? undefined : faultOf(got)
    if (fault !== undefined) faults.push(`${what}: ${fault}`)
  }
  assert.deepEqual(faults, [])
  assert.deepEqual(changedFrom(before, await rowsIn(db)), [])
})

test('no query breaks any other address', async () => {
  const faults: string[] = []
  for (const { method, path } of routes.filter(({ method }) => method === 'GET')) {
    for (const [what, { query }] of Object.entries(QUERIES)) {
      const address = `${filled(path)}?${query.replaceAll(' ', '%20')}`
      const got = await send({
        method,
        address,
        headers: as(/export|import|Subscription/.test(path) ? 'partner' : 'worker'),
      })
      const fault = got.status < 300 ? undefined : faultOf(got)
      if (fault !== undefined) faults.push(`${what}: ${path}: ${fault}`)
    }
  }
  assert.deepEqual(faults, [])
})

test('no header breaks a route', async () => {
  const faults: string[] = []
  // HEAD is answered as GET is, and by the same code.
  for (const { method, path } of routes.filter(({ method }) => method !== 'HEAD')) {
    const who = /export|import|Subscription/.test(path) ? 'partner' : 'worker'
    const address = method === 'DELETE' ? path.replaceAll(/:\w+/g, NOBODYS) : filled(path)
    for (const [what, headers] of Object.entries(HEADERS)) {
      const got = await send({ method, address, headers: { ...as(who), ...headers } })
      if (got.status === 202) await endExport(got)
      const fault = got.status < 400 ? undefined : faultOf(got, headers['accept-language'] === undefined ? 'cy' : 'any')
      if (fault !== undefined) faults.push(`${what}: ${method} ${path}: ${fault}`)
    }
  }
  for (const [what, authorization] of Object.entries(AUTHORIZATIONS)) {
    const got = await send({ method: 'GET', address: '/fhir/Goal', headers: { ...as('worker'), authorization } })
    const fault = got.status === 401 ? faultOf(got) : `answered ${got.status}`
    if (fault !== undefined) faults.push(`${what}: ${fault}`)
  }
  assert.deepEqual(faults, [])
})

test('nothing that stands where a type or an id should breaks a route', async () => {
  const faults: string[] = []
  for (const { method, path } of routes.filter(({ path }) => path.includes(':'))) {
    for (const [what, place] of Object.entries(PLACES)) {
      const got = await send({ method, address: path.replaceAll(/:\w+/g, place), headers: as('worker') })
      const fault = method === 'HEAD' ? (got.status >= 500 ? `${got.status}` : undefined) : faultOf(got)
      if (fault !== undefined) faults.push(`${what}: ${method} ${path}: ${fault}`)
    }
  }
  assert.deepEqual(faults, [])
})

test('no form and no query breaks an address where apps are let in', async () => {
  const faults: string[] = []
  for (const { path, method } of server.routes.filter(({ path }) => path.startsWith('/smart'))) {
    const address = path.replace(':uid', NOBODYS)
    for (const [what, { body, type = FORM }] of Object.entries(FORMS)) {
      if (method !== 'POST') continue
      const got = await send({ method, address, headers: { 'content-type': type }, body })
      const isRefused = (got.status >= 400 && got.status < 500) || (got.status === 200 && path.endsWith('revoke'))
      if (!isRefused) faults.push(`${what}: ${path}: ${got.status} ${got.text.slice(0, 200)}`)
    }
    for (const [what, { query }] of Object.entries(QUERIES)) {
      const got = await send({ method, address: `${address}?client_id=${query.replaceAll(' ', '%20')}`, headers: {} })
      if (got.status >= 500) faults.push(`${what}: ${method} ${path}: ${got.status} ${got.text.slice(0, 200)}`)
    }
  }
  assert.deepEqual(faults, [])
})

test('fifty megabytes are heard out nowhere, and held nowhere', async () => {
  const faults: string[] = []
  const held = () => process.memoryUsage().rss
  for (const way of all.filter(({ name }) => APART.has(name))) {
    const before = held()
    const { body: _, ...sent } = sentBy(way, '')
    const got = await send({ ...sent, zeros: FIFTY_MB })
    const fault = got.status === 413 ? faultOf(got) : `answered ${got.status}`
    if (fault !== undefined) faults.push(`${way.name}: ${fault}`)
    if (held() - before > HELD_BYTES_MAX) faults.push(`${way.name}: held ${held() - before} bytes more`)
  }
  assert.deepEqual(faults, [])
})

test('every way in takes what nothing is wrong with, as it is and packed', async () => {
  for (const [at, way] of all.entries()) {
    const body = way.body(goalBy(way.as)())
    const isPacked = at % 2 === 1
    const headers = isPacked ? { 'content-encoding': 'gzip' } : {}
    const got = await send(sentBy(way, isPacked ? gzipSync(body) : body, { headers }))
    assert.equal(got.status, way.well, `${way.name}: ${got.text.slice(0, 300)}`)
    if (way.answersEach === 'in a bundle') assert.doesNotMatch(got.text, /"status":"[45]/, way.name)
    if (way.address.endsWith('$export')) await endExport(got)
    if (way.answersEach === 'later') assert.deepEqual(await takenLater(server, got), { taken: 1, codes: [] })
  }
})

test('what only looks odd is taken wherever a resource is, and comes back to the letter and to the digit', async () => {
  for (const [what, odd] of Object.entries(ODD)) {
    for (const way of all.filter(({ carries }) => carries === 'kept')) {
      const wanted = odd(goalBy(way.as))
      const got = await send(sentBy(way, way.body(wanted)))
      const address = await whereIsKept(way, got)
      const kept = await send({ method: 'GET', address, headers: as(way.as) })
      const { id: _, meta: __, ...said } = fieldsOf(kept.text)
      assert.deepEqual(said, fieldsOf(wanted), `${what}: ${way.name}`)
    }
  }
})

/** What is wrong with how spoilt bodies are answered, and what was kept of them. */
async function faultsOfSpoilt(spoilt: Readonly<Record<string, Spoil>>, ways: readonly Way[]): Promise<string[]> {
  const faults: string[] = []
  for (const [what, spoil] of Object.entries(spoilt)) {
    const before = await rowsIn(db)
    for (const way of ways) {
      const { body, type = way.type, headers = {} } = spoil(way.body(goalBy(way.as)()))
      const got = await send(sentBy(way, body, { type: type.startsWith(';') ? `${way.type}${type}` : type, headers }))
      const fault = await faultOfCarried(way, got)
      if (fault !== undefined) faults.push(`${what}: ${way.name}: ${fault}`)
    }
    const changed = changedFrom(before, await rowsIn(db)).filter(table => !isKept(table))
    faults.push(...changed.map(table => `${what}: ${table} has changed`))
  }
  return faults
}

/** What is wrong with how something bad is answered: by itself, within a bundle, as a verdict, or later. */
async function faultOfCarried(way: Way, got: Got): Promise<string | undefined> {
  if (got.status >= 400) return faultOf(got)
  if (way.answersEach === 'later') {
    const { taken, codes } = await takenLater(server, got)
    return taken === 0 && codes.every(code => /^[\w-]+$/.test(code) && code !== 'exception') ? undefined : `${codes}`
  }
  if (way.answersEach === 'in a bundle') {
    const { entry = [] } = JSON.parse(got.text) as Bundle
    return entry.every(({ response }) => response?.status?.startsWith('4')) ? undefined : got.text.slice(0, 300)
  }
  if (way.carries === 'judged' && got.text.includes('"severity":"error"')) return undefined
  return faultOf(got)
}

/** Every way to ask a search. */
function searchesBy(query: string): Sent[] {
  const headers = as('worker')
  const get = ['Goal', `Patient/${record}/Goal`, 'Goal/_history'].map(path => `/fhir/${path}?${query}`)
  const post = ['Goal', `Patient/${record}/Goal`].map(path => `/fhir/${path}/_search`)
  return [
    ...get.map(address => ({ method: 'GET', address, headers })),
    { method: 'GET', address: `/fhir?_type=Goal&${query}`, headers },
    ...post.map(address => ({ method: 'POST', address, headers: { ...headers, 'content-type': FORM }, body: query })),
    {
      method: 'POST',
      address: '/fhir/_search',
      headers: { ...headers, 'content-type': FORM },
      body: `_type=Goal&${query}`,
    },
  ]
}

/** The address of a route, with what is there in its places. */
function filled(path: string): string {
  const places: Readonly<Record<string, string>> = { type: 'Goal', id: goal, record, vid: '1', other: 'Goal' }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => places[name] ?? NOBODYS)
}

/** A system may have few exports at once. */
async function endExport({ headers }: Got): Promise<void> {
  const address = new URL(String(headers['content-location'] ?? 'http://nowhere/none')).pathname
  await send({ method: 'DELETE', address, headers: as('partner') })
}

/** Where what was sent is to be read. */
async function whereIsKept(way: Way, got: Got): Promise<string> {
  if (way.answersEach === 'later') {
    assert.deepEqual(await takenLater(server, got), { taken: 1, codes: [] })
    return '/fhir/Goal/wedi-cyrraedd'
  }
  const { location } = got.headers
  const within = () => (JSON.parse(got.text) as Bundle).entry?.[0]?.response?.location
  const at = typeof location === 'string' ? location : within()
  return `/fhir/${/Goal\/[\w-]+/.exec(at ?? '')?.[0] ?? got.text}`
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  const read = readJson(text)
  assert.ok(read.ok, text)
  return read.value as Readonly<Record<string, unknown>>
}
