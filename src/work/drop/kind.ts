/** What a file is about. Each row of it tells of one such thing, and of whose it is. */
export const DROP_KINDS = ['care-and-support', 'care-packages', 'tenancies', 'works', 'alerts', 'visits'] as const
export type DropKind = (typeof DROP_KINDS)[number]

/** The kind of a name that came from outside: an address, a folder, a message type. */
export function dropKindOf(name: string): DropKind | undefined {
  return DROP_KINDS.find(kind => kind === name)
}
