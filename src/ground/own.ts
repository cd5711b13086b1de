/**
 * What a table holds under a key that came from outside: its own entries alone, so that no `constructor` is ever found
 * among the codes of HL7.
 */
export function own<Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
}
