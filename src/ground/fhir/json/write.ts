/** What `readJson` reads, written again: the digits of numbers as they came. `pretty` for many lines, as people read it. */
export function writeJson(value: unknown, { pretty = false } = {}): string {
  return JSON.stringify(value, undefined, pretty ? 2 : undefined)
}
