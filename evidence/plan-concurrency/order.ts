import { type Done, isWish } from './act.ts'
import { after, type Model, NOTHING } from './model.ts'
import { howItCame, tell, waiting } from './tell.ts'

/** How many ways are tried for one item before it is given up. */
const TRIED_MAX = 20_000

/**
 * Looks for an order in which the acts, done one after another, would have been answered as they were, and after which
 * Mair would read what she reads. An act that had ended before another began comes before it. What becomes of an act
 * rests on its item and on what Mair has chosen, so an order is looked for each item by itself, her choices in each; then
 * they are put into one. Answers the plan after it, or why there is none.
 */
export function explain(acts: readonly Done[], read: readonly string[]): Model | string {
  const wishes = acts.filter(({ act }) => isWish(act))
  const ofItems = Map.groupBy(
    acts.filter(({ act }) => !isWish(act)),
    whatIsActedOn,
  )
  const orders: (readonly Done[])[] = [inOrderOfEnds(wishes)]
  for (const [item, own] of ofItems) {
    const order = findOrder([...own, ...wishes], { item, lines: read.filter(line => line.startsWith(`${item} `)) })
    if (typeof order === 'string') return `no order explains that ${order}`
    orders.push(order)
  }
  const whole = putTogether(acts, orders)
  if (whole === undefined) return 'each item has an order, and they cannot be put together into one'
  let model = NOTHING
  for (const done of whole) {
    const next = after(model, done)
    if (next === undefined) return `what each item explains, all of them together do not: ${JSON.stringify(done)}`
    model = next
  }
  return model
}

/** The item; the plan, for what is said of the whole of it; what was refused before it was anything stands for itself. */
function whatIsActedOn({ act, itemId, key }: Done): string {
  if ('item' in act) return act.item
  return act.does === 'whole' ? 'whole' : (itemId ?? key)
}

function inOrderOfEnds(acts: readonly Done[]): Done[] {
  return acts.toSorted((one, other) => one.ended - other.ended)
}

/** What Mair reads of one item at the end. */
interface ReadOf {
  readonly item: string
  readonly lines: readonly string[]
}

/** An order for one item. Among those that are possible, the one in which the acts ended is tried first. */
function findOrder(acts: readonly Done[], { item, lines }: ReadOf): readonly Done[] | string {
  const standing = new Set(lines)
  const waitingAtEnd = lines.filter(line => line.startsWith(`${item} waits `))
  const seen = new Set<string>()
  let [tried, fewest, why] = [0, Number.POSITIVE_INFINITY, '']

  function search(model: Model, left: readonly Done[], order: readonly Done[]): readonly Done[] | undefined {
    if (left.length === 0) return order
    for (const done of left.filter(one => mayBeNext(one, left))) {
      if (tried++ > TRIED_MAX) return undefined
      const others = left.filter(one => one !== done)
      const next = after(model, done)
      const problem = next === undefined ? 'may not be answered so' : problemOf(next, others.length)
      if (next === undefined || problem !== undefined) {
        note(left.length, `${JSON.stringify(done)} ${problem}`)
        continue
      }
      const mark = `${others.map(({ key, begun }) => `${key}${begun}`).join()} ${JSON.stringify(next)}`
      if (seen.has(mark)) continue
      seen.add(mark)
      const found = search(next, others, [...order, done])
      if (found !== undefined) return found
    }
    return undefined
  }

  /** What was said stays said: an order that has somebody say what is not read at the end is left at once. */
  function problemOf(model: Model, left: number): string | undefined {
    const one = model.items[item]
    const said = one === undefined ? [] : [...howItCame(item, one), ...waiting(item, one).filter(isWaiting)]
    const unread = said.find(line => !standing.has(line))
    if (unread !== undefined || left > 0) return unread && `should have led to ${unread}`
    const told = (tell(model, 'phone') ?? []).toSorted()
    const at = told.findIndex((line, number) => line !== lines[number])
    if (at === -1 && told.length === lines.length) return undefined
    return `and what came before it should have led to ${told.at(at)}, and not to ${lines.at(at)}`
  }

  function isWaiting(line: string): boolean {
    const reason = /"why":"[^"]*"/.exec(line)?.[0] ?? ''
    return waitingAtEnd.some(one => one.includes(reason))
  }

  function note(left: number, problem: string): void {
    if (left < fewest) [fewest, why] = [left, '']
    if (left === fewest && !why.includes(problem)) why = why === '' ? problem : `${why}; or ${problem}`
  }

  return search(NOTHING, inOrderOfEnds(acts), []) ?? why
}

/** Whether none of those that are left had ended when this one began. */
function mayBeNext({ begun }: Done, left: readonly Done[]): boolean {
  return left.every(({ ended }) => begun <= ended)
}

/** One order of all acts that has each of these in it as it is; undefined where there is none. */
function putTogether(acts: readonly Done[], orders: readonly (readonly Done[])[]): Done[] | undefined {
  let left = inOrderOfEnds(acts)
  let queues = orders
  const whole: Done[] = []
  while (left.length > 0) {
    const next = left.find(
      one => mayBeNext(one, left) && queues.every(queue => !queue.includes(one) || queue[0] === one),
    )
    if (next === undefined) return undefined
    whole.push(next)
    left = left.filter(one => one !== next)
    queues = queues.map(queue => (queue[0] === next ? queue.slice(1) : queue))
  }
  return whole
}
