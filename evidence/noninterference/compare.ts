import type { Answer } from '../served.ts'
import type { World } from './world.ts'

/** An answer as it is compared: whatever the product drew itself is numbered as it comes, and everything else stands. */
export function plain(answer: Answer, { drawn }: World): string {
  const { date: _, 'content-length': length, ...headers } = answer.headers
  const numbers = new Map<string, number>()
  // The length stands last: where it differs, what is told first is what differs in the page.
  const text = `${JSON.stringify([answer.status, headers])}${answer.body}\n${length}`
  return text.replaceAll(SEALED, '_cursor=<sealed>').replaceAll(ID, id => {
    if (!drawn.has(id)) return id
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return `<drawn ${number}>`
  })
}

/** Where two answers part, or undefined when they are one. */
export function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined
  let at = 0
  while (one[at] === other[at]) at++
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 60).replaceAll('\n', ' ')
  return `"${around(one)}" and "${around(other)}"`
}

/**
 * A mark of the FHIR door: sealed, and always as long, in the trail and in a search. What it seals is a place that the
 * reader may not read from it.
 */
const SEALED = /_cursor=(?:[\w-]{358}|[\w-]{59})(?![\w-])/g
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
