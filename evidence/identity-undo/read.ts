import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import type { StandingWish } from '#record/sharing/wish/wishes-of.ts'
import { actorOf } from '#test/kit.ts'
import { TIES, type Tied } from './history.ts'
import type { World } from './world.ts'

/** All that is told of the people of a world, each telling by what was asked. */
export type Told = ReadonlyMap<string, string>

const WORKERS = [...(Object.keys(TIES) as Tied[]), 'catrin-morgan'] as const

/**
 * Everything that each worker and each person may read of everybody in these worlds, whom they find and whom they have
 * on their list, and every row of every view that says what is now: without the marks of the worlds.
 */
export async function readEverything(tx: Tx, worlds: readonly World[]): Promise<Told[]> {
  const told = worlds.map(() => new Map<string, string>())
  const tell = (world: number, asked: string, answer: unknown) =>
    told[world]!.set(asked, worlds[world]!.plain(JSON.stringify(answer, plainly)))
  await tellRecords(tx, worlds, tell)
  await tellLists(tx, worlds, tell)
  await tellViews(tx, worlds, tell)
  return told
}

/** What is no JSON by itself; and a wish without its id, of which two may say what one says in the other world. */
function plainly(key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value]
  return key === 'wish' && typeof value === 'string' ? 'a wish' : value
}

type Tell = (world: number, asked: string, answer: unknown) => void

interface Question {
  readonly world: number
  readonly asked: string
  /** Its own, so that the access that it gives is found again. */
  readonly actor: Actor
  readonly personId: string
}

async function tellRecords(tx: Tx, worlds: readonly World[], tell: Tell): Promise<void> {
  const questions = worlds.flatMap(questionsOf)
  const byActor = new Map(questions.map(question => [question.actor, question]))
  const { product } = worlds[0]!
  for (const { world, asked } of questions) tell(world, asked, 'not shown')
  await product.lookAtMany(tx, questions, { doing: 'look', place: 'record' }, async accesses => {
    const banners = await product.bannersOf(tx, accesses)
    const stays = await product.resourcesOf(tx, accesses, 'Encounter')
    const notices = await product.noticesOf(tx, accesses)
    for (const [place, access] of accesses.entries()) {
      const { world, asked } = byActor.get(access.actor)!
      tell(world, asked, {
        is: access.personId,
        grants: access.grants.map(grant => JSON.stringify(grant, plainly)).sort(),
        banner: banners[place],
        stays: stays[place],
        notices: notices[place],
        contacts: await product.contactsOf(tx, access),
        plan: await product.readPlan(tx, access),
        ...(access.actor.kind === 'citizen' && (await whoDecides(tx, worlds[world]!, access))),
      })
    }
  })
}

async function whoDecides(tx: Tx, { product }: World, access: Access): Promise<object> {
  const sharing = await product.readSharing(tx, access)
  return {
    sharing: sharing.ok && {
      ...sharing.value,
      wishes: [...new Set(sharing.value.wishes.map(said))].sort(),
      pause: sharing.value.pause !== undefined,
    },
    acting: await product.readActing(tx, access),
  }
}

/** What a wish says, whoever said it first and whenever: two that say the same are one. */
function said({ kind, person, dataClasses }: StandingWish): string {
  return [kind, person, ...dataClasses.toSorted()].join(' ')
}

function questionsOf(world: World, number: number): Question[] {
  return world.homes.flatMap((personId, home) => [
    ...WORKERS.map(key => ({ world: number, asked: `${key}: home ${home}`, actor: { ...actorOf(key) }, personId })),
    ...world.homes.map((_, own) => ({
      world: number,
      asked: `citizen ${own}: home ${home}`,
      actor: world.citizen(own),
      personId,
    })),
  ])
}

async function tellLists(tx: Tx, worlds: readonly World[], tell: Tell): Promise<void> {
  const { product } = worlds[0]!
  for (const key of WORKERS) {
    const actor = actorOf(key)
    const listed = await product.peopleOf(tx, actor)
    const open = actor.kind === 'worker' ? await product.openEmergenciesOf(tx, actor) : []
    for (const [number, world] of worlds.entries()) {
      tell(
        number,
        `${key}: people`,
        listed.filter(id => id.startsWith(world.mark)),
      )
      tell(
        number,
        `${key}: emergencies`,
        open.filter(({ personId }) => personId.startsWith(world.mark)),
      )
      if (actor.kind === 'worker') tell(number, `${key}: found`, await product.findPeople(tx, actor, world.family))
    }
  }
  for (const [number, world] of worlds.entries()) {
    for (const [own] of world.homes.entries()) {
      tell(number, `citizen ${own}: people`, await product.peopleOf(tx, world.citizen(own)))
    }
  }
}

async function tellViews(tx: Tx, worlds: readonly World[], tell: Tell): Promise<void> {
  const homes = worlds.flatMap((world, number) => world.homes.map((id, home) => ({ number, id, home })))
  for (const view of await viewsOfNow(tx)) {
    const { rows } = await sql<{ id: string; row: string }>`
      select distinct one.person_id as id, ${toldOf(view)}::text as row from ${sql.table(view)} as one
      where one.person_id = any(${homes.map(({ id }) => id)}::uuid[])`.execute(tx.db)
    for (const { number, id, home } of homes) {
      tell(
        number,
        `${view}: home ${home}`,
        rows
          .filter(row => row.id === id)
          .map(({ row }) => row)
          .sort(),
      )
    }
  }
}

function toldOf(view: string) {
  return view === 'wish_now' ? sql`(one.kind, one.account_id, one.data_classes)` : sql`to_jsonb(one)`
}

/** The views that say of a person what is so now, whatever they are. */
async function viewsOfNow(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select view.table_name as name
    from information_schema.views as view
    join information_schema.columns as owner
      on owner.table_schema = view.table_schema and owner.table_name = view.table_name and owner.column_name = 'person_id'
    where view.table_schema = 'public' and view.table_name like '%\\_now'
    order by view.table_name`.execute(tx.db)
  return rows.map(({ name }) => name)
}
