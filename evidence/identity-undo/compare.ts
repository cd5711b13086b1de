import type { Told } from './read.ts'
import type { World } from './world.ts'

/** How much of a telling is told of a difference, characters before and after where it begins. */
const AROUND = 60

/** Where two worlds tell otherwise. */
export function compare(one: Told, other: Told): string[] {
  const asked = new Set([...one.keys(), ...other.keys()])
  return [...asked].flatMap(question => difference(question, one.get(question) ?? '', other.get(question) ?? ''))
}

/** Where two ids of one person are not told the same of. */
export function toldApartByAddress(world: World, told: Told): string[] {
  return [...told].flatMap(([asked, answer]) => {
    const home = Number(/home (\d+)$/.exec(asked)?.[1])
    const [first] = Number.isNaN(home) ? [] : world.together(home)
    if (first === undefined || first === home || asked.includes('_now')) return []
    return difference(
      `${asked}, who is home ${first} now`,
      answer,
      told.get(asked.replace(/\d+$/, String(first))) ?? '',
    )
  })
}

/**
 * Whoever has somebody on their list for something that was entered under another id of theirs, and does not find them
 * there; and whoever is not shown their own record.
 */
export function lostByJoining(world: World, told: Told, until: number): string[] {
  const person = (home: number) => world.plain(world.homes[world.together(home)[0]!]!)
  const lists = world.steps.slice(0, until).flatMap((step, number) => {
    if (world.made[number]?.isRefused !== false) return []
    if (step.does === 'tie' && !world.isUndone(number, until)) return [{ list: `${step.to}: people`, home: step.home }]
    if (step.does === 'family' || step.does === 'office')
      return [{ list: `citizen ${step.at}: people`, home: step.home }]
    return []
  })
  return [
    ...lists.flatMap(({ list, home }) =>
      told.get(list)?.includes(person(home)) ? [] : [`${list} lacks home ${home}`],
    ),
    ...world.homes.flatMap((_, home) =>
      told.get(`citizen ${home}: home ${home}`) === '"not shown"' ? [`citizen ${home} is not shown their own`] : [],
    ),
  ]
}

/** Where records are together that no links join, or apart that links join, or an id does not name who it should. */
export async function otherThanTogether(world: World, step: number): Promise<string[]> {
  const { product, recordIds, homes } = world
  const wrong: string[] = []
  for (const [number, home] of homes.entries()) {
    const together = world.together(number)
    const members = await product.membersOf(world.at(step), home)
    const person = await product.findPersonNow(world.at(step), home)
    const named = homes.indexOf(person ?? '')
    const found = members.map(id => recordIds.indexOf(id))
    if (found.join() !== together.join()) wrong.push(`home ${number} has records ${found}, and not ${together}`)
    if (named !== together[0]) wrong.push(`home ${number} is home ${named}, and not ${together[0]}`)
  }
  return wrong
}

function difference(asked: string, one: string, other: string): string[] {
  if (one === other) return []
  let at = 0
  while (one[at] === other[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND)
  return [`${asked}: … ${part(one)} …, and not … ${part(other)} …`]
}
