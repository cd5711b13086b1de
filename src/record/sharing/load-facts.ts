import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { AgreementContent } from './agreement.ts'
import type { AppliedWish, Facts, SignedAgreement } from './facts.ts'
import { type Named, names } from './named.ts'
import type { DataClass, RelationshipKind } from './vocabulary.ts'

/** Somebody asking about somebody. */
export interface Pair {
  readonly actor: Actor
  readonly personId: string
}

/** The facts for each pair, in the order given, with the organisations that agreements may name. */
export interface LoadedFacts {
  readonly facts: readonly Facts[]
  /** From organisation code to its id. */
  readonly organisationIds: ReadonlyMap<string, string>
}

/** Reads what holds now between each actor and each person, however many, with the same few questions. */
export async function loadFacts(tx: Tx, pairs: readonly Pair[]): Promise<LoadedFacts> {
  const people = [...new Set(pairs.map(({ personId }) => personId))]
  const [organisationIds, agreements, relationships, wishes, owners] = [
    await loadOrganisations(tx),
    await loadAgreements(tx),
    await loadRelationships(tx, people),
    await loadWishes(tx, people),
    await loadOwners(tx, people),
  ]
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(tx.now)
  const facts = pairs.map(
    ({ actor, personId }): Facts => ({
      today,
      agreements,
      isThePerson: actor.kind === 'citizen' && owners.get(actor.accountId) === personId,
      relationships: new Set(
        relationships.filter(tie => tie.personId === personId && names(tie, actor)).map(tie => tie.kind),
      ),
      wishes: wishes.filter(wish => wish.personId === personId && names(wish, actor)),
    }),
  )
  return { facts, organisationIds }
}

async function loadOrganisations(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('organisation').select(['id', 'code']).execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

async function loadAgreements(tx: Tx): Promise<SignedAgreement[]> {
  const { rows } = await sql<{ hash: string; content: AgreementContent; signedBy: string[] }>`
    select agreement.content_hash as hash, agreement.content,
           coalesce(array_agg(party.code) filter (where party.code is not null), '{}') as signed_by
    from agreement
    left join agreement_signature as signature
      on signature.agreement_id = agreement.id and signature.content_hash = agreement.content_hash
    left join organisation as party on party.id = signature.organisation_id
    group by agreement.id
    order by agreement.code, agreement.content_hash`.execute(tx.db)
  return rows.map(({ hash, content, signedBy }) => ({ hash, content, signedBy: new Set(signedBy) }))
}

async function loadRelationships(tx: Tx, people: string[]): Promise<(Named & { kind: RelationshipKind })[]> {
  const { rows } = await sql<Named & { kind: RelationshipKind }>`
    select person_id, kind, account_id, team_id, organisation_id
    from relationship_now
    where person_id = any(${people}::uuid[]) and started_at <= ${tx.now}`.execute(tx.db)
  return rows
}

async function loadWishes(tx: Tx, people: string[]): Promise<(Named & AppliedWish)[]> {
  const { rows } = await sql<Named & { id: string; kind: 'allow' | 'refuse'; dataClasses: DataClass[] }>`
    select wish.person_id, wish.id, wish.kind, wish.data_classes, wish.account_id, wish.team_id, wish.organisation_id
    from wish
    where wish.person_id = any(${people}::uuid[])
      and not exists (select from wish_end as ended where ended.wish_id = wish.id)
    order by wish.made_at, wish.id`.execute(tx.db)
  return rows
}

async function loadOwners(tx: Tx, people: string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('personAccount')
    .select(['accountId', 'personId'])
    .where('personId', 'in', people)
    .execute()
  return new Map(rows.map(({ accountId, personId }) => [accountId, personId]))
}
