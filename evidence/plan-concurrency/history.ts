import type { PlanItem } from '#work/plan/plan.ts'
import { Draw } from '../draw.ts'
import { type Act, type Done, isWish, type Kind } from './act.ts'
import { drawAct } from './draw-act.ts'
import { accountOf, HANDS, type Hand, type Owner } from './hands.ts'
import { explain } from './order.ts'
import { perform, type Reach } from './perform.ts'
import type { Product } from './product.ts'
import { readEverything, readItems } from './read.ts'
import { afterWish, isShown, may, OPEN, type Sharing } from './rights.ts'
import { tell } from './tell.ts'
import { inTurns, Turns } from './turns.ts'
import type { World } from './world.ts'

/** How many things each hand does. */
const ACTS_EACH = 4
/** How often, in a hundred, a form is sent twice in one moment. */
const TWICE = 12
/** How often, in a hundred, a hand reads before it acts again; else it acts on what it read before. */
const READS = 60
/** How often, in a hundred, hours go by before an act. */
const LATER = 4
const LATER_MS = 5 * 3_600_000

/** What is in the plan before everybody is at it. */
const FIRST = [
  first('phone', 'goal', 'person'),
  first('tablet', 'action', 'person'),
  first('carer', 'action', 'council'),
]

function first(hand: Hand, kind: Kind, owner: Owner) {
  const content = { words: `${kind} ${owner}`, language: 'cy', dueOn: null, details: {} }
  return { hand, act: { does: 'add', kind, owner, content, why: `first ${kind} ${owner}` } } as const
}

/** What a history was, and each way in which it was not what the model says. */
export interface Tried {
  readonly acts: number
  readonly refused: number
  readonly reads: number
  readonly faults: readonly string[]
}

interface Read {
  readonly hand: Hand
  readonly items: readonly PlanItem[] | undefined
  readonly begun: number
  readonly ended: number
}

/** Eight act on one plan at once, in turns that the seed draws; then everybody reads all of it. */
export async function tryHistory(world: World, product: Product, seed: number): Promise<Tried> {
  const draw = new Draw(seed)
  const { personId, store, clock } = await world.mair(seed)
  const turns = new Turns(world.owner, new Draw(draw.below(2 ** 31)), draw.one([0, 40, 80]))
  const acts: Done[] = []
  const reads: Read[] = []
  const told = new Set<string>()
  const here = (who: string): Reach => ({ product, store: inTurns(store, turns, who), history: seed, personId })

  const move = async (hand: Hand, own: Draw): Promise<void> => {
    const refused = new Set<Hand>()
    let items: readonly PlanItem[] | undefined
    for (let number = 0; number < ACTS_EACH; number++) {
      if (number === 0 || own.percent(READS)) items = await read(hand)
      if (own.percent(LATER)) clock.forward(LATER_MS)
      const mark = `${hand}-${number}`
      const act = drawAct(own, { hand, read: items ?? [], told: [...told].toSorted(), refused, mark })
      if (act.does === 'refuse') refused.add(act.whom)
      if (act.does === 'withdraw' || act.does === 'allow') refused.delete(act.whom)
      const isTwice = own.percent(TWICE) && !('whom' in act)
      await (isTwice ? turns.asTwo(hand, as => send(as, hand, act, mark)) : send(hand, hand, act, mark))
    }
  }
  const read = async (hand: Hand): Promise<readonly PlanItem[] | undefined> => {
    const begun = turns.taken
    const items = await readItems(here(hand), hand)
    reads.push({ hand, items, begun, ended: turns.taken })
    for (const { id } of items ?? []) told.add(id)
    return items
  }
  const send = async (who: string, hand: Hand, act: Act, key: string): Promise<void> => {
    const reach = here(who)
    let at = 0
    const noting = {
      now() {
        const now = clock.now()
        at = now.getTime()
        return now
      },
    }
    await turns.wait(who)
    const begun = turns.taken
    const { answer, itemId } = await perform({ ...reach, store: { ...reach.store, clock: noting } }, hand, act, key)
    acts.push({ hand, act, key: `${accountOf(hand)} ${key}`, answer, itemId, at, begun, ended: turns.taken })
  }

  try {
    for (const { hand, act } of FIRST)
      await turns.run({ [hand]: () => send(hand, hand, act, `first ${act.content.words}`) })
    const seeds = new Map(HANDS.map(hand => [hand, draw.below(2 ** 31)]))
    await turns.run(Object.fromEntries(HANDS.map(hand => [hand, () => move(hand, new Draw(seeds.get(hand)!))])))
  } catch (fault) {
    return {
      acts: acts.length,
      refused: 0,
      reads: reads.length,
      faults: [`history ${seed}: an act ended in a fault of ours: ${fault}`],
    }
  }
  const faults = await judge({ product, store, history: seed, personId }, acts, reads)
  const refused = acts.filter(({ answer }) => answer.includes('.')).length
  return { acts: acts.length, refused, reads: reads.length, faults: faults.map(fault => `history ${seed}: ${fault}`) }
}

async function judge(reach: Reach, acts: readonly Done[], reads: readonly Read[]): Promise<string[]> {
  const whole = await readEverything(reach, 'phone')
  if (whole === undefined) return ['Mair is not shown her own plan']
  const explained = explain(acts, whole)
  if (typeof explained === 'string') return [explained]
  const faults: string[] = []
  for (const hand of HANDS) {
    const [is, should] = [await readEverything(reach, hand), tell(explained, hand)]
    faults.push(...difference(is, should).map(line => `${hand} at the end: ${line}`))
  }
  return [...faults, ...readTooMuch(acts, reads)]
}

function difference(is: readonly string[] | undefined, should: readonly string[] | undefined): string[] {
  if (is === undefined || should === undefined)
    return is === should ? [] : [is === undefined ? 'is shown nothing' : 'is shown something']
  return [
    ...is.filter(line => !should.includes(line)).map(line => `is told ${line}`),
    ...should.filter(line => !is.includes(line)).map(line => `is not told ${line}`),
    ...(is.length === should.length ? [] : [`is told ${is.length} things instead of ${should.length}`]),
  ]
}

/** What was read while others acted: nothing that was closed for all of that time, and no version that is less than one read before. */
function readTooMuch(acts: readonly Done[], reads: readonly Read[]): string[] {
  const wishes = acts.filter(({ act }) => isWish(act))
  const versions = new Map<string, number>()
  return reads.flatMap(({ hand, items, begun, ended }) => {
    const held = sharingWhile(wishes, begun, ended)
    const isAllowed = held.some(sharing =>
      items === undefined
        ? !isShown(hand, sharing)
        : items.every(({ ownerCode }) => may(hand, 'reads', ownerCode as 'person', sharing)) && isShown(hand, sharing),
    )
    const back = (items ?? []).filter(({ id, version }) => {
      const before = versions.get(`${hand} ${id}`) ?? 0
      versions.set(`${hand} ${id}`, version)
      return version < before
    })
    return [
      ...(isAllowed
        ? []
        : [`${hand} was shown ${items?.map(({ ownerCode }) => ownerCode) ?? 'nothing'} in turns ${begun} to ${ended}`]),
      ...back.map(({ id, version }) => `${hand} was shown ${id} as version ${version} after a later one`),
    ]
  })
}

/** Each sharing that was in force at some time between two turns. Her telephone alone changes it, one change at a time. */
function sharingWhile(wishes: readonly Done[], begun: number, ended: number): Sharing[] {
  const states: Sharing[] = []
  let sharing = OPEN
  for (const wish of [...wishes, undefined]) {
    const isOver = wish !== undefined && wish.ended < begun
    if (!isOver) states.push(sharing)
    if (wish === undefined || wish.begun > ended) break
    sharing = afterWish(sharing, wish.act.does, 'whom' in wish.act ? wish.act.whom : undefined)
  }
  return states
}
