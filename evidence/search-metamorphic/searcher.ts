import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { NO_TERMINOLOGY } from '#ground/fhir/search/query/terminology.ts'
import { readNow } from '#record/chart/store/read.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { contribute } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { type FreshDatabase, freshDatabase } from '#test/database.ts'
import type { Draw } from '../draw.ts'
import { type Change, sow } from '../sow.ts'
import { drawEncounter, drawObservation, drawPatient, type Extent, type Type, type World } from './corpus.ts'

const NOW = '2026-11-22T09:00:00Z'

/** The system of a simulated hospital: its organisation has contributed nothing else. */
const CORPUS: SystemActor = {
  kind: 'system',
  senderId: seedId.sender('GHPAS', 'YGH'),
  name: 'Corpws',
  organisationId: seedId.organisation('ysbyty-efelychu'),
  organisationCode: 'ysbyty-efelychu',
}

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
  const patients = await transactionInTurn(store, async tx => {
    const kept: { id: string; personId: string }[] = []
    for (let at = 0; at < extent.patients; at++) {
      const key = { organisationId: CORPUS.organisationId, localId: `C-${at}` }
      kept.push(await keepSourceRecord(tx, key, () => drawPatient(draw, at), undefined))
    }
    return kept
  })
  const ids: [Type, string][] = patients.map(({ id }) => ['Patient', id])
  await transactionInTurn(store, async tx => {
    for (let at = 0; at < extent.observations + extent.encounters; at++) {
      const { id, personId } = draw.one(patients)
      const isObservation = at < extent.observations
      const key = {
        type: isObservation ? ('Observation' as const) : ('Encounter' as const),
        contributorId: CORPUS.organisationId,
        businessKey: `corpus/${at}`,
        dataClass: 'hospital-care' as const,
        sourceRecordId: id,
      }
      const made = isObservation ? drawObservation(draw, id) : drawEncounter(draw, id)
      const written = await contribute(tx, CORPUS, personId, 'feed', access =>
        writeResource(tx, access, key as never, () => made as never, undefined),
      )
      ids.push([key.type, written.id])
    }
  })
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

const CALLER = { actor: CORPUS, through: { app: 'evidence', token: 'evidence', request: 'evidence' } }

async function readAll(store: Store, ids: readonly (readonly [Type, string])[]): Promise<World> {
  const world = new Map<Type, Map<string, never>>()
  await transaction(store, async tx => {
    for (const [type, id] of ids) {
      const read = await readNow(tx, CALLER, { type, id })
      if (read?.text === undefined) throw new Error(`${type}/${id} cannot be read`)
      const some = world.get(type) ?? new Map<string, never>()
      world.set(type, some.set(id, JSON.parse(read.text) as never))
    }
  })
  return world
}

/** What one page answers. */
export interface Answered {
  readonly ids: readonly string[]
  readonly total: number | undefined
  next(): Promise<Answered> | undefined
}

/** Searches as the product does, or as a copy of it that was sown. */
export interface Searcher {
  search(type: Type, query: readonly (readonly [string, string])[]): Promise<Answered>
}

/** Opens the search of the product, or of a copy, on a record. */
export async function openSearcher({ store }: Corpus, changes: readonly Change[]): Promise<Searcher> {
  const at = sow(changes)
  const { readSearch } = (await import(
    at('src/ground/fhir/search/query/search.ts')
  )) as typeof import('#ground/fhir/search/query/search.ts')
  const { searchChart } = (await import(
    at('src/record/chart/search/search.ts')
  )) as typeof import('#record/chart/search/search.ts')
  const search = (type: Type, query: readonly (readonly [string, string])[]) => {
    const read = readSearch({
      type,
      query,
      isLenient: false,
      isServed: () => true,
      base: 'https://cydofal.example/fhir',
      now: new Date(NOW),
      terminology: NO_TERMINOLOGY,
    })
    const page = async (mark: Parameters<typeof searchChart>[2]['mark']): Promise<Answered> => {
      const { found, total, next } = await transaction(store, tx =>
        searchChart(tx, CALLER, { search: read, mark, about: undefined, only: undefined, isServed: () => true }),
      )
      return { ids: found.map(({ id }) => id), total, next: () => (next === undefined ? undefined : page(next)) }
    }
    return page(undefined)
  }
  return { search }
}
