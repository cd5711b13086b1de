import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { AgreementContent } from '../agreement/agreement.ts'
import { type Named, names } from '../relationship/named.ts'
import type { RelationshipKind } from '../vocabulary.ts'
import type { AppliedWish, Facts, SignedAgreement } from './facts.ts'

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

/** Reads what holds now between each actor and each person, however many, in one question of one snapshot. */
export async function loadFacts(tx: Tx, pairs: readonly Pair[]): Promise<LoadedFacts> {
  const held = await readHeld(tx, [...new Set(pairs.map(({ personId }) => personId))])
  const agreements = await withContent(tx, held.agreements)
  const today = dayOf(tx.now)
  const owners = new Map(held.owners.map(({ accountId, personId }) => [accountId, personId]))
  const facts = pairs.map(({ actor, personId }): Facts => {
    const concerns = (named: Named) => named.personId === personId && names(named, actor)
    return {
      today,
      agreements,
      isThePerson: actor.kind === 'citizen' && owners.get(actor.accountId) === personId,
      relationships: new Set(held.relationships.filter(concerns).map(({ kind }) => kind)),
      wishes: held.wishes.filter(concerns),
    }
  })
  return { facts, organisationIds: new Map(Object.entries(held.organisationIds)) }
}

interface Held {
  readonly organisationIds: Readonly<Record<string, string>>
  readonly agreements: readonly { readonly hash: string; readonly signedBy: readonly string[] }[]
  readonly relationships: readonly (Named & { readonly kind: RelationshipKind })[]
  readonly wishes: readonly (Named & AppliedWish)[]
  readonly owners: readonly { readonly accountId: string; readonly personId: string }[]
}

async function readHeld(tx: Tx, people: readonly string[]): Promise<Held> {
  const { rows } = await sql<Held>`
    select
      (select jsonb_object_agg(organisation.code, organisation.id) from organisation) as organisation_ids,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'hash', agreement.content_hash,
                'signedBy', (select coalesce(jsonb_agg(party.code), '[]')
                             from agreement_signature as signature
                             join organisation as party on party.id = signature.organisation_id
                             where signature.agreement_id = agreement.id and signature.content_hash = agreement.content_hash)
              ) order by agreement.code, agreement.content_hash), '[]')
       from agreement) as agreements,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'personId', tie.person_id, 'kind', tie.kind, 'accountId', tie.account_id, 'teamId', tie.team_id,
                'organisationId', tie.organisation_id)), '[]')
       from relationship_now as tie
       where tie.person_id = any(${people}::uuid[]) and tie.started_at <= ${tx.now}) as relationships,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'personId', wish.person_id, 'id', wish.id, 'kind', wish.kind, 'dataClasses', wish.data_classes,
                'accountId', wish.account_id, 'teamId', wish.team_id, 'organisationId', wish.organisation_id)
                order by wish.made_at, wish.id), '[]')
       from wish
       where wish.person_id = any(${people}::uuid[])
         and not exists (select from wish_end as ended where ended.wish_id = wish.id)) as wishes,
      (select coalesce(jsonb_agg(jsonb_build_object('accountId', own.account_id, 'personId', own.person_id)), '[]')
       from person_account as own
       where own.person_id = any(${people}::uuid[])) as owners`.execute(tx.db)
  const [held] = rows
  assert(held, 'a select without a table has one row')
  return { ...held, organisationIds: held.organisationIds ?? {} }
}

/**
 * The text of agreements by its hash. The hash is of the text, so what is kept here can never be out of date; which
 * agreements there are and who has signed is asked each time.
 */
const texts = new Map<string, AgreementContent>()

async function withContent(tx: Tx, agreements: Held['agreements']): Promise<SignedAgreement[]> {
  const missing = agreements.filter(({ hash }) => !texts.has(hash)).map(({ hash }) => hash)
  if (missing.length > 0) {
    const rows = await tx.db
      .selectFrom('agreement')
      .select(['contentHash', 'content'])
      .where('contentHash', 'in', missing)
      .execute()
    for (const { contentHash, content } of rows) texts.set(contentHash, content as AgreementContent)
  }
  return agreements.map(({ hash, signedBy }) => ({ hash, content: texts.get(hash)!, signedBy: new Set(signedBy) }))
}
