import { sql } from 'kysely'
import { parametersOf, rowNames } from '#ground/fhir/search/parameters.ts'
import type { Kind } from '#ground/fhir/search/value/rows.ts'
import type { Value } from '../provenance/values.ts'
import { WHERE_THEY_ARE } from '../store/content.ts'
import { known, type Sql } from './sql.ts'

/**
 * Something that stands in a question: a row of `resource`, or of `source_record` for a Patient, under a name of its own. The two
 * tables are asked and not the view over both: each has the indexes that the question needs.
 */
export interface Held {
  readonly type: string
  /** The type of a row: known beforehand, or what the row says. */
  readonly typeName: Sql
  readonly as: Sql
  readonly table: Sql
  readonly id: Sql
  readonly logicalId: Sql
  readonly version: Sql
  readonly sourceRecordId: Sql
  readonly contributorId: Sql
  readonly dataClass: Sql
  readonly content: Sql
  readonly recordedAt: Sql
  /** What of the row must be so for it to be one of these. */
  readonly isOne: Sql
  /** Of what is told of something else and kept nowhere, what that is, and the values that stand in no index. */
  readonly tells?: Tells
}

/** What a Provenance is told of. */
export interface Tells {
  /** The type of that. */
  readonly type: Sql
  readonly values: readonly Value[]
  /** Whether that is a Patient: its versions are as open as where somebody is. */
  readonly isOfPatient: boolean
  /** Whether that is always about one person. */
  readonly isAboutSomebody: boolean
}

/** Resources of a type, under a name that nothing else in the question has. */
export function held(type: string, name: string): Held {
  const as = sql.ref(name)
  const id = sql`${as}.id`
  const logicalId = sql`coalesce(${as}.logical_id, ${as}.id::text)`
  const typeName = known(type)
  const common = { type, typeName, as, id, logicalId, version: sql`${as}.version`, content: sql`${as}.content` }
  if (type === 'Patient') {
    return {
      ...common,
      table: sql`source_record`,
      sourceRecordId: id,
      contributorId: sql`${as}.organisation_id`,
      dataClass: sql`'demographics'`,
      recordedAt: sql`(
        select version.recorded_at from source_record_version as version
        where version.source_record_id = ${id} and version.version = ${as}.version)`,
      isOne: sql`true`,
    }
  }
  return {
    ...common,
    table: sql`resource`,
    sourceRecordId: sql`${as}.source_record_id`,
    contributorId: sql`${as}.contributor_id`,
    dataClass: sql`${as}.data_class`,
    recordedAt: sql`${as}.recorded_at`,
    isOne: sql`${as}.type = ${known(type)} and not ${as}.deleted`,
  }
}

/** Resources of whatever type but Patient, under a name that nothing else in the question has. */
export function heldOfAnyType(name: string): Held {
  const one = held('Basic', name)
  return { ...one, typeName: sql`${one.as}.type`, isOne: sql`not ${one.as}.deleted` }
}

/** Whether what a parameter asks of a Patient is where they are, which is not open to everybody to whom they are. */
export function asksWhere(type: string, rows: string): boolean {
  if (type !== 'Patient') return false
  const [code = ''] = rows.split(/[:$]/)
  const reads = parametersOf(type).get(code)?.reads ?? []
  return reads.some(({ steps: [first] }) => first !== undefined && WHERE_THEY_ARE.includes(first.name))
}

/** The values by which something that is told is searched, of a parameter and a kind. */
export function valuesBy(kind: Kind, rows: string, { values }: Tells): readonly Value[] {
  const names = rowNames('Provenance', rows)
  return values.filter(value => value.kind === kind && names.includes(value.parameter))
}
