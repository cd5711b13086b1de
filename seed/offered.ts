import { senders } from './region/senders.ts'
import type { Bilingual } from './region/shape.ts'
import { accounts } from './region/staff.ts'

/** Whom a visitor to the demo may be, in the order of the front page. */
export function offeredAccounts(): { subject: string; name: string; who: Bilingual; why: Bilingual }[] {
  return accounts
    .flatMap(({ key, name, offered }) => (offered === undefined ? [] : [{ subject: key, name, ...offered }]))
    .sort((one, other) => one.place - other.place)
}

/** The systems that send FHIR, for which the demo gives out tokens. */
export function offeredSystems(): string[] {
  return senders.flatMap(({ application, facility }) => (facility === 'FHIR' ? [application] : []))
}
