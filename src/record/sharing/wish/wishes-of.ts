import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { personNow } from '#record/person/person-now.ts'
import type { RepresentativeKind } from '../representative/office.ts'
import type { DataClass } from '../vocabulary.ts'

/** A wish that stands, as it is told to whoever decides it. */
export interface StandingWish {
  readonly id: string
  readonly kind: 'allow' | 'refuse' | 'pause'
  /** Whom it names: somebody by name, a team, or an organisation; nobody for a pause. */
  readonly person: string | undefined
  readonly team: Bilingual | undefined
  readonly organisation: Bilingual | undefined
  readonly dataClasses: readonly DataClass[]
  readonly words: string | undefined
  readonly madeAt: Date
  /** Whether it was said while this record was one with another, from which it has been told apart since. */
  readonly isCarried: boolean
  /** Who decided it in the person's stead, and by which office. */
  readonly madeFor: { readonly name: string; readonly kind: RepresentativeKind } | undefined
}

/** Every wish of a person that stands, the latest first. For those who decide about sharing: see `findDecider`. */
export async function wishesOf(tx: Tx, personId: string): Promise<StandingWish[]> {
  const { rows } = await sql<WishRow>`
    select wish.id, wish.kind, wish.data_classes, wish.words, wish.made_at,
           wish.carried_from is not null as is_carried,
           named.name as person, team.name_en as team_en, team.name_cy as team_cy,
           body.name_en as organisation_en, body.name_cy as organisation_cy,
           office.kind as office, maker.name as maker
    from wish_now as wish
    join account as maker on maker.id = wish.made_by
    left join account as named on named.id = wish.account_id
    left join team on team.id = wish.team_id
    left join organisation as body on body.id = coalesce(wish.organisation_id, team.organisation_id)
    left join representative as office on office.id = wish.representative_id
    where wish.person_id = ${personNow(personId)}
    order by wish.made_at desc, wish.id`.execute(tx.db)
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    person: row.person ?? undefined,
    team: bilingual(row.teamEn, row.teamCy),
    organisation: bilingual(row.organisationEn, row.organisationCy),
    dataClasses: row.dataClasses,
    words: row.words ?? undefined,
    madeAt: row.madeAt,
    isCarried: row.isCarried,
    madeFor: row.office === null ? undefined : { name: row.maker, kind: row.office },
  }))
}

interface WishRow {
  readonly id: string
  readonly kind: StandingWish['kind']
  readonly dataClasses: readonly DataClass[]
  readonly words: string | null
  readonly madeAt: Date
  readonly isCarried: boolean
  readonly person: string | null
  readonly teamEn: string | null
  readonly teamCy: string | null
  readonly organisationEn: string | null
  readonly organisationCy: string | null
  readonly office: RepresentativeKind | null
  readonly maker: string
}

function bilingual(en: string | null, cy: string | null): Bilingual | undefined {
  return en === null || cy === null ? undefined : { en, cy }
}
