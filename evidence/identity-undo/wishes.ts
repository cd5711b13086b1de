import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import type { Step, Wished } from './history.ts'
import type { Made, World } from './world.ts'

/** Whom every wish names: the landlord, who has a tie to everybody from the first. */
export const NAMED = { accountId: seedId.account('ffion-gittins') }
/** What is allowed and what is refused does not meet: what is left of the one that the other replaces is told by tests. */
const CLASSES: Readonly<Record<'allow' | 'refuse', readonly DataClass[]>> = {
  allow: ['plan', 'about-me'],
  refuse: ['demographics', 'contacts', 'presence-in-hospital'],
}

type Wish = Extract<Step, { does: Wished | 'withdraw' }>

/** Whether a step is somebody saying who may see their record. */
export function isWish(step: Step): step is Wish {
  return ['allow', 'refuse', 'pause', 'resume', 'withdraw'].includes(step.does)
}

/** Somebody says it with their own account, at an address by which they are known now. */
export async function say(world: World, tx: Tx, step: Wish): Promise<Made> {
  const { product, homes } = world
  const address = homes[world.together(step.home).includes(step.at) ? step.at : step.home]!
  const citizen = world.citizen(step.home)
  const together = world.together(step.home)
  if (step.does === 'withdraw') {
    const id = world.made[step.which]?.id
    const withdrawn = id === undefined ? undefined : await product.withdrawWish(tx, citizen, address, id)
    return { isRefused: withdrawn?.ok !== true, together }
  }
  if (step.does === 'allow' || step.does === 'refuse') {
    const wish = { kind: step.does, with: NAMED, dataClasses: CLASSES[step.does] }
    const made = await product.makeWish(tx, citizen, address, wish)
    return made.ok ? { isRefused: false, id: made.value, together } : { isRefused: true }
  }
  const act = step.does === 'pause' ? product.pauseSharing : product.liftPause
  const done = await act(tx, citizen, address)
  const id = await pausedJustNow(tx, homes[step.home]!)
  return { isRefused: !done.ok, ...(id !== undefined && { id }), together }
}

/** What is objected to while several are one is said for all of them: here too, where they never were. See decision 33. */
export async function sayForAll(world: World, tx: Tx, step: Wish, there: Made, here: Made): Promise<void> {
  if ((step.does !== 'refuse' && step.does !== 'pause') || here.id === undefined) return
  const own = world.together(step.home)
  const others = (there.together ?? []).filter(home => !own.includes(home)).map(home => world.homes[home]!)
  if (others.length === 0) return
  await sql`
    insert into wish (id, person_id, kind, account_id, data_classes, made_by, made_at, carried_from)
    select other.carried_id, other.home, said.kind, said.account_id, said.data_classes, said.made_by, said.made_at, said.id
    from wish as said
    cross join unnest(${others.map(() => tx.newId())}::uuid[], ${others}::uuid[]) as other (carried_id, home)
    where said.id = ${here.id}`.execute(tx.db)
}

/**
 * What a step is in a world in which whoever withdraws another's wish is another. A refusal is withdrawn for nobody but
 * oneself, so it is no act at all; leave that was taken back is gone, as if whoever gave it had taken it back.
 */
export function inTheirPlace(world: World, step: Step): Step | undefined {
  if (step.does !== 'withdraw') return step
  const said = world.steps[step.which]
  if (said === undefined || !isWish(said) || world.together(step.home).includes(said.home)) return step
  return said.does === 'allow' ? { ...step, home: said.home } : undefined
}

/**
 * Whether a step ended refusals of others who were one person with whoever said it then by a link that did not last, and
 * are so in the end by one that lasts. They said it together then; in a world without the first link they could not.
 */
export function isSaidTooEarly(world: World, other: World, number: number): boolean {
  const step = world.steps[number]!
  const isOfRefusal = step.does === 'withdraw' && world.steps[step.which]?.does === 'refuse'
  if (!isOfRefusal && step.does !== 'resume') return false
  const here = world.together(step.home)
  const atTheEnd = other.together(step.home)
  return (other.made[number]!.together ?? []).some(home => !here.includes(home) && atTheEnd.includes(home))
}

async function pausedJustNow(tx: Tx, home: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from wish where person_id = ${home} and kind = 'pause' and made_at = ${tx.now} and carried_from is null`.execute(
    tx.db,
  )
  return rows[0]?.id
}
