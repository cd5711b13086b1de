/** What stands at a path in something that others wrote, in which anything may be anything: of a list, its first. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found: unknown = Array.isArray(value) ? value[0] : value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    const inner: unknown = (found as Record<string, unknown>)[name]
    found = Array.isArray(inner) ? inner[0] : inner
  }
  return found
}

/** The same, of which something that is no list is the only element. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const last = path.at(-1)
  if (last === undefined) return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  const holder = valueAt(value, ...path.slice(0, -1))
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, last)) return []
  return listAt((holder as Record<string, unknown>)[last])
}

/** The text at a path; anything else than a text with something in it is none. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}
