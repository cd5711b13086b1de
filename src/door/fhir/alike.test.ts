import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { idFor } from '#ground/chance.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, testDoor } from './test-door.ts'

// Mair has been in hospital, and a few have looked; there is nobody of the other id.
const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
await here.send('mair-admitted.hl7')
for (const account of ['sioned-evans', 'dewi-prosser', 'elin-pritchard'])
  await here.look(account, 'mair-pritchard', async () => {})
const mair = personId('mair-pritchard')
const nobody = idFor('nobody at all')
const entries = await here.store.db.selectFrom('trailEntry').select('id').where('personId', '=', mair).execute()
const sionedsPost = (await here.visitorOf('sioned-evans')).post?.id
const dewisPost = (await here.visitorOf('dewi-prosser')).post?.id

/** Those who may see something of Mair, and those who may not; none of them her trail. */
const STRANGERS = { 'sioned-evans': sionedsPost, 'dewi-prosser': dewisPost, 'elin-pritchard': undefined } as const

const one = (...values: string[]) => fc.constantFrom(...values)
/** A parameter as an app might write it, well or badly. */
const PARAMETER = fc.oneof(
  fc.tuple(one('date'), one('ge2026', 'lt2026-11-23', '2026-11-22', 'gt2030', 'yesterday', 'ne2026', '')),
  fc.tuple(one('agent'), one(seedId.account('sioned-evans'), `Practitioner/${idFor('no worker')}`, 'Group/1', 'x')),
  fc.tuple(one('outcome'), one('0', '8', '4', '0,8', 'http://terminology.hl7.org/CodeSystem/audit-event-outcome|8')),
  fc.tuple(one('_count'), one('1', '2', '200', '201', '0', '-1')),
  fc.tuple(one('_cursor'), one('x', 'AAAA', 'A'.repeat(59), '17')),
  fc.tuple(
    one('_format', '_pretty', '_total', '_include', '_summary', 'entity'),
    one('json', 'xml', 'true', 'count', '*'),
  ),
)
const QUERIES = fc.array(PARAMETER, { maxLength: 4 }).map(parameters => String(new URLSearchParams(parameters)))
const HEADERS = fc.record({
  prefer: one('handling=lenient', 'handling=strict'),
  'accept-language': one('cy', 'en', 'fr'),
  accept: one('*/*', 'application/fhir+json', 'application/fhir+xml'),
})

const RUNS = 100

test('whatever an app asks of a person whose trail it may not see, the answer is that of nobody’s, byte for byte', async () => {
  let answered = 0
  const checked = fc.asyncProperty(
    one(...Object.keys(STRANGERS)),
    QUERIES,
    HEADERS,
    async (account, query, headers) => {
      const [hidden, absent] = [
        await search(account, mair, { query, headers }),
        await search(account, nobody, { query, headers }),
      ]
      assert.deepEqual(masked(hidden, mair), masked(absent, nobody))
      if (hidden.status === 200) answered++
    },
  )
  await fc.assert(checked, { numRuns: RUNS, seed: 20261125 })
  assert.ok(answered > RUNS / 10, `${answered} of them were answered, the others refused`)
})

test('so it is for every entry of it that is read by its id', async () => {
  for (const account of Object.keys(STRANGERS)) {
    const absent = await ask(account, `AuditEvent/${nobody}`)
    for (const { id } of entries) {
      assert.deepEqual(masked(await ask(account, `AuditEvent/${id}`), id), masked(absent, nobody), account)
    }
  }
})

test('and it would be seen: asked by Mair herself, the two are not alike', async () => {
  const [seen, absent] = [await search('mair-pritchard', mair), await search('mair-pritchard', nobody)]
  assert.notDeepEqual(masked(seen, mair), masked(absent, nobody))
  for (const { id } of entries) assert.equal((await ask('mair-pritchard', `AuditEvent/${id}`)).status, 200)
})

interface More {
  readonly query?: string
  readonly headers?: Record<string, string>
}

function search(account: string, person: string, { query = '', headers = {} }: More = {}): Promise<Answer> {
  return ask(account, `AuditEvent?patient=${person}${query === '' ? '' : `&${query}`}`, headers)
}

function ask(account: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { issuer } = door
  const post = STRANGERS[account as keyof typeof STRANGERS]
  return door.ask(`/fhir/${path}`, issuer.token(issuer.claims(account, here.clock.now(), post)), { headers })
}

/** All of an answer but its time, and the id that was asked for. */
function masked({ status, headers: { date: _, ...headers }, text }: Answer, id: string): unknown {
  return [status, headers, text.replaceAll(id, 'ID')]
}
