import type { FastifyRequest } from 'fastify'
import type { Named } from '#record/chart/store/place.ts'
import { notFound, notServed, onlyRead } from '../problem.ts'
import { type Letter, onlyAbout } from '../token/scope.ts'
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

/**
 * Refuses a token that was given for nothing of this, whoever it speaks for, and notes whom alone it is for. `*` is every
 * type. Where one request asks several things, one that is bound to a person binds them all.
 */
export function scopeAsked({ fhir }: FastifyRequest, type: string, letter: Letter): void {
  fhir.onlyAbout = onlyAbout(fhir.bearer, type, letter) ?? fhir.onlyAbout
}

/** The same with the id. What cannot be an id is nobody's. */
export function namedAsked(request: FastifyRequest, { type, id }: Named, letter: Letter): Named {
  typeAsked(request, type, letter)
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(id)) throw notFound()
  return { type, id }
}
