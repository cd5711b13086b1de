import type { Tx } from '#ground/db/store.ts'
import { personNow } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import { whyAllowed } from '../decision/decide.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { type Seat, tiesOfPerson } from '../relationship/ties-of-person.ts'
import { representativesOf } from '../representative/representatives-of.ts'
import type { DataClass } from '../vocabulary.ts'
import { askersOf } from './who-may-see.ts'

/** Somebody who could read what is written now: the person, one person by name, or everybody in a job of a team. */
export interface MayRead {
  readonly isThePerson: boolean
  /** Undefined of the person, and for everybody in the job. */
  readonly name: string | undefined
  readonly accountId: string | undefined
  readonly isRepresentative: boolean
  /** Undefined for whoever acts as themselves. */
  readonly seat: Seat | undefined
}

/** What is to be written: whose data it would be, by the code of the organisation, and of which class. */
export interface ToBeRead {
  readonly contributor: string
  readonly dataClass: DataClass
}

/**
 * Everybody who could read what would be written about a person now, in the order of what would be: the person first, then
 * those who have to do with them, longest first. Decided for each as a look would be; shows nothing of the record.
 * Whoever opens it in an emergency later is in the trail, and cannot be known before.
 */
export async function whoMayRead(tx: Tx, personId: string, written: readonly ToBeRead[]): Promise<MayRead[][]> {
  const own = await ownAccount(tx, personId)
  const isOwn = (accountId: string | undefined) => own !== undefined && accountId === own
  const askers = askersOf(await tiesOfPerson(tx, personId), await representativesOf(tx, personId))
  const asked = askers.filter(({ accountId, seat }) => seat !== undefined || !isOwn(accountId))
  const { facts } = await loadFacts(
    tx,
    asked.map(({ actor }) => ({ actor, personId })),
  )
  return written.map(one => [
    { isThePerson: true, name: undefined, accountId: own, isRepresentative: false, seat: undefined },
    ...asked
      .filter(({ actor }, at) => {
        const purpose = purposeOf(actor, facts[at]!)
        return whyAllowed({ actor, purpose, action: 'read', ...one }, facts[at]!) !== undefined
      })
      .map(({ name, accountId, seat, office }) => ({
        isThePerson: false,
        name,
        accountId,
        isRepresentative: office !== undefined,
        seat,
      })),
  ])
}

/**
 * Those of the readers whom the holder of an access may be told of. Whom else somebody has chosen, and who may act for
 * them, is theirs to tell: to a relative or a friend, the others near to the person are not there.
 */
export function readersToldTo({ actor, grants }: Access, readers: readonly MayRead[]): MayRead[] {
  if (actor.kind !== 'citizen' || grants.some(({ because }) => because.kind === 'own')) return [...readers]
  return readers.filter(
    ({ isThePerson, seat, accountId }) => isThePerson || seat !== undefined || accountId === actor.accountId,
  )
}

/** The account by which the person signs in as themselves. */
async function ownAccount(tx: Tx, personId: string): Promise<string | undefined> {
  const own = await tx.db
    .selectFrom('personAccountNow')
    .select('accountId')
    .where('personId', '=', personNow(personId))
    .orderBy('accountId')
    .executeTakeFirst()
  return own?.accountId ?? undefined
}
