import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { NOTHING_HELD } from '#record/sharing/decision/facts.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'

/** How many people one search finds at most, in the order of their names. */
export const FOUND_MAX = 50
/** The longest text that is searched for, characters. The rest is left out. */
export const SEARCH_LENGTH_MAX = 100

const FOLDED = 'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ'
const PLAIN = 'aeiouwyaeiouwyaeiouwyaeiouwy'

/**
 * The people whose name or NHS number fits a text, among those whose demographics are open to a worker, and by what is
 * open of them alone: the policy stands in the query before anything is compared, so nothing can be learnt of a name
 * that is held where the worker may not look. Every word must begin a name; accents and case make no difference. An
 * empty text finds nobody. Ids alone: whoever shows them decides about each and writes the trail, as `lookAtMany` does.
 */
export async function findPeople(tx: Tx, actor: WorkerActor, text: string): Promise<string[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const agreements = await loadAgreements(tx)
  const purpose = purposeOf(actor, { ...NOTHING_HELD, today: '', minute: 0, agreements })
  const open = openTo(tx, { actor, purpose, action: 'read' }, agreements)
  const { rows } = await sql<{ personId: string }>`
    select open.person_id, min(named.text) as first_name
    from ${open} as open
    join person_link_now as link on link.person_id = open.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = open.contributor_id
    cross join lateral (
      select ' ' || translate(lower(coalesce(string_agg(part, ' '), '')), ${FOLDED}, ${PLAIN})
             || ' ' || coalesce(record.nhs_number, '') as text
      from jsonb_array_elements(record.content -> 'name') as name
      cross join lateral (
        select name ->> 'family' as part
        union all
        select jsonb_array_elements_text(name -> 'given')
      ) as parts
    ) as named
    where open.data_class = 'demographics'
      and not exists (select from unnest(${words}::text[]) as word where named.text not like '% ' || word || '%')
    group by open.person_id
    order by first_name, open.person_id
    limit ${FOUND_MAX}`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** The words of a text as they are compared; what has a meaning for `like` is taken for itself. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, SEARCH_LENGTH_MAX)
    .replace(/(\d)\s+(?=\d)/g, '$1')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => word.replace(/[\\%_]/g, match => `\\${match}`))
}
