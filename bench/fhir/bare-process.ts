import { fastify } from 'fastify'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { putTogetherOnce } from '#ground/db/sql.ts'
import { openStore, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { asSent } from '#record/chart/store/content.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { withoutVersion, writtenAs } from '#record/chart/store/write.ts'
import { writeVersions } from '#record/chart/write-version.ts'
import { findFhirSystem } from '#work/sender/fhir-system.ts'

/*
 * A few requests as the product would answer them without policy and trail, so that it can be said what the two cost: with the
 * same HTTP framework, validation, tables, rows of the index, durable commit and texts. No token is asked for, whatever is
 * there is open, and that it was asked for is written nowhere. It is no part of the product.
 */

const [url = '', system = ''] = process.argv.slice(2)
const store = openStore(url, { clock: machineClock, chance: machineChance })
const app = fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('application/fhir+json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.addHook('onSend', async (_request, reply) => void reply.type('application/fhir+json; charset=utf-8'))

app.get<{ Params: { id: string } }>('/Patient/:id', (request, reply) =>
  transaction(store, async tx => {
    const { rows } = await patientOf(request.params).execute(tx.db)
    return reply.code(rows.length === 0 ? 404 : 200).send(rows[0]?.text ?? '')
  }),
)

app.get<{ Querystring: { subject: string; _count: string } }>('/Observation', (request, reply) =>
  transaction(store, async tx => {
    const { subject, _count: count } = request.query
    const { rows } = await aboutSomebody({ subject: subject.slice('Patient/'.length), count }).execute(tx.db)
    const entries = rows.map(({ text }) => `{"resource":${text},"search":{"mode":"match"}}`)
    return reply.send(`{"resourceType":"Bundle","type":"searchset","entry":[${entries.join()}]}`)
  }),
)

app.post('/Observation', async (request, reply) => {
  const read = readJson(request.body as Buffer)
  if (!read.ok || validate(read.value).some(({ severity }) => severity === 'error')) return reply.code(400).send()
  const text = await transactionInTurn(store, tx => keep(tx, read.value as Resource))
  return reply.code(201).send(text)
})

/** Keeps what was sent as the system's own, about the Patient that it names. */
async function keep(tx: Tx, sent: Resource): Promise<string> {
  const actor = await findFhirSystem(tx, system)
  if (actor === undefined) throw new Error(`no system that was let in: ${system}`)
  const id = tx.newId()
  const now = { ...sent, id }
  const { reference } = sent.subject as { reference: string }
  writeVersions(tx, [
    {
      id,
      type: sent.resourceType,
      version: 1,
      contributorId: actor.organisationId,
      dataClass: 'clinical-summary',
      sourceRecordId: reference.slice('Patient/'.length),
      businessKey: `chart/${id}`,
      content: withoutVersion(now),
      writtenBy: actor,
      byFhir: { method: 'create', app: system, logicalId: undefined },
    },
  ])
  return writtenAs(now, { version: 1, at: tx.now, method: 'create', created: true }).text
}

interface Text {
  readonly text: string
}

const VERSION = { version: sql`version.version::text`, at: sql`version.recorded_at` }

const patientOf = putTogetherOnce<Text, { readonly id: string }>(
  ({ id }) => sql<Text>`
    select ${asSent(sql`version.content`, { id: sql`version.source_record_id`, ...VERSION })}::text as text
    from source_record_version as version
    where version.source_record_id = ${id}::uuid
    order by version.version desc
    limit 1`,
)

const aboutSomebody = putTogetherOnce<Text, { readonly subject: string; readonly count: string }>(
  ({ subject, count }) => sql<Text>`
    select ${asSent(sql`held.content`, { id: sql`held.id`, version: sql`held.version::text`, at: sql`held.recorded_at` })}::text as text
    from index_reference as link
    join resource as held on held.id = link.resource_id and held.type = 'Observation' and not held.deleted
    where link.target_id = ${subject} and link.target_type = 'Patient' and link.type = 'Observation' and link.parameter = 'subject'
    order by held.id
    limit ${count}::integer`,
)

process.on('SIGTERM', () => void app.close().then(() => store.close()))
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
