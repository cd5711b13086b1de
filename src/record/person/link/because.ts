import type { Tx } from '#ground/db/store.ts'

/** Who or what decided something about two records, and why. */
export interface Because {
  /** `rule`, `model`, or the name of whoever decided. */
  readonly decidedBy: string
  /** Of whoever decided. Left out for what nobody did by hand. */
  readonly accountId?: string | undefined
  /** A code of ours, or somebody's own words. */
  readonly reason: string
}

/** The same for a link, with what it rests on. */
export interface LinkBecause extends Because {
  /** In bits. */
  readonly weight?: number | undefined
  /** From 0 to 1. */
  readonly probability?: number | undefined
  readonly modelVersion?: string | undefined
  /** What agreed and how far: kinds and levels, never the values themselves. */
  readonly explanation?: object | undefined
}

/** The two records as a pair is kept: the smaller id first. */
export function pairOf(one: string, other: string): { readonly recordA: string; readonly recordB: string } {
  if (one === other) throw new Error('a record has nothing to do with itself')
  return one < other ? { recordA: one, recordB: other } : { recordA: other, recordB: one }
}

/** What every such row says of who decided. */
export function decided(because: Because) {
  const { decidedBy, accountId = null, reason } = because
  return { decidedBy, accountId, reason }
}

/** A new row's id and moment. */
export function newRow(tx: Tx) {
  return { id: tx.newId(), startedAt: tx.now }
}
