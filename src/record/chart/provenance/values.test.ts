import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Provenance } from 'fhir/r4.js'
import { sql } from 'kysely'
import { transactionInTurn } from '#ground/db/store.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import type { Caller } from '../store/caller.ts'
import { writeChart } from '../store/write.ts'
import { writeResource } from '../write-resource.ts'
import { PATIENT_EXTENSION } from './content.ts'
import { TOLD_OF, told } from './told.ts'
import { valuesOf } from './values.ts'

// Mair’s hospital, her social worker, she herself and her daughter have written something of her.
const here = await region()
await here.send('mair-admitted.hl7')
const [record] = await here.store.db
  .selectFrom('personLinkNow')
  .select('sourceRecordId as id')
  .where('personId', '=', personId('mair-pritchard'))
  .execute()
const byWorker = await written(actorOf('sioned-evans'))
await written(citizenOf('mair-pritchard'))
const byPage = await here.look('sioned-evans', 'mair-pritchard', async (tx, access) => {
  const key = {
    type: 'Goal',
    contributorId: seedId.organisation('cyngor-dyffryn-banadl'),
    businessKey: 'on a page',
    dataClass: 'care-and-support',
    sourceRecordId: record?.id ?? '',
  } as const
  return writeResource(tx, access, key, () => goalOf('To knit'), undefined)
})
await here.store.db.executeQuery(
  sql`
  insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, deleted, written_by,
                                method, account_id, app)
  select resource_id, source_record_id, 2, data_class, content, recorded_at, false, 'Elin Pritchard', 'update',
         ${seedId.account('elin-pritchard')}::uuid, 'an-app'
  from resource_version where resource_id = ${byWorker}`.compile(here.store.db),
)
const all = await tellings()

test('what is told of each version is valid, and says whom it is about', () => {
  for (const { content } of all) {
    assert.deepEqual(validate(content), [], JSON.stringify(content))
    const about = content.extension?.find(({ url }) => url === PATIENT_EXTENSION)?.valueReference?.reference
    assert.equal(about !== undefined, content.extension !== undefined)
  }
  const authors = new Set(all.map(({ content }) => content.agent[0]?.who.type ?? 'masked'))
  assert.deepEqual([...authors].toSorted(), ['Organization', 'Patient', 'Practitioner', 'masked'])
})

test('it is searched by just what the rules of the index read in it', () => {
  for (const { content, values } of all) assert.deepEqual(plain(values), readIn(content))
  assert.ok(all.some(({ content }) => content.entity?.some(({ role }) => role === 'source')))
})

test('of what Sioned wrote on a page no app put it together', () => {
  assert.ok(byPage.ok)
  const { id } = byPage.value
  const [one] = all.filter(({ content }) => content.target[0]?.reference === `Goal/${id}/_history/1`)
  assert.deepEqual(
    one?.content.agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.display]),
    [['author', 'Sioned Evans']],
  )
})

test('of what Mair’s daughter wrote for her nothing says that it was she', () => {
  const [hers] = all.filter(({ content }) => content.target[0]?.reference?.endsWith(`${byWorker}/_history/2`))
  assert.deepEqual(hers?.content.agent[0]?.who, {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
  })
  assert.doesNotMatch(JSON.stringify(hers), new RegExp(`Elin|${seedId.account('elin-pritchard')}`))
})

async function written(actor: Caller['actor']): Promise<string> {
  const resource = goalOf('To walk to chapel')
  const caller = { actor, through: { app: 'an-app', token: 'one', request: '/fhir/Goal' } }
  const outcome = await transactionInTurn(here.store, tx =>
    writeChart(tx, caller, [{ method: 'create', resource }], 'https://cydofal.example/fhir'),
  )
  assert.ok(outcome.ok)
  return outcome.value[0]!.logicalId
}

function goalOf(text: string) {
  const subject = { reference: `Patient/${record?.id}` }
  return { resourceType: 'Goal', lifecycleStatus: 'active', description: { text }, subject } as const
}

interface Telling {
  readonly content: Provenance
  readonly values: readonly {
    readonly kind: string
    readonly parameter: string
    readonly columns: Readonly<Record<string, string>>
  }[]
}

/** Every Provenance that is told, with the values by which a question finds it. */
async function tellings(): Promise<Telling[]> {
  const found: Telling[] = []
  for (const of of TOLD_OF) {
    const one = told(of, 'one')
    const values = valuesOf(one.as).map(({ kind, parameter, when, columns }) => {
      const said = Object.entries(columns).flatMap(([name, column]) => [sql.lit(name), column])
      return sql`case when ${when} then jsonb_build_object('kind', ${sql.lit(kind)}, 'parameter', ${sql.lit(parameter)},
        'columns', jsonb_build_object(${sql.join(said)})) end`
    })
    const { rows } = await sql<{ content: Provenance; values: (Telling['values'][number] | null)[] }>`
      select ${one.content} || jsonb_build_object('id', ${one.logicalId}) as content,
             jsonb_build_array(${sql.join(values)}) as values
      from ${one.table} as one`.execute(here.store.db)
    for (const { content, values } of rows) found.push({ content, values: values.filter(value => value !== null) })
  }
  return found
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  reference: ['target_type', 'target_id'],
  token: ['system', 'code'],
  string: ['text', 'folded'],
  date: ['from_at', 'until_at'],
}

/** Each value as a text, in an order; but for `patient`, which R5 alone reads in the extension. */
function plain(values: Telling['values']): string[] {
  return inOrder(
    values.map(({ kind, parameter, columns }) => [
      kind,
      parameter,
      ...(COLUMNS[kind] ?? []).map(name => (kind === 'date' ? Date.parse(columns[name]!) : columns[name]!)),
    ]),
  )
}

/** The same as they are read in a resource. */
function readIn(content: Provenance): string[] {
  const rows = rowsOf(content)
  return inOrder([
    ...rows.reference.map(({ parameter, type, id }) => ['reference', parameter, type, id]),
    ...rows.token.map(({ parameter, system, code }) => ['token', parameter, system, code]),
    ...rows.string.map(({ parameter, text, folded }) => ['string', parameter, text, folded]),
    ...rows.date.map(({ parameter, from, until }) => ['date', parameter, Date.parse(from), Date.parse(until)]),
    ...rows.uri.map(({ parameter, uri }) => ['uri', parameter, uri]),
    ...rows.quantity.map(({ parameter }) => ['quantity', parameter]),
  ])
}

function inOrder(rows: readonly (readonly (number | string)[])[]): string[] {
  return rows
    .filter(([, parameter]) => parameter !== 'patient')
    .map(row => JSON.stringify(row))
    .toSorted()
}
