import { THE_PERSON } from '../vocabulary.ts'
import type { AgreementContent, Clause } from './agreement.ts'
import { failedCases } from './cases.ts'
import { ruleOf } from './compile.ts'
import { facesFaults } from './faces.ts'
import type { Fault, FaultCode } from './fault.ts'
import type { KnownOrganisation } from './known-organisations.ts'

/**
 * Everything wrong with an agreement, all at once: it contradicts itself, names whom nobody knows, says more than its
 * parties can sign for, or cannot be decided, queried and said alike. Such an agreement can be kept as a draft and can
 * neither be entered nor signed.
 */
export function faultsOf(content: AgreementContent, organisations: readonly KnownOrganisation[]): readonly Fault[] {
  const faults = ownFaults(content, organisations)
  const namesNobody = faults.some(({ code }) => code === 'unknown-organisation')
  return namesNobody ? faults : [...faults, ...facesFaults(content, organisations)]
}

function ownFaults(content: AgreementContent, organisations: readonly KnownOrganisation[]): readonly Fault[] {
  const known = new Map(organisations.map(one => [one.code, one]))
  return [
    ...termFaults(content),
    ...twice(content.parties.map(({ organisation }) => organisation)).map(name => fault('party-twice', { name })),
    ...twice(content.clauses.map(({ number }) => number)).map(clause => fault('clause-twice', { clause })),
    ...content.parties.flatMap(({ organisation }) =>
      known.has(organisation) ? [] : [fault('unknown-organisation', { name: organisation })],
    ),
    ...content.clauses.flatMap(clause => clauseFaults(clause, content, known)),
    ...failedCases(content).map(one => fault('case-contradicts', { name: String(content.cases.indexOf(one) + 1) })),
  ]
}

function termFaults({ from, reviewOn, until }: AgreementContent): Fault[] {
  if (until < from) return [fault('ends-before-it-begins')]
  return reviewOn < from || reviewOn > until ? [fault('review-outside-term')] : []
}

function twice<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}

type Known = ReadonlyMap<string, KnownOrganisation>

function clauseFaults(clause: Clause, content: AgreementContent, known: Known): Fault[] {
  const at = { clause: clause.number }
  const { hours } = clause.when ?? {}
  return [
    ...clause.givers.flatMap(name => namingFaults(name, { ...at, mayBeThePerson: true }, content, known)),
    ...clause.receivers.flatMap(name => namingFaults(name, { ...at, mayBeThePerson: false }, content, known)),
    ...(ruleOf(clause).classes.size === 0 ? [fault('opens-nothing', at)] : []),
    ...(hours !== undefined && hours.from === hours.until ? [fault('no-hours', at)] : []),
    ...(clause.overridesWishes === true && clause.purpose !== 'safeguarding'
      ? [fault('wish-not-overridable', at)]
      : []),
  ]
}

/** Whoever gives or receives signs, or is a part of somebody who does, or is the person giving their own words. */
function namingFaults(
  name: string,
  { clause, mayBeThePerson }: { readonly clause: number; readonly mayBeThePerson: boolean },
  { parties }: AgreementContent,
  known: Known,
): Fault[] {
  if (name === THE_PERSON && mayBeThePerson) return []
  const organisation = known.get(name)
  if (organisation === undefined) return [fault('unknown-organisation', { clause, name })]
  const signs = parties.some(party => party.organisation === name || party.organisation === organisation.partOf)
  return signs ? [] : [fault('not-a-party', { clause, name })]
}

function fault(code: FaultCode, about: Omit<Fault, 'code'> = {}): Fault {
  return { code, ...about }
}
