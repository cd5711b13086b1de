/** A value as the engine carries it, with the one way to make another. */
interface Node {
  readonly data: unknown
  readonly constructor: { makeResNode(engine: unknown, data: unknown, ...rest: null[]): Node }
}

interface Engine {
  readonly vars?: { readonly rootResource?: unknown }
}

/**
 * `resolve()` without reading anything: a reference is answered with a resource of the type and id that it names, and one to
 * what is contained with that. What says no type is answered with nothing.
 */
export function resolveByName(this: Engine, references: readonly Node[]): Node[] {
  return references.flatMap(node => {
    const found = resourceOf(node.data, this.vars?.rootResource)
    return found === undefined ? [] : [node.constructor.makeResNode(this, found, null, null, null, null)]
  })
}

function resourceOf(data: unknown, root: unknown): unknown {
  const { reference = undefined, type = undefined } =
    typeof data === 'string' ? { reference: data } : ((data ?? {}) as { reference?: unknown; type?: unknown })
  if (typeof reference === 'string' && reference.startsWith('#')) return containedIn(root, reference.slice(1))
  const [, named, id] = typeof reference === 'string' ? (NAMED.exec(reference) ?? []) : []
  const resourceType = named ?? type
  return typeof resourceType === 'string' ? { resourceType, ...(id === undefined ? {} : { id }) } : undefined
}

/** The last two parts of an address: the type and the id. */
const NAMED = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/

function containedIn(root: unknown, id: string): unknown {
  const { contained } = (root ?? {}) as { contained?: unknown }
  if (!Array.isArray(contained)) return undefined
  return contained.find(one => (one as { id?: unknown } | null)?.id === id)
}
