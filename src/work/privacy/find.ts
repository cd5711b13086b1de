import { idFor } from '#ground/chance.ts'
import { type Household, liveTogether } from '#record/person/home/household.ts'
import { surgeAt, surgeBy } from './find-surge.ts'
import { type Finding, FLAGS, type Flag, type WorkerLooks } from './finding.ts'

/** Everything that a finding may rest on. All of it is held already; none of it is about what was read. */
export interface LookFacts {
  readonly looks: readonly WorkerLooks[]
  /** The record of each worker who has one of their own, by account. */
  readonly ownRecords: ReadonlyMap<string, string>
  /** Of everybody looked at, and of every worker who has a record, by person. */
  readonly households: ReadonlyMap<string, Household>
  /** Whom each account has a family tie to: `ACCOUNT PERSON`. */
  readonly families: ReadonlySet<string>
  /** The organisations that employ each person looked at who works in the region, by person. */
  readonly employers: ReadonlyMap<string, ReadonlySet<string>>
}

/** How often somebody is refused at one record, or at records that are not there, before it is more than a slip. */
export const REFUSED_MIN = 3

/**
 * What stands out among the looks of an organisation's workers, unexplained first, then by weight, then the latest. Pure:
 * the same facts find the same. Ordinary work is not in it: somebody's looks at people they have a tie to, who are
 * neither themselves, nor near to them, nor their colleagues.
 */
export function findUnexplained(facts: LookFacts): Finding[] {
  const alone = facts.looks.flatMap(looks => {
    const flags = flagsOf(looks, facts)
    return flags.length === 0 ? [] : [findingOf([looks], flags)]
  })
  const atOne = byKey(facts.looks, ({ personId }) => personId)
    .filter(surgeAt)
    .map(group => findingOf(group, ['surge-at-person']))
  const byOne = byKey(facts.looks, ({ accountId }) => accountId)
    .filter(surgeBy)
    .map(group => findingOf(group, ['surge-by-worker']))
  return [...alone, ...atOne, ...byOne].sort(mostPressingFirst)
}

function flagsOf(looks: WorkerLooks, facts: LookFacts): Flag[] {
  const { accountId, personId, organisationId, refused } = looks
  const flags: Flag[] = refused >= REFUSED_MIN ? ['refused-repeatedly'] : []
  if (personId === undefined) return flags
  const own = facts.ownRecords.get(accountId)
  const theirs = facts.households.get(personId)
  const household = own === undefined ? undefined : facts.households.get(own)
  if (own === personId) flags.push('own-record')
  else {
    if (household && theirs && liveTogether(household, theirs)) flags.push('same-address')
    if (facts.families.has(`${accountId} ${personId}`)) flags.push('family')
    if (facts.employers.get(personId)?.has(organisationId)) flags.push('colleague')
  }
  if (looks.explained < looks.looks) flags.push('unexplained')
  if (flags.length > 0 && own !== personId && share(household?.familyKeys, theirs?.familyKeys))
    flags.push('same-surname')
  return inOrder(flags)
}

function share(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one !== undefined && other !== undefined && [...one].some(key => other.has(key))
}

function inOrder(flags: readonly Flag[]): Flag[] {
  return FLAGS.filter(flag => flags.includes(flag))
}

/** One finding of some looks: by one worker, at one person, or both. */
function findingOf(group: readonly WorkerLooks[], flags: readonly Flag[]): Finding {
  const [first] = group
  if (first === undefined) throw new Error('a finding rests on looks')
  const worker = group.every(({ accountId }) => accountId === first.accountId) && flags[0] !== 'surge-at-person'
  const person = group.every(({ personId }) => personId === first.personId) && flags[0] !== 'surge-by-worker'
  const { accountId, who, role, organisationId, organisation, personId } = first
  const sum = (of: (looks: WorkerLooks) => number) => group.reduce((total, looks) => total + of(looks), 0)
  return {
    id: idFor(`finding ${worker ? `${accountId} ${organisationId}` : ''} ${person ? (personId ?? '') : ''}`),
    worker: worker ? { accountId, who, role, organisation } : undefined,
    personId: person ? personId : undefined,
    flags,
    isExplained: group.every(({ looks, explained }) => looks > 0 && looks === explained),
    looks: sum(({ looks }) => looks),
    refused: sum(({ refused }) => refused),
    others: group.length,
    classes: [...new Set(group.flatMap(({ classes }) => classes))],
    firstAt: new Date(Math.min(...group.map(({ firstAt }) => firstAt.getTime()))),
    lastAt: new Date(Math.max(...group.map(({ lastAt }) => lastAt.getTime()))),
    entries: group.flatMap(({ entries }) => entries),
  }
}

/** How much each flag weighs. A weak hint weighs next to nothing, and several strong ones more than one. */
const WEIGHT: Readonly<Record<Flag, number>> = {
  'own-record': 90,
  'same-address': 80,
  family: 80,
  colleague: 70,
  'surge-at-person': 60,
  'surge-by-worker': 50,
  'refused-repeatedly': 40,
  unexplained: 30,
  'same-surname': 1,
}

function mostPressingFirst(one: Finding, other: Finding): number {
  if (one.isExplained !== other.isExplained) return one.isExplained ? 1 : -1
  const weight = ({ flags }: Finding) => flags.reduce((sum, flag) => sum + WEIGHT[flag], 0)
  return weight(other) - weight(one) || other.lastAt.getTime() - one.lastAt.getTime()
}

function byKey(looks: readonly WorkerLooks[], key: (looks: WorkerLooks) => string | undefined): WorkerLooks[][] {
  const groups = Map.groupBy(looks, key)
  groups.delete(undefined)
  return [...groups.values()]
}
