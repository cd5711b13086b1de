import assert from 'node:assert/strict'
import { testIssuer } from '#door/fhir/test-issuer.ts'
import { testProvider } from '#door/signin/test-provider.ts'
import { idFor, machineChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { freshDatabase } from '#test/database.ts'
import { personId } from '#test/kit.ts'
import { letInSystem, SYSTEM } from '../../evidence/noninterference/system.ts'
import { ORIGIN, served } from '../../evidence/served.ts'
import { type Got, sender } from './send.ts'
import type { Way } from './way.ts'
import { SUBSCRIPTION, waysIn } from './ways-in.ts'

const NOW = '2026-11-22T09:00:00Z'
const SURGERY = 'cyfeirio-llanfeilir'
/** Somebody on the books of the surgery, of whom its system may write. */
const OF_SURGERY = 'ar-y-llyfrau'
const FHIR = { 'content-type': 'application/fhir+json' }
const POST = { organisation: 'cyngor-dyffryn-banadl', role: 'social-worker' }

/** The whole product, as it is served, with what bodies may name in it, and whoever sends them. */
export async function openServer() {
  const issuer = await testIssuer(`${ORIGIN}/fhir`)
  const provider = await testProvider()
  const database = await freshDatabase('region')
  const settings = { ...provider.settings, FHIR_ISSUER: issuer.issuer, FHIR_AUDIENCE: issuer.audience }
  const product = await served(database.url, { clock: stoppedClock(NOW), chance: machineChance, settings })
  await letInSystem(product.store)
  const { send, stop } = sender(product.port)
  const token = (client: string, scope: string) =>
    issuer.token({ ...issuer.claims(client, new Date(NOW)), client_id: client, scope })
  const post = idFor(`post sioned-evans ${POST.organisation} ${POST.role}`)
  const tokens: Readonly<Record<Way['as'], string>> = {
    worker: issuer.token({ ...issuer.claims('sioned-evans', new Date(NOW), post), scope: 'user/*.cruds' }),
    partner: token(SYSTEM, 'system/*.cruds'),
    surgery: token(SURGERY, 'system/*.cruds'),
    messenger: token(SURGERY, 'system/Bundle.c'),
  }
  const as = (who: Way['as']) => ({ authorization: `Bearer ${tokens[who]}`, 'accept-language': 'cy' })
  const write = async (who: Way['as'], [method, address]: readonly [string, string], body: string) => {
    const got = await send({ method, address: `/fhir/${address}`, headers: { ...as(who), ...FHIR }, body })
    assert.equal(got.status, 201, got.text)
    return (JSON.parse(got.text) as { id: string }).id
  }
  const record = await mairsRecord(product)
  const subjectOf = (who: Way['as']) => (who === 'surgery' ? OF_SURGERY : record)
  const patient = { resourceType: 'Patient', id: OF_SURGERY, identifier: [{ system: 'urn:llanfeilir', value: '1' }] }
  await write('surgery', ['PUT', `Patient/${OF_SURGERY}`], JSON.stringify(patient))
  const known = {
    record,
    goal: await write('worker', ['POST', 'Goal'], goalOf(record)()),
    subscription: await write('partner', ['POST', 'Subscription'], JSON.stringify(SUBSCRIPTION)),
  }
  return {
    ...known,
    send,
    as,
    db: product.store.db,
    routes: product.routes,
    ways: waysIn(known),
    /** A goal of whoever that sender may write of. */
    goalBy: (who: Way['as']) => goalOf(subjectOf(who)),
    async stop() {
      stop()
      await product.stop()
      await database.drop()
      await issuer.stop()
      await provider.stop()
    },
  }
}

/** A goal of somebody's, as JSON: with more before its end, and other words. */
export type Goal = (more?: string, text?: string) => string

function goalOf(subject: string): Goal {
  return (more = '', text = '"Cerdded i’r siop"') =>
    `{"resourceType":"Goal","lifecycleStatus":"active","description":{"text":${text}},"subject":{"reference":"Patient/${subject}"}${more}}`
}

async function mairsRecord({ store }: Awaited<ReturnType<typeof served>>): Promise<string> {
  const [held] = await store.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .innerJoin('organisation as body', 'body.id', 'record.organisationId')
    .select('record.id')
    .where('link.personId', '=', personId('mair-pritchard'))
    .where('body.code', '=', POST.organisation)
    .execute()
  return held?.id ?? ''
}

/** What became of what is taken in later: the codes of what was refused of it, each told in Welsh. Ends the import. */
export async function takenLater(
  { send, as }: Pick<Awaited<ReturnType<typeof openServer>>, 'as' | 'send'>,
  { headers }: Got,
): Promise<{ readonly taken: number; readonly codes: readonly string[] }> {
  const address = String(headers['content-location']).replace(ORIGIN, '')
  const asked = { method: 'GET', address, headers: as('surgery') }
  let got = await send(asked)
  while (got.status === 202) got = await send(asked)
  const { output } = JSON.parse(got.text) as { readonly output: readonly { readonly count: number }[] }
  const told = await send({ ...asked, address: `${address}/outcome.ndjson` })
  await send({ ...asked, method: 'DELETE' })
  const refusals = told.text.split('\n').filter(line => line !== '')
  return {
    taken: output.reduce((sum, { count }) => sum + count, 0),
    codes: refusals.map(line => /"language":"cy".*?"code":"([\w.-]+)","?/.exec(line)?.[1] ?? line),
  }
}
