import type { With } from '#record/sharing/relationship/relationship.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import type { NewWish } from '#record/sharing/wish/wish.ts'
import { isDataClass } from '#record/sharing/wish/wish.ts'
import type { Typed } from '../typed.ts'

/** What is chosen has a field of its own for each class, so that a form can be kept while its sender signs in again. */
const SEE = 'see-'

/** The name of the field of one class. */
export function fieldOf(dataClass: DataClass): string {
  return `${SEE}${dataClass}`
}

/** The classes that were chosen. One that is unknown is kept, to be refused as such. */
export function chosenIn(typed: Typed): string[] {
  return Object.keys(typed).flatMap(field => (field.startsWith(SEE) ? [field.slice(SEE.length)] : []))
}

/** Whom a choice in the form names: `account_ID`, `team_ID` or `organisation_ID`. Undefined for anything else. */
export function withIn(text: string | undefined): With | undefined {
  const [, kind, id] = /^(account|team|organisation)_([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  if (kind === undefined || id === undefined) return undefined
  if (kind === 'account') return { accountId: id }
  return kind === 'team' ? { teamId: id } : { organisationId: id }
}

/** Somebody a wish may name, in the order of how many it is about. */
export interface WhomOption {
  readonly value: string
  readonly is: 'person' | 'team' | 'organisation'
  readonly line: MayBeShown
}

/** Everybody a wish may name: each person, their team and their organisation, once each. */
export function optionsOf(lines: readonly MayBeShown[]): WhomOption[] {
  const options = new Map<string, WhomOption>()
  for (const line of lines) {
    const { accountId, seat } = line
    if (accountId !== undefined)
      options.set(`account_${accountId}`, { value: `account_${accountId}`, is: 'person', line })
    if (seat === undefined) continue
    if (seat.teamId !== null) options.set(`team_${seat.teamId}`, { value: `team_${seat.teamId}`, is: 'team', line })
    const value = `organisation_${seat.organisationId}`
    options.set(value, { value, is: 'organisation', line })
  }
  return [...options.values()]
}

/** The wish that was sent; undefined when it does not say whom it names. */
export function wishIn(kind: 'allow' | 'refuse', typed: Typed): NewWish | undefined {
  const named = withIn(typed.who)
  if (named === undefined) return undefined
  // What is not a class is refused by the act itself, with a sentence of its own.
  const dataClasses = chosenIn(typed) as DataClass[]
  const key = (typed.key ?? '').slice(0, 100)
  return {
    kind,
    with: named,
    dataClasses,
    words: (typed.words ?? '').replaceAll('\r\n', '\n'),
    ...(key !== '' && { key }),
  }
}

/** The classes to tick first: those of a form that comes back, else the one that the address names. */
export function tickedFirst(typed: Typed | undefined, asked: string | undefined): string[] {
  if (typed !== undefined) return chosenIn(typed)
  return asked !== undefined && isDataClass(asked) ? [asked] : []
}
