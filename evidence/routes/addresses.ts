import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { personId } from '#test/kit.ts'

/** An id in the right shape that nothing has. */
export const NOBODYS = idFor('nobody has this')

/** What can stand in the place of each `:name` of an address, the first of them something that is there. */
export type Fillings = ReadonlyMap<string, readonly string[]>

/**
 * What there is in the region for every name in these paths. A name that is not known here is looked for as a table of
 * that name, so that a page about a new thing is tried with one of those things.
 */
export async function fillingsFor(store: Store, paths: readonly string[]): Promise<Fillings> {
  const mair = personId('mair-pritchard')
  const known: Readonly<Record<string, () => Promise<readonly string[]>>> = {
    person: async () => [mair],
    language: async () => ['cy'],
    item: () => ids(store, 'plan_item', sql`plan_id in (select id from plan where person_id = ${mair})`),
    talk: () => ids(store, 'what_matters'),
    part: async () => ['most-important'],
    media: () => ids(store, 'about_me_media'),
    photograph: () => ids(store, 'worker_photograph'),
    offer: () => ids(store, 'about_me_proposal'),
    proposal: () => ids(store, 'plan_proposal'),
    review: () => ids(store, 'plan_review', sql`plan_id in (select id from plan where person_id = ${mair})`),
    id: () => ids(store, 'message'),
    document: () => ids(store, 'resource', sql`type = 'DocumentReference'`),
    place: async () => ['0'],
    type: async () => ['Encounter'],
    vid: async () => ['1'],
    other: async () => ['Condition'],
    drop: () => ids(store, 'file_drop'),
    exported: () => ids(store, 'bulk_export'),
    imported: () => ids(store, 'bulk_import'),
    file: async () => ['Patient'],
    replay: () => ids(store, 'message_replay'),
    emergency: () => ids(store, 'emergency_access'),
    task: () => ids(store, 'emergency_ceiling_task'),
    said: () => ids(store, 'conversation_entry'),
    case: () => ids(store, 'meeting_case'),
    handOver: () => ids(store, 'hand_over'),
    hash: async () =>
      (await sql<{ id: string }>`select content_hash as id from agreement`.execute(store.db)).rows.map(idOf),
    organisation: async () => ['bwrdd-iechyd'],
    itemKind: async () => ['goal'],
    version: async () => ['0'],
    fact: async () => ['protect', 'seal'],
    standing: () => ids(store, 'institution'),
    fault: async () => ['number-unverified'],
    record: () =>
      ids(store, 'source_record', sql`id in (select source_record_id from person_link_now where person_id = ${mair})`),
    subject: async () => [
      ...(await ids(
        store,
        'source_record',
        sql`id in (select source_record_id from person_link_now where person_id = ${mair})`,
      )),
      ...(await ids(store, 'record_link')),
    ],
    '*': async () => ['auth', 'nothing'],
    uid: async () => ['nothing'],
  }
  const names = new Set(paths.flatMap(path => [...path.matchAll(PLACE)].map(([place]) => place.replace(':', ''))))
  const found = new Map<string, readonly string[]>()
  for (const name of names) found.set(name, [...(await (known[name]?.() ?? ids(store, name))), NOBODYS])
  return found
}

/** The address of a route with each place filled by the value of that number, or by its last. */
export function filled(path: string, fillings: Fillings, number = 0): string {
  return path.replace(PLACE, place => {
    const values = fillings.get(place.replace(':', '')) ?? []
    return values[number] ?? values.at(-1) ?? NOBODYS
  })
}

/** Ways to write an address that some servers take for the same one. */
export const ODD_SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'double slash': path => `/${path}`,
  'slash at the end': path => `${path}/`,
  'dot at the end': path => `${path}.`,
  'encoded dot at the end': path => `${path}/%2e`,
  'dot inside': path => `/.${path}`,
  'up and down again': path => `/x/..${path}`,
  'encoded slash': path => `/${path.slice(1).replaceAll('/', '%2f')}%2f`,
  'capital letters': path => path.toUpperCase(),
  'matrix parameter': path => `${path};a=b`,
  'NUL at the end': path => `${path}%00`,
  'other backslash': path => path.replaceAll('/', '\\'),
  'an ending': path => `${path}.css`,
  'assets before it': path => `/assets/..${path}`,
}

const PLACE = /:\w+|\*/g

async function ids(store: Store, table: string, where = sql<boolean>`true`): Promise<string[]> {
  const { rows: tables } = await sql`select from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = 'id' and data_type = 'uuid'`.execute(
    store.db,
  )
  if (tables.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(table)} where ${where} order by id limit 3`.execute(store.db)
  return rows.map(idOf)
}

function idOf({ id }: { readonly id: string }): string {
  return id
}
