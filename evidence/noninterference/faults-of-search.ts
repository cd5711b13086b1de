import type { Leak } from './leak.ts'

/** What a search would tell of what is hidden, by its name. */
export const FAULTS_OF_SEARCH: Readonly<Record<string, Leak>> = {
  'a chain that goes on to what is hidden': searched(
    'src/record/chart/search/criterion-sql.ts',
    '${target.isOne} and ${this.#open.isOpen(target)} and ',
    '${target.isOne} and ',
  ),
  'a chain back from what is hidden': searched(
    'src/record/chart/search/criterion-sql.ts',
    '${source.isOne} and ${this.#open.isOpen(source)} and ',
    '${source.isOne} and ',
  ),
  'what is hidden comes with what refers to it': searched(
    'src/record/chart/search/include.ts',
    '${target.isOne} and ${open.isOpen(target)}',
    '${target.isOne}',
  ),
  'what tells of something hidden is as open as something else': searched(
    'src/record/chart/provenance/told.ts',
    'resource.contributor_id, resource.data_class, ${record}',
    "resource.contributor_id, 'hospital-care' as data_class, ${record}",
  ),
  'what is within what is hidden': searched(
    'src/record/chart/search/within.ts',
    '${next.isOne} and ${open.isOpen(next)})',
    '${next.isOne})',
  ),
  'a total that counts what is hidden': searched(
    'src/record/chart/search/find.ts',
    'select count(*) as total from',
    "select count(*) + (select count(*) from resource where type = 'Condition') as total from",
  ),
}

/** A leak of the search, as a social worker would meet it. */
function searched(file: string, from: string, to: string): Leak {
  return { caller: 'sioned-evans', at: /^\/fhir\/:type$/, changes: [{ file, from, to }] }
}
