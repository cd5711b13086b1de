import { PARAMETER_NAMES } from '#door/fhir/audit-event/parameters.ts'
import { PARAMETER_NAMES as PLAN_PARAMETER_NAMES } from '#door/fhir/care-plan/parameters.ts'
import type { Declaration } from '#door/route/declaration.ts'
import type { Standing } from '../routes/everybody.ts'
import { isFor } from '../routes/judge.ts'
import type { Answer, Question, ServedRoute } from '../served.ts'
import { CHART_ASKED } from './chart-asked.ts'
import { difference, plain } from './compare.ts'
import { HIDDEN } from './hidden.ts'
import type { Put } from './put.ts'
import { SEARCHED_AT, searchesFor } from './searches.ts'
import type { Pair } from './world.ts'

/** Somebody who asks: what stands in their browser, or the token that their app sends. */
export interface Asker {
  readonly name: string
  readonly standing: Standing
  readonly session: string | undefined
  readonly token: string | undefined
  /** One of theirs that was given for less. */
  readonly narrow: string | undefined
}

/** Whose ids stand in an address besides those of what is hidden. */
export interface Ids {
  /** What is there and may be seen by somebody, by the name of its place in an address. */
  readonly seen: Readonly<Record<string, readonly string[]>>
  /** Every record of whom it is about. */
  readonly records: readonly string[]
  readonly nobodys: string
}

/** How far links are followed, and how many values each name of a query is tried with. */
export interface Reach {
  readonly pages: number
  readonly values: number
}

/** What may stand in any query: nothing, too much, and what breaks badly written questions. */
const VALUES = ['', '0', '1', '-1', '9'.repeat(20), 'x', "' or 1=1 --", '2026-11-22', 'ge2026-11-22']
/** Where it is published on purpose, to anybody, how many entries the trail has (docs/operating/witnessing.md). */
const PUBLISHED = /^\/(log|seal)\b/
const PLACE = /:\w+|\*/g
/** What the FHIR door searches, and by which names. */
const SEARCHED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['/fhir/AuditEvent', PARAMETER_NAMES],
  ['/fhir/CarePlan', PLAN_PARAMETER_NAMES],
])

/** Asks both worlds the same, in the same order, and answers each difference. Never asks one what it has not asked the other. */
export class Asking {
  readonly #pair: Pair
  readonly #asker: Asker
  readonly #size: Reach
  /** Every route and name of a query that was tried with every value, as `path name`. */
  readonly covered = new Set<string>()
  readonly #found = new Map<string, Set<string>>()

  constructor(pair: Pair, asker: Asker, size: Reach) {
    this.#pair = pair
    this.#asker = asker
    this.#size = size
  }

  /** Everything: what links lead to, what is hidden by its id, every name of every query, every form. */
  async *all(ids: Ids, at?: RegExp): AsyncGenerator<Put> {
    const routes = this.#pair.one.routes.filter(({ path }) => !PUBLISHED.test(path) && (at ?? /^/).test(path))
    const open = routes.filter(({ declared }) => declared !== undefined && isLetIn(this.#asker, declared.for))
    const get = (some: readonly ServedRoute[]) => some.filter(({ method }) => method === 'GET').map(({ path }) => path)
    const shut = get(routes).filter(path => !get(open).includes(path))
    const addresses = [...get(open).flatMap(path => addressesOf(path, ids)), ...shut.map(path => hiddenIn(path, ids))]
    yield* this.#follow(addresses, at === undefined ? this.#size.pages : 0)
    for (const path of get(open)) for (const name of this.#namesOf(path)) yield* this.#vary(path, name, ids)
    if (get(open).includes(SEARCHED_AT)) {
      for (const path of searchesFor(HIDDEN)) yield (await this.put({ path }))[0]
    }
    for (const { path } of open.filter(({ method }) => method === 'POST')) {
      for (const form of this.#forms()) {
        for (const address of addressesOf(path, ids)) yield (await this.put({ method: 'POST', path: address, form }))[0]
      }
    }
  }

  /** What an app sends to the chart to find out what is held there: in every way, or in one. */
  async *chart({ records, nobodys }: Ids, by?: keyof typeof CHART_ASKED): AsyncGenerator<Put> {
    const known = { records, nobodys, narrow: this.#asker.narrow }
    for (const [way, asked] of Object.entries(CHART_ASKED))
      if (by === undefined || by === way) yield* asked(known, question => this.put(question))
  }

  /** What a path has read of queries so far. The FHIR door reads the address itself, and says by what it searches. */
  #namesOf(path: string): Iterable<string> {
    return SEARCHED.get(path) ?? this.#pair.one.namesRead.get(path) ?? []
  }

  /** One question to both. */
  async put(question: Question): Promise<[Put, Answer]> {
    const { session, token, name } = this.#asker
    const asked = {
      ...question,
      session,
      ...(token && { headers: { authorization: `Bearer ${token}`, ...question.headers } }),
    }
    const { one, other } = this.#pair
    for (const world of [one, other]) world.drawAnew()
    const answer = await one.ask(asked)
    const otherAnswer = await other.ask(asked)
    const parts = difference(plain(answer, one), plain(otherAnswer, other))
    return [{ caller: name, question: `${question.method ?? 'GET'} ${question.path}`, difference: parts }, answer]
  }

  async *#follow(addresses: readonly string[], pagesMax: number): AsyncGenerator<Put> {
    const waiting = [...addresses]
    const met = new Set(waiting)
    for (let path = waiting.shift(), asked = 0; path !== undefined; path = waiting.shift(), asked++) {
      const [put, answer] = await this.put({ path })
      yield put
      for (const link of linksIn(answer, this.#found)) {
        if (met.has(link) || asked + waiting.length >= addresses.length + pagesMax) continue
        met.add(link)
        waiting.push(link)
      }
    }
  }

  async *#vary(path: string, name: string, ids: Ids): AsyncGenerator<Put> {
    this.covered.add(`${path} ${name}`)
    const found = [...(this.#found.get(name) ?? [])]
    const values = new Set([
      ...(name === 'patient' ? (ids.seen.person?.slice(0, 1) ?? []) : []),
      'Pritchard',
      HIDDEN.person,
      HIDDEN.look,
      ids.nobodys,
      ...found.slice(0, 4),
      ...VALUES,
      ...found,
      ...HIDDEN_IDS,
    ])
    const [address = path] = addressesOf(path, ids)
    const always = SEARCHED.has(path) && name !== 'patient' ? `patient=${ids.seen.person?.[0]}&` : ''
    for (const value of [...values].slice(0, this.#size.values)) {
      yield (await this.put({ path: `${address}?${always}${name}=${encodeURIComponent(value)}` }))[0]
    }
  }

  /** What is sent to every form: nothing, and words with whatever the pages had in their fields. */
  #forms(): Record<string, string>[] {
    const filled = Object.fromEntries([...this.#found].map(([name, values]) => [name, [...values][0] ?? '']))
    const words = { ...filled, key: 'a key', words: 'Geiriau', language: 'cy', agrees: 'no', accepted: 'no' }
    return [{}, { ...words, version: '1' }, { ...words, version: '3' }]
  }
}

/** Whether this asker gets any further than the door of a route. */
function isLetIn({ standing, token }: Asker, asker: Declaration['for']): boolean {
  return asker === 'systems' ? token !== undefined : isFor(asker, standing)
}

const HIDDEN_IDS = Object.values(HIDDEN)

/** One address for whoever gets no further: nobody is told there what is behind it. */
function hiddenIn(path: string, ids: Ids): string {
  return addressesOf(path, ids)[1] ?? path
}

/** A path with what is there, with what is hidden, and with what is nobody's in each of its places. */
function addressesOf(path: string, ids: Ids): string[] {
  const ofFhir = path.includes(':type') ? undefined : PLACES_OF_FHIR.find(([start]) => path.startsWith(start))?.[1]
  const places = [...path.matchAll(PLACE)].map(([place]) => ofFhir ?? place.replace(':', ''))
  const filledBy = (choose: (name: string, last: boolean) => readonly string[]) => {
    const [first = '', ...rest] = path.split(PLACE)
    let filled = [first]
    for (const [number, text] of rest.entries()) {
      const name = places[number] ?? ''
      const values = choose(name, number === rest.length - 1)
      filled = filled.flatMap(start => values.map(value => `${start}${value}${text}`))
    }
    return filled
  }
  const seen = (name: string) => ids.seen[name] ?? [ids.nobodys]
  const hidden = (name: string) =>
    (path.includes(':type') ? HIDDEN_IN_CHART[name] : undefined) ?? [
      (HIDDEN as Readonly<Record<string, string>>)[SAME_AS[name] ?? name] ?? HIDDEN.look,
    ]
  return [
    ...new Set([
      ...filledBy(seen),
      ...filledBy((name, last) => (last ? hidden(name) : seen(name))),
      ...filledBy((name, last) => (last ? [HIDDEN.part, ids.nobodys] : seen(name))),
      ...filledBy(hidden),
    ]),
  ]
}

/** What of the chart is hidden, and under which type and version it would be found. */
const HIDDEN_IN_CHART: Readonly<Record<string, readonly string[]>> = {
  type: ['Encounter', 'Patient'],
  id: [HIDDEN.resource, HIDDEN.record, HIDDEN.document],
  vid: ['1', '2'],
}

/** Names of places that stand for something that goes by another name where it is hidden. */
const SAME_AS: Readonly<Record<string, string>> = { id: 'message', entry: 'look', plan: 'item' }

/** What an id stands for at the FHIR door, by how its address begins. */
const PLACES_OF_FHIR = [
  ['/fhir/AuditEvent', 'entry'],
  ['/fhir/CarePlan', 'plan'],
  ['/fhir/Composition', 'plan'],
] as const

/** Ways on from a page; on the way, what its forms and its links have in their queries and fields. */
function linksIn({ body, headers }: Answer, found: Map<string, Set<string>>): string[] {
  const note = (name: string, value: string) => {
    const values = found.get(name) ?? new Set()
    found.set(name, values.add(value))
  }
  const text = (written: string) => written.replaceAll('&amp;', '&')
  const links = [...body.matchAll(/\b(?:href|action)="(\/[^"#]*)/g)].map(([, link = '']) => text(link))
  for (const [, name = '', value = ''] of body.matchAll(/name="([^"]+)"[^>]*\bvalue="([^"]*)"/g))
    note(name, text(value))
  if (headers.location !== undefined && String(headers.location).startsWith('/')) links.push(String(headers.location))
  for (const link of links) {
    for (const [name, value] of new URL(link, 'http://ours.invalid').searchParams) note(name, value)
  }
  return links.filter(link => !/^\/(assets|language|leave|sign-out|switch-post|sign-in|log|seal)/.test(link))
}
