import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Homes, homesHeldBy, peopleAt } from '#record/person/home/homes.ts'
import { sensitivePeopleAmong } from '#record/person/sensitive/sensitive.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { bannersOf } from './banner.ts'
import { openedBy } from './opened.ts'

/** Where somebody lives, and with whom, as far as a reader may know either. */
export interface Home {
  readonly uprn: string | undefined
  /** What kind of property it is, where people live in it who are not of one household. */
  readonly institution: Homes['institution']
  readonly livesWith: readonly Housemate[]
}

export interface Housemate {
  readonly personId: string
  readonly name: string
}

/**
 * The home of the person of an access, and who else the record knows to live there, now. The home is read from what is
 * open of their addresses; somebody else is told of only where their name and the address are open to the same reader,
 * who is in their trail for it. Nothing where either's address must not become known: absent and forbidden are one.
 */
export async function homeOf(tx: Tx, access: Access): Promise<Home | undefined> {
  const givers = giversOf(access)
  if (givers.length === 0 || (await sensitivePeopleAmong(tx, [access.personId])).size > 0) return undefined
  const homes = await homesHeldBy(tx, access.personId, givers)
  if (homes.places.length === 0) return undefined
  for (const giver of givers) access.release(giver, 'contacts')
  const near = homes.institution === undefined ? await peopleAt(tx, homes, access.personId) : []
  const pairs = near.map(personId => ({ actor: access.actor, personId }))
  const livesWith = await lookAtMany(tx, pairs, { doing: 'list', place: 'home' }, accesses =>
    housemates(tx, accesses, homes),
  )
  return { uprn: homes.uprn, institution: homes.institution, livesWith }
}

function giversOf(access: Access): string[] {
  return access.grants.filter(({ dataClass }) => dataClass === 'contacts').map(({ contributorId }) => contributorId)
}

/** By what is open of each: an address there, held by an organisation whose contacts are open, and a name. */
async function housemates(tx: Tx, accesses: readonly Access[], homes: Homes): Promise<Housemate[]> {
  const { rows } = await sql<{ place: number; contributorId: string }>`
    select distinct opened.place, opened.contributor_id
    from ${openedBy(accesses)}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    join record_standard as standard on standard.source_record_id = record.id
    where opened.data_class = 'contacts' and live_together(standard.homes, ${[...homes.places]}::text[])
    order by opened.place, opened.contributor_id`.execute(tx.db)
  const there = accesses.filter((_, at) => rows.some(({ place }) => place === at))
  const banners = await bannersOf(tx, there)
  return there.flatMap((access, at) => {
    const banner = banners[at]
    if (banner === undefined) return []
    for (const { place, contributorId } of rows)
      if (accesses[place] === access) access.release(contributorId, 'contacts')
    return [{ personId: access.personId, name: banner.name }]
  })
}
