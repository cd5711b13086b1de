import type { FhirResource } from 'fhir/r4.js'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { readNow } from '#record/chart/store/read.ts'
import { writeChart } from '#record/chart/store/write.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { contribute } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'
import type { Draw } from '../draw.ts'
import {
  drawAssessment,
  drawEncounter,
  drawLocation,
  drawObservation,
  drawPatient,
  type Extent,
  type Known,
  NOW,
  TYPES,
  type Type,
  type World,
} from './corpus.ts'

/** The client under which the system of the corpus asks at the FHIR door. */
export const CLIENT = 'corpws'

/** The system of a simulated hospital: its organisation has contributed nothing else. */
const CORPUS: SystemActor = {
  kind: 'system',
  senderId: seedId.sender('GHPAS', 'YGH'),
  name: 'Corpws',
  organisationId: seedId.organisation('ysbyty-efelychu'),
  organisationCode: 'ysbyty-efelychu',
}

export const CALLER = { actor: CORPUS, through: { app: 'evidence', token: 'evidence', request: 'evidence' } }

/** A record with some hundreds of resources in it. */
export interface Corpus {
  readonly store: Store
  readonly world: World
  close(): Promise<void>
}

/** Makes a record, and reads each resource of it one by one, as whoever asks for it by its id. */
export async function openCorpus(draw: Draw, extent: Extent): Promise<Corpus> {
  const database: FreshDatabase = await freshDatabase('region')
  const store = openStore(database.url, { clock: stoppedClock(NOW), chance: repeatableChance('search metamorphic') })
  await letIn(store)
  const ids = new Map<Type, string[]>(TYPES.map(type => [type, []]))
  const people = await writePeople(store, draw, extent.patients)
  for (const { id } of people) ids.get('Patient')!.push(id)
  const written = new Writing(store, draw, people)
  for (let at = 0; at < extent.encounters; at++) ids.get('Encounter')!.push(await written.encounter())
  for (let at = 0; at < extent.observations; at++) ids.get('Observation')!.push(await written.observation())
  for (let at = 0; at < extent.assessments; at++) ids.get('RiskAssessment')!.push(await written.assessment())
  ids.set('Location', await writePlaces(store, draw, extent.locations))
  const world = await readAll(store, ids)
  return {
    store,
    world,
    async close() {
      await store.close()
      await database.drop()
    },
  }
}

/** Lets the system of the corpus in at the FHIR door as well, under its client. */
async function letIn(store: Store): Promise<void> {
  await transaction(store, async ({ db, newId }) => {
    const { ownerTeamId } = await db
      .selectFrom('sender')
      .select('ownerTeamId')
      .where('id', '=', CORPUS.senderId)
      .executeTakeFirstOrThrow()
    const { organisationId } = CORPUS
    const sender = { id: newId(), application: CLIENT, facility: 'FHIR', organisationId, ownerTeamId }
    await db.insertInto('sender').values(sender).execute()
  })
}

interface Someone {
  readonly id: string
  readonly personId: string
}

function writePeople(store: Store, draw: Draw, count: number): Promise<Someone[]> {
  return transactionInTurn(store, async tx => {
    const kept: Someone[] = []
    for (let at = 0; at < count; at++) {
      const key = { organisationId: CORPUS.organisationId, localId: `C-${at}` }
      kept.push(await keepSourceRecord(tx, key, () => drawPatient(draw, at), undefined))
    }
    return kept
  })
}

/** Writes of people what refers to what is there of them already. */
class Writing {
  readonly #store: Store
  readonly #draw: Draw
  readonly #people: readonly Someone[]
  readonly #encounters = new Map<string, string[]>()
  readonly #members = new Map<string, Map<string, number>>()
  #written = 0

  constructor(store: Store, draw: Draw, people: readonly Someone[]) {
    this.#store = store
    this.#draw = draw
    this.#people = people
  }

  async encounter(): Promise<string> {
    const someone = this.#draw.one(this.#people)
    const id = await this.#write(someone, drawEncounter(this.#draw, someone.id))
    this.#encounters.set(someone.id, [...(this.#encounters.get(someone.id) ?? []), id])
    return id
  }

  async observation(): Promise<string> {
    const someone = this.#draw.one(this.#people)
    const known = this.#knownOf(someone)
    const made = drawObservation(this.#draw, known)
    const id = await this.#write(someone, made)
    const led = (made.hasMember ?? []).map(
      ({ reference = '' }) => known.members.get(reference.split('/')[1] ?? '') ?? 0,
    )
    this.#members.set(someone.id, new Map([...known.members, [id, Math.max(-1, ...led) + 1]]))
    return id
  }

  assessment(): Promise<string> {
    const someone = this.#draw.one(this.#people)
    return this.#write(someone, drawAssessment(this.#draw, this.#knownOf(someone)))
  }

  #knownOf({ id }: Someone): Known {
    return { patient: id, encounters: this.#encounters.get(id) ?? [], members: this.#members.get(id) ?? new Map() }
  }

  async #write({ id, personId }: Someone, resource: FhirResource): Promise<string> {
    const key = {
      type: resource.resourceType,
      contributorId: CORPUS.organisationId,
      businessKey: `corpus/${this.#written++}`,
      dataClass: 'hospital-care' as const,
      sourceRecordId: id,
    }
    return transactionInTurn(this.#store, async tx => {
      const written = await contribute(tx, CORPUS, personId, 'feed', access =>
        writeResource(tx, access, key as never, () => resource as never, undefined),
      )
      return written.id
    })
  }
}

/** Places are of the directory, and are written as an app writes them. */
function writePlaces(store: Store, draw: Draw, count: number): Promise<string[]> {
  return transactionInTurn(store, async tx => {
    const all = draw.many(count, () => ({ method: 'create' as const, resource: drawLocation(draw) as never }))
    const written = await writeChart(tx, CALLER, all, 'https://cydofal.example/fhir')
    if (!written.ok) throw new Error(`no places: ${written.problem}`)
    return written.value.map(({ logicalId }) => logicalId)
  })
}

async function readAll(store: Store, ids: ReadonlyMap<Type, readonly string[]>): Promise<World> {
  const world = new Map<Type, Map<string, FhirResource>>(TYPES.map(type => [type, new Map()]))
  await transaction(store, async tx => {
    for (const [type, some] of ids) {
      for (const id of some) {
        const read = await readNow(tx, CALLER, { type, id })
        if (read?.text === undefined) throw new Error(`${type}/${id} cannot be read`)
        world.get(type)!.set(id, JSON.parse(read.text) as FhirResource)
      }
    }
  })
  return world
}
