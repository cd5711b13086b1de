/** One thing that is told, as text that is the same whoever tells it: names in their order, and nothing of what is not so. */
export function lineOf(of: string, what: string, told: object): string {
  return `${of} ${what} ${JSON.stringify(plain(told))}`
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const named = Object.entries(value).filter(([, one]) => one !== undefined && one !== null && one !== '')
  return Object.fromEntries(
    named.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => [name, plain(one)]),
  )
}
