import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Released } from '#record/sharing/because.ts'
import { ACTIONS, DATA_CLASSES, type Purpose } from '#record/sharing/vocabulary.ts'
import { citation, reasonText } from '../equality/ask.ts'
import { whatOpens } from '../oracle/oracle.ts'
import type { Moment, Question, World } from '../worlds/world.ts'
import { type Held, worldAt } from './held.ts'

/** An entry of the trail as it is kept. */
interface Entry {
  readonly id: string
  readonly at: Moment
  readonly personId: string
  readonly accountId: string
  readonly organisationId: string | null
  readonly role: string | null
  readonly action: string
  readonly purpose: Purpose
  readonly allowed: boolean
  readonly released: readonly Released[]
}

/** What came of decisions alone: an agency's system writes its own, and a copy of the trail is decided by nobody. */
export async function readEntries(tx: Tx): Promise<readonly Entry[]> {
  const { rows } = await sql<Entry>`
    select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, person_id, account_id,
           organisation_id, role, action, purpose, allowed, released
    from trail_entry where person_id is not null and account_id is not null order by sequence`.execute(tx.db)
  return rows
}

/** Each thing an entry says that would not be so again, as a sentence; and how many things it says. */
export function replay(held: Held, entry: Entry): { readonly said: number; readonly wrong: readonly string[] } {
  const world = worldAt(held, entry.at, entry.personId)
  const asked = { actor: actorOf(held, entry), purpose: entry.purpose, personId: entry.personId }
  if (!entry.allowed) return replayRefusal(held, world, entry, asked)
  const wrong = entry.released.flatMap(({ contributor, dataClass, because }) => {
    // A writing may read as it writes; what was only looked at was only read.
    const actions = entry.action === 'write' ? ACTIONS : (['read'] as const)
    const reasons = actions.flatMap(action => whatOpens(world, { ...asked, action, contributor, dataClass }))
    const cited = citation(because)
    if (reasons.map(reasonText).includes(cited)) return []
    return [`entry ${entry.id} released ${contributor} ${dataClass} by ${cited}, which did not open it at ${entry.at}`]
  })
  return { said: entry.released.length, wrong }
}

type Asked = Pick<Question, 'actor' | 'purpose' | 'personId'>

/** A refusal says that nothing at all was open for reading. */
function replayRefusal({ codes }: Held, world: World, { id, at }: Entry, asked: Asked): ReturnType<typeof replay> {
  const open = [...codes.values()].flatMap(contributor =>
    DATA_CLASSES.filter(
      dataClass => whatOpens(world, { ...asked, action: 'read', contributor, dataClass }).length > 0,
    ).map(dataClass => `entry ${id} refused, though ${contributor} ${dataClass} was open at ${at}`),
  )
  return { said: 1, wrong: open }
}

/** Who it was. The team is not in the trail: it is that of the post in which they acted. */
function actorOf({ codes, posts }: Held, { accountId, organisationId, role }: Entry): Actor {
  if (organisationId === null) return { kind: 'citizen', accountId, name: '' }
  const post = posts.find(
    one => one.accountId === accountId && one.organisationId === organisationId && one.role === role,
  )
  return {
    kind: 'worker',
    accountId,
    name: '',
    organisationId,
    organisationCode: codes.get(organisationId) ?? '',
    teamId: post?.teamId ?? undefined,
    role: role as Role,
  }
}
