import type { Asker, Declaration } from '#door/route/declaration.ts'
import type { Answer } from '../served.ts'
import type { Standing } from './everybody.ts'

/** One request, as it is to be judged by what the route declares and by nothing else. */
export interface Cell {
  readonly method: string
  readonly address: string
  /** Undefined where no route is for this method and this address. */
  readonly declared: Declaration | undefined
  readonly standing: Standing
  /** Whether it says that it comes from a page of ours. */
  readonly fromHere: boolean
}

/** What is seen of one request from outside: the answer, and what the trail then said was done. */
export interface Seen {
  readonly answer: Answer
  readonly doings: readonly string[]
  /** What the same caller is answered at an address where there is nothing. */
  readonly nothingThere: Answer
}

/**
 * A page says no by not being there; what is sent to it may besides be wrong, too late, or not one's own to say. Where sockets
 * are opened, whoever asks for anything else is told so.
 */
const ANSWERS = [200, 204, 302, 303, 400, 404, 426]
const ANSWERS_OF_FORMS = [...ANSWERS, 401, 403, 409, 422]

/** What is wrong with it, or undefined when it is as declared. Written from what a declaration says, not from the product. */
export function judge(cell: Cell, { answer, doings, nothingThere }: Seen): string | undefined {
  const { status } = answer
  if (status >= 500) return `failed with ${status}`
  const changing = !['GET', 'HEAD', 'OPTIONS'].includes(cell.method)
  if (changing && !cell.fromHere && cell.declared?.for !== 'systems')
    return expect(status === 403, 'other site', status)
  if (cell.declared === undefined) return expect([400, 404, 405].includes(status), 'nothing there', status)
  if (cell.method === 'HEAD' && answer.body !== '') return 'HEAD has a body'
  if (!isFor(cell.declared.for, cell.standing)) {
    if (doings.length > 0) return `something was done: ${doings}`
    if (cell.standing !== 'nobody') return asNothing(cell, answer, nothingThere)
    const turnedAway = cell.method === 'POST' ? status === 401 || toSignIn(answer) : toSignIn(answer)
    return expect(turnedAway, 'sign in first', status)
  }
  const { for: asker } = cell.declared
  if (asker !== 'anybody' && asker !== 'systems' && toSignIn(answer)) return 'was sent to sign in'
  if (asker === 'systems' && status === 401) return undefined
  const may: readonly string[] = [cell.declared.does].flat()
  const others = doings.filter(doing => !may.includes(doing))
  if (others.length > 0) return `declares ${may}, and did ${others}`
  return expect((changing ? ANSWERS_OF_FORMS : ANSWERS).includes(status), 'an answer', status)
}

/** Whether a route is for somebody of this standing. */
export function isFor(asker: Asker, standing: Standing): boolean {
  if (asker === 'anybody' || asker === 'systems') return true
  if (standing === 'nobody') return false
  if (asker === 'visitors') return true
  if (asker === 'citizens') return standing === 'citizen'
  if (asker === 'workers') return standing !== 'citizen'
  return asker.some(role => role === standing)
}

function toSignIn({ status, headers }: Answer): boolean {
  return status === 303 && String(headers.location).startsWith('/sign-in?return_to=')
}

/** A page that is not for somebody and a page that is not there are the same page, but for the address it was asked at. */
function asNothing({ method, address }: Cell, answer: Answer, nothing: Answer): string | undefined {
  if (answer.status !== 404) return `expected nothing there, was answered ${answer.status}`
  if (method === 'HEAD') return undefined
  const plain = ({ body }: Answer) =>
    body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/\/language\/\w+\?from=[^"]*/g, '')
  return plain(answer) === plain(nothing) ? undefined : `${address} is refused in other words than what is not there`
}

function expect(holds: boolean, what: string, status: number): string | undefined {
  return holds ? undefined : `expected ${what}, was answered ${status}`
}
