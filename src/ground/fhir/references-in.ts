/** Every reference that stands anywhere in a resource, as it was sent. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'reference' in value && typeof value.reference === 'string' ? [value.reference] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}
