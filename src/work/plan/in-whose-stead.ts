import type { Access } from '#record/sharing/access.ts'
import type { CapacityDecision } from '#record/sharing/representative/office.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { ItemKind } from './item-kind.ts'
import type { Writer } from './open-plan.ts'

/**
 * The decision that an item of the person's own rests on. What is not here is nobody else's to say, whoever acts for them:
 * what matters, strengths, goals, and what they said ahead of time.
 */
const RESTS_ON: Readonly<Partial<Record<ItemKind, CapacityDecision>>> = {
  need: 'health-and-care',
  monitoring: 'health-and-care',
  anticipatory: 'health-and-care',
  home: 'where-to-live',
  'direct-payment': 'money',
}

/**
 * The office by which the holder of an access decides the words of an item in the person's stead; undefined for the person,
 * and wherever the person is not without capacity for that very decision.
 */
export function officeFor(access: Access, kind: ItemKind | undefined): string | undefined {
  const decision = kind === undefined ? undefined : RESTS_ON[kind]
  return decision === undefined ? undefined : access.decidesFor.get(decision)
}

/** The office by which the holder of an access decides such an item only together with others; undefined for nearly all. */
export function jointOfficeFor(
  access: Access,
  { ownerCode, kind }: { readonly ownerCode: string; readonly kind: ItemKind },
): string | undefined {
  const decision = RESTS_ON[kind]
  return ownerCode !== THE_PERSON || decision === undefined ? undefined : access.decidesTogether.get(decision)
}

/** The hand that writes an item: with the office by which, where it writes for the person. */
export function handOf(
  access: Access,
  { ownerCode, kind }: { readonly ownerCode: string; readonly kind: ItemKind },
  by: Writer,
): Writer {
  const isOwn = access.grants.some(({ because }) => because.kind === 'own')
  return isOwn || ownerCode !== THE_PERSON ? by : { ...by, representativeId: officeFor(access, kind) }
}
