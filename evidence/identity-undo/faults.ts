import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Change } from '../sow.ts'

/** A fault that is sown: in the product's source, or in how a view of the database is written. */
export interface Fault {
  readonly changes?: readonly Change[]
  readonly views?: readonly ViewChange[]
}

interface ViewChange {
  readonly view: string
  /** Must be in it exactly once. */
  readonly from: string
  readonly to: string
}

const LINK = 'src/record/person/link/link.ts'
const DECIDER = 'src/record/sharing/wish/decider.ts'
const CARRY = 'src/record/sharing/wish/carry.ts'
const MAKE = 'src/record/sharing/wish/make.ts'
const FACTS = 'src/record/sharing/decision/load-facts.ts'
const UNLINK = 'src/record/person/link/unlink.ts'

/** What may go wrong with joining and undoing. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'a join keeps the id of the newer': {
    changes: [
      { file: LINK, from: 'from member order by arrival limit 1', to: 'from member order by arrival desc limit 1' },
    ],
  },
  'what each id names is not made anew when a link ends': {
    changes: [{ file: UNLINK, from: 'where now.id = member.id and (', to: 'where false and (' }],
  },
  'that a link has ended is not seen': {
    views: [{ view: 'record_link_now', from: 'ended.record_link_id = link.id', to: 'false' }],
  },
  'a chain that is cut holds together by the link that was cut': {
    changes: [{ file: UNLINK, from: 'where link.id not in (select gone.id from gone)', to: '' }],
  },
  'only one of two sides is looked at when a link ends': {
    changes: [{ file: UNLINK, from: 'select record_b, record_b from gone', to: 'select record_a, record_a from gone' }],
  },
  'a side that is cut off takes the id of its latest record': {
    changes: [
      {
        file: UNLINK,
        from: 'array_agg(record.home_person_id order by record.arrival)',
        to: 'array_agg(record.home_person_id order by record.arrival desc)',
      },
    ],
  },
  'a join moves the record alone, and not what was joined to it': {
    changes: [
      {
        file: LINK,
        from: '(member.person_id <> judged.person_id or now.id = judged.person_id)',
        to: 'now.id in (judged.person_id, member.person_id)',
      },
    ],
  },
  'a record that is moved stays with whom it was taken from': {
    changes: [
      {
        file: 'src/record/person/link/move.ts',
        from: 'const parted = await separate(tx, sourceRecordId, because)',
        to: "const parted = { ok: false as const, problem: 'link.none' as const }; void separate",
      },
    ],
  },
  'two verified numbers meet in one person': {
    changes: [
      { file: LINK, from: 'count(distinct number.nhs_number) > 1', to: 'count(distinct number.nhs_number) > 9' },
    ],
  },
  'who were told apart are joined by a later link': {
    changes: [{ file: LINK, from: 'on apart.record_a = one.id', to: 'on false' }],
  },
  'a tie that a record brought stays with the person when its link ends': {
    views: [
      {
        view: 'relationship_now',
        from: 'JOIN person_link_now link ON link.source_record_id = tie.source_record_id',
        to: ever(),
      },
    ],
  },
  'a wish is kept under whomever the person is at that moment': {
    changes: [{ file: DECIDER, from: ".select('keptUnder')", to: ".select('personId as keptUnder')" }],
  },
  'a refusal that another took back while they were one stays taken back': {
    views: [{ view: 'wish_now', from: "wish.kind = 'allow'::text OR", to: 'true OR' }],
  },
  'what is refused while two are one is refused for one alone': {
    changes: [{ file: CARRY, from: 'if (others.length === 0) return', to: 'if (others.length < 99) return' }],
  },
  'leave is ended by the same leave of another, who was one with them': {
    changes: [
      { file: MAKE, from: 'earlier.keptUnder !== by.keptUnder', to: 'earlier.keptUnder !== by.keptUnder && false' },
    ],
  },
  'a tie that was entered is only of the id under which it was': {
    views: [{ view: 'relationship_now', from: 'now.person_id', to: 'now.id AS person_id' }],
  },
  'an office is only of the id under which it was recorded': {
    views: [{ view: 'representative_now', from: 'now.person_id', to: 'now.id AS person_id' }],
  },
  'somebody reads their own record at one of its addresses alone': {
    views: [{ view: 'person_account_now', from: 'now.person_id', to: 'now.id AS person_id' }],
  },
  'words of a plan go into the plan of whoever the person is at that moment': {
    changes: [{ file: FACTS, from: 'keptUnder: own?.keptUnder ?? asked }', to: 'keptUnder: person.personId }' }],
  },
}

/** Takes a record to be about everybody it was ever joined to directly. */
function ever(): string {
  return `JOIN (
    SELECT record.home_person_id AS person_id, record.id AS source_record_id FROM source_record record
    UNION SELECT a.home_person_id, link.record_b FROM record_link link JOIN source_record a ON a.id = link.record_a
    UNION SELECT b.home_person_id, link.record_a FROM record_link link JOIN source_record b ON b.id = link.record_b
  ) link ON link.source_record_id = tie.source_record_id`
}

/** Writes a view anew, as its owner. Throws when what is to be changed is not in it exactly once. */
export async function changeView(tx: Tx, { view, from, to }: ViewChange): Promise<void> {
  const { rows } = await sql<{ text: string }>`select pg_get_viewdef(${view}::regclass, true) as text`.execute(tx.db)
  const [before, after, ...more] = rows[0]?.text.split(from) ?? []
  if (after === undefined || more.length > 0) throw new Error(`${view} has not exactly one: ${from}`)
  await sql`create or replace view ${sql.table(view)} as ${sql.raw(`${before}${to}${after}`)}`.execute(tx.db)
}
