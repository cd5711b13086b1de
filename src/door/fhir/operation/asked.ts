import type { FastifyRequest } from 'fastify'
import { bodyNotUnderstood, wrongValue } from '../problem.ts'
import { queryOf } from '../query.ts'

/** What was asked of an operation, whether it stood in the address or in a body of Parameters. */
export interface OperationAsked {
  /** A value that is a text; a number or a truth is one as it is written. */
  text(name: string): string | undefined
  texts(name: string): readonly string[]
  truth(name: string): boolean | undefined
  /** A whole number, 0 or more. */
  whole(name: string): number | undefined
  /** A value of several parts, such as a Coding: only a body can have one. */
  object(name: string): Readonly<Record<string, unknown>> | undefined
  /** A resource of that type: a parameter of a body, or the body itself. */
  resource(name: string, type: string): Readonly<Record<string, unknown>> | undefined
}

/**
 * Reads what an operation is asked by the parameters that it has; one that is not served is refused, unless the app asks
 * to be understood as far as possible. What stands in the address and in the body counts together.
 */
export function operationAsked(request: FastifyRequest, served: ReadonlySet<string>): OperationAsked {
  const values = new Map<string, unknown[]>()
  for (const [name, texts] of queryOf(request.fhir, served)) values.set(name, [...texts])
  const body = request.method === 'POST' ? bodyOf(request, served) : undefined
  if (body?.resourceType === 'Parameters') readParameters(request, body, { served, values })
  const only = (name: string) => {
    const found = values.get(name) ?? []
    if (found.length > 1) throw wrongValue(name)
    return found[0]
  }
  const text = (name: string) => textOf(name, only(name))
  return {
    text,
    texts: name => (values.get(name) ?? []).flatMap(value => textOf(name, value) ?? []),
    truth: name => {
      const said = text(name)
      if (said !== undefined && said !== 'true' && said !== 'false') throw wrongValue(name)
      return said === undefined ? undefined : said === 'true'
    },
    whole: name => {
      const said = text(name)
      if (said !== undefined && !/^\d{1,9}$/.test(said)) throw wrongValue(name)
      return said === undefined ? undefined : Number(said)
    },
    object: name => objectOf(name, only(name)),
    resource: (name, type) => {
      const sent = body !== undefined && body.resourceType !== 'Parameters' ? body : objectOf(name, only(name))
      if (sent !== undefined && sent.resourceType !== type) throw bodyNotUnderstood(name)
      return sent
    },
  }
}

interface Reading {
  readonly served: ReadonlySet<string>
  readonly values: Map<string, unknown[]>
}

function readParameters(request: FastifyRequest, body: Readonly<Record<string, unknown>>, { served, values }: Reading) {
  const { parameter = [] } = body
  if (!Array.isArray(parameter)) throw bodyNotUnderstood('parameter')
  for (const one of parameter as unknown[]) {
    if (!isObject(one) || typeof one.name !== 'string') throw bodyNotUnderstood('parameter')
    const { name } = one
    // Asked of the query's own reader, so that what is not served is refused in one way.
    queryOf({ ...request.fhir, query: [[name, 'said']] }, served)
    if (!served.has(name)) continue
    const [value] = Object.entries(one).flatMap(([key, said]) => (isValue(key) ? [said] : []))
    if (value === undefined) throw wrongValue(name)
    values.set(name, [...(values.get(name) ?? []), value])
  }
}

function isValue(key: string): boolean {
  return /^value[A-Z]/.test(key) || key === 'resource'
}

/** Parameters; or a resource itself, where there is a parameter of its type: `valueSet` takes a ValueSet. */
function bodyOf({ body }: FastifyRequest, served: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (!isObject(body) || typeof body.resourceType !== 'string') throw bodyNotUnderstood('Parameters')
  const [first = '', ...rest] = body.resourceType
  const isTaken = body.resourceType === 'Parameters' || served.has([first.toLowerCase(), ...rest].join(''))
  if (!isTaken) throw bodyNotUnderstood('Parameters')
  return body
}

function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') throw wrongValue(name)
  return value
}

function objectOf(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return undefined
  if (!isObject(value)) throw wrongValue(name)
  return value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
