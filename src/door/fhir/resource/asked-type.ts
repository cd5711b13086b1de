import type { FastifyRequest } from 'fastify'
import type { Named } from '#record/chart/store/place.ts'
import { notFound, notServed, onlyRead } from '../problem.ts'
import { type Letter, onlyAbout, refuseNarrowScope, refuseNarrowSystemScope } from '../token/scope.ts'
import { isOwnOfSystem } from '../token/system.ts'
import { isKept } from './types.ts'

/** What stands in the address of a resource. */
export interface Addressed {
  readonly Params: { readonly type: string; readonly id: string; readonly vid: string }
}

/** The type in an address, when such resources are kept and the token was given for this. */
export function typeAsked(request: FastifyRequest, type: string, letter: Letter): string {
  if (!isKept(type)) throw request.method === 'GET' || request.method === 'HEAD' ? notServed() : onlyRead()
  scopeAsked(request, type, letter)
  return type
}

/** Refuses a token that was given for less than this, whoever it speaks for. `*` is every type. */
export function scopeAsked({ fhir: { bearer } }: FastifyRequest, type: string, letter: Letter): void {
  const refuse = bearer !== undefined && isOwnOfSystem(bearer) ? refuseNarrowSystemScope : refuseNarrowScope
  refuse(bearer, type, letter)
}

/** The same with the id. What cannot be an id is nobody's. */
export function namedAsked(request: FastifyRequest, { type, id }: Named, letter: Letter): Named {
  typeAsked(request, type, letter)
  return namedIn({ type, id })
}

/** The same to read, which an app may also do that was opened for one person: then of that person alone. */
export function namedToRead(request: FastifyRequest, { type, id }: Named): Named {
  const { bearer } = request.fhir
  if (!isKept(type) || bearer === undefined || isOwnOfSystem(bearer)) return namedAsked(request, { type, id }, 'r')
  request.fhir.onlyAbout = onlyAbout(bearer, type, 'r')
  return namedIn({ type, id })
}

function namedIn({ type, id }: Named): Named {
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(id)) throw notFound()
  return { type, id }
}
