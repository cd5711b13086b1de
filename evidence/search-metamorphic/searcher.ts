import type { Bundle } from 'fhir/r4.js'
import { isKept as isServed } from '#door/fhir/resource/types.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { terminologyOf } from '#ground/fhir/terminology/terminology.ts'
import { whoIsNamed } from '#test/kit.ts'
import { type Change, sow } from '../sow.ts'
import { BELOW, KINDS, NOW, SOME, type Type } from './corpus.ts'
import { CALLER, CLIENT, type Corpus } from './record.ts'

export type Query = readonly (readonly [name: string, value: string])[]

/** What one page answers. */
export interface Answered {
  readonly ids: readonly string[]
  readonly total: number | undefined
  /** What came with it. */
  readonly included: readonly string[]
  next(): Promise<Answered> | undefined
}

/** Asks within one snapshot. */
export type Ask = (type: Type, query: Query) => Promise<Answered>

/** Searches as the product does, or as a copy of it that was sown. */
export interface Searcher {
  /** Asks as often as `work` likes, and leaves no trace of it: a trail of millions of searches would be all that is measured. */
  within<Value>(work: (ask: Ask) => Promise<Value>): Promise<Value>
  /** Asks over the FHIR door, by an address or by a form; answers the ids of the first page. */
  askDoor(path: string, query: Query, way: 'GET' | 'POST'): Promise<readonly string[]>
  close(): Promise<void>
}

const BASE = 'https://cydofal.example/fhir'

/** The codes of the corpus and a set of them, as a region would have them. */
const TERMINOLOGY = terminologyOf([
  {
    resourceType: 'CodeSystem',
    url: KINDS,
    status: 'active',
    content: 'complete',
    concept: conceptsBelow(undefined),
  },
  {
    resourceType: 'ValueSet',
    url: SOME.url,
    status: 'active',
    compose: { include: [{ system: KINDS, concept: SOME.codes.map(code => ({ code })) }] },
  },
])

function conceptsBelow(above: string | undefined): { code: string; concept?: { code: string }[] }[] {
  return Object.keys(BELOW)
    .filter(code => BELOW[code] === above)
    .map(code => ({ code, concept: conceptsBelow(code) }))
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
  const { searchTerminology } = (await import(
    at('src/door/fhir/search/terminology.ts')
  )) as typeof import('#door/fhir/search/terminology.ts')
  const terminology = searchTerminology(() => TERMINOLOGY)
  const askIn =
    (tx: Tx): Ask =>
    (type, query) => {
      const [base, now] = [BASE, new Date(NOW)]
      const search = readSearch({ type, query, isLenient: false, isServed, base, now, terminology })
      const page = async (mark: Parameters<typeof searchChart>[2]['mark']): Promise<Answered> => {
        const asked = { search, mark, about: undefined, only: undefined, isServed }
        const { found, total, next, included } = await searchChart(tx, CALLER, asked)
        return {
          ids: found.map(({ id }) => id),
          total,
          included: included.map(({ id }) => id),
          next: () => (next === undefined ? undefined : page(next)),
        }
      }
      return page(undefined)
    }
  /** Opened when it is first asked: most faults are not looked for there. */
  let opened: ReturnType<typeof openDoor> | undefined
  return {
    within: work => untraced(store, tx => work(askIn(tx))),
    askDoor: async (path, query, way) => {
      opened ??= openDoor(store, at)
      const { door, token } = await opened
      const form = new URLSearchParams(query.map(pair => [...pair])).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer =
        way === 'GET'
          ? await door.ask(`/fhir/${path}?${form}`, token)
          : await door.ask(`/fhir/${path}/_search`, token, { method: 'POST', headers, body: form })
      if (answer.status !== 200) throw new Error(`${way} ${path}?${form}: ${answer.text}`)
      return ((answer.resource as Bundle).entry ?? []).map(({ resource }) => resource?.id ?? '')
    },
    close: async () => (await opened)?.door.stop(),
  }
}

/** The door of the product, or of a copy, alone, with a token of the corpus's system. */
async function openDoor(store: Corpus['store'], at: (path: string) => string) {
  const { testDoor } = (await import(at('src/door/fhir/test-door.ts'))) as typeof import('#door/fhir/test-door.ts')
  const door = await testDoor(store, whoIsNamed, undefined, () => TERMINOLOGY)
  const claims = { ...door.issuer.claims(CLIENT, new Date(NOW)), client_id: CLIENT, scope: 'system/*.cruds' }
  return { door, token: door.issuer.token(claims) }
}

/** Thrown to undo a transaction that has done all it should. */
class Undone extends Error {}

async function untraced<Value>(store: Corpus['store'], work: (tx: Tx) => Promise<Value>): Promise<Value> {
  let done: { readonly value: Value } | undefined
  await transaction(store, async tx => {
    done = { value: await work(tx) }
    throw new Undone()
  }).catch((fault: unknown) => {
    if (!(fault instanceof Undone)) throw fault
  })
  return done!.value
}
