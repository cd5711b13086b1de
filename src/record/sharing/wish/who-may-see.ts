import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import type { Because } from '../because.ts'
import { CHECKS } from '../decision/checks/index.ts'
import { type Failure, whyAllowed, whyNot } from '../decision/decide.ts'
import type { Facts, Request } from '../decision/facts.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { type Seat, type TieOfPerson, tiesOfPerson } from '../relationship/ties-of-person.ts'
import { type Representative, representativesOf } from '../representative/representatives-of.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'

/** Somebody who has to do with the person, in one job or as themselves, and what is open to them for reading now. */
export interface MayBeShown {
  /** Stable for as long as the ties are: names this line in an address. */
  readonly key: string
  /** The one person; undefined for everybody in this job of a team or organisation. */
  readonly name: string | undefined
  readonly accountId: string | undefined
  /** Undefined for a citizen. */
  readonly seat: Seat | undefined
  readonly ties: readonly TieOfPerson[]
  readonly office: Representative | undefined
  /** Every reason that opens a class, whoever contributed it; a class that is closed is not in it. */
  readonly opens: ReadonlyMap<DataClass, readonly Because[]>
  /** Why a class is closed, by what comes nearest to opening it. */
  readonly closes: ReadonlyMap<DataClass, readonly Failure[]>
}

/** A clause by which the law goes before a wish, in its own words. */
export interface OverridingClause {
  readonly hash: string
  readonly number: number
  readonly agreement: Bilingual
  readonly words: Bilingual
  readonly dataClasses: readonly DataClass[]
}

/** A clause in its own words, and the agreement it is of. */
export interface CitedWords {
  readonly agreement: Bilingual
  readonly words: Bilingual
}

/** Who may see what of a person now: those tied to them and nobody else, each decided as a look would be. */
export interface WhoMaySee {
  readonly lines: readonly MayBeShown[]
  readonly overriding: readonly OverridingClause[]
  /** By the hash of the agreement and the number of the clause, with a space between. */
  readonly clauses: ReadonlyMap<string, CitedWords>
}

/** Somebody who is nobody in particular: everybody in a job who is not named by a wish of their own. */
const ANYBODY = '00000000-0000-0000-0000-000000000000'

/** Asks, for everybody who has to do with the person, each class by the one way to decide. Shows nothing of the record. */
export async function whoMaySee(tx: Tx, personId: string): Promise<WhoMaySee> {
  const asked = askersOf(await tiesOfPerson(tx, personId), await representativesOf(tx, personId))
  const pairs = asked.map(({ actor }) => ({ actor, personId }))
  const { facts, organisationIds } = await loadFacts(tx, pairs.length > 0 ? pairs : [{ actor: NOBODY, personId }])
  const contributors = [...organisationIds.keys()]
  const lines = asked.map(({ actor, ...line }, at) => ({ ...line, ...decided(actor, facts[at]!, contributors) }))
  return { lines, overriding: overriding(facts[0]!), clauses: wordsOf(facts[0]!) }
}

const NOBODY: Actor = { kind: 'citizen', accountId: ANYBODY, name: '' }

/** Somebody who has to do with the person, as they would ask. */
export type Asker = Omit<MayBeShown, 'opens' | 'closes'> & { readonly actor: Actor }

/** Everybody who has to do with a person, each once for every job they could ask in. */
export function askersOf(ties: readonly TieOfPerson[], offices: readonly Representative[]): Asker[] {
  const lines = new Map<string, Asker>()
  for (const tie of ties) {
    for (const seat of tie.seats.length > 0 || tie.accountId === undefined ? tie.seats : [undefined]) {
      const accountId = tie.accountId
      const key = [accountId, seat?.organisationId, seat?.teamId, seat?.role].filter(part => part != null).join('_')
      const known = lines.get(key)
      if (known !== undefined) lines.set(key, { ...known, ties: [...known.ties, tie] })
      else {
        const office = seat === undefined ? offices.find(one => one.accountId === accountId) : undefined
        const who = { accountId: accountId ?? ANYBODY, name: tie.name ?? '' }
        lines.set(key, { key, name: tie.name, accountId, seat, ties: [tie], office, actor: actorOf(who, seat) })
      }
    }
  }
  for (const office of offices) {
    const { accountId, name } = office
    if (lines.has(accountId)) continue
    const actor = actorOf({ accountId, name }, undefined)
    lines.set(accountId, { key: accountId, name, accountId, seat: undefined, ties: [], office, actor })
  }
  return [...lines.values()]
}

function actorOf(who: { readonly accountId: string; readonly name: string }, seat: Seat | undefined): Actor {
  if (seat === undefined) return { kind: 'citizen', ...who }
  const { organisationId, organisationCode, teamId, role } = seat
  return { kind: 'worker', ...who, organisationId, organisationCode, teamId: teamId ?? undefined, role }
}

function decided(actor: Actor, facts: Facts, contributors: readonly string[]): Pick<MayBeShown, 'opens' | 'closes'> {
  const opens = new Map<DataClass, Because[]>()
  const closes = new Map<DataClass, readonly Failure[]>()
  const purpose = purposeOf(actor, facts)
  for (const dataClass of DATA_CLASSES) {
    const reasons = new Map<string, Because>()
    let nearest: readonly Failure[] | undefined
    for (const contributor of contributors) {
      const request = { actor, purpose, action: 'read', contributor, dataClass } as const
      const because = whyAllowed(request, facts)
      if (because !== undefined) reasons.set(JSON.stringify(because), because)
      else if (reasons.size === 0) {
        const failed = whyNot(request, facts)
        if (nearest === undefined || failed.length < nearest.length) nearest = failed
      }
    }
    if (reasons.size > 0) opens.set(dataClass, [...reasons.values()])
    else closes.set(dataClass, nearest ?? ['no-clause'])
  }
  return { opens, closes }
}

/** Every clause of an agreement in force by which the law goes before a wish. */
function overriding(facts: Facts): OverridingClause[] {
  return facts.agreements.flatMap(agreement =>
    agreement.rules
      .filter(rule => rule.overridesWishes && IN_FORCE.every(check => check({ request: ANY, facts, agreement, rule })))
      .map(rule => ({
        hash: agreement.hash,
        number: rule.clause,
        agreement: agreement.content.title,
        words: agreement.content.clauses.find(({ number }) => number === rule.clause)!.words,
        dataClasses: [...rule.classes],
      })),
  )
}

/** The checks that ask the agreement alone, whatever the request. */
const IN_FORCE = [CHECKS['agreement-is-current'], CHECKS['every-party-has-signed']]
const ANY: Request & { readonly actor: WorkerActor } = {
  actor: {
    kind: 'worker',
    accountId: ANYBODY,
    name: '',
    organisationId: ANYBODY,
    organisationCode: '',
    teamId: undefined,
    role: 'safeguarding-lead',
  },
  purpose: 'safeguarding',
  action: 'read',
  contributor: '',
  dataClass: DATA_CLASSES[0],
}

function wordsOf({ agreements }: Facts): ReadonlyMap<string, CitedWords> {
  return new Map(
    agreements.flatMap(({ hash, content: { title, clauses } }) =>
      clauses.map(({ number, words }) => [`${hash} ${number}`, { agreement: title, words }] as const),
    ),
  )
}
