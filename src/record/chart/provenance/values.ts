import { type RawBuilder, sql } from 'kysely'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import type { Kind } from '#ground/fhir/search/value/rows.ts'
import { type Agent, agentsOf, patientOf } from './agents.ts'
import { isRevision, messageOf, PART_SYSTEMS, URI } from './content.ts'

type Sql = RawBuilder<unknown>

/** A value by which the Provenance of a version is searched, where it has it: as a row of the index would hold it. */
export interface Value {
  readonly kind: Kind
  readonly parameter: string
  readonly when: Sql
  readonly columns: Readonly<Record<string, Sql>>
}

/**
 * Every value by which the Provenance of a version is searched. They stand in no index: they follow from the version’s row, and
 * a question works them out where it stands. What they are is what `rowsOf` reads in the resource itself, which a test compares;
 * besides, `patient` is whom its extension names, as in R5.
 */
export function valuesOf(version: Sql): readonly Value[] {
  const isSomebodys = sql`${version}.source_record_id is not null`
  const hasMessage = sql`${version}.message_id is not null`
  const target = { type: sql`${version}.target_type`, id: sql`${version}.target_id` }
  return [
    reference('target', sql`true`, target),
    reference('patient', isSomebodys, { type: text('Patient'), id: patientOf(version) }),
    reference('entity', isRevision(version), target),
    reference('entity', hasMessage, { type: text('MessageHeader'), id: text('') }),
    token('entity:identifier', hasMessage, { system: text(URI), code: messageOf(version) }),
    {
      kind: 'date',
      parameter: 'recorded',
      when: sql`true`,
      columns: {
        from_at: sql`${version}.recorded_at`,
        until_at: sql`(${version}.recorded_at + interval '1 ms')`,
      },
    },
    ...agentsOf(version).flatMap(valuesOfAgent),
  ]
}

function valuesOfAgent({ when, part, role, who }: Agent): Value[] {
  const { type = '', id = text(''), identifier, display } = who
  return [
    reference('agent', when, { type: text(type), id }),
    token('agent-type', when, { system: text(PART_SYSTEMS[part]), code: text(part) }),
    ...(role ? [token('agent-role', when, { system: text(OUR_SYSTEMS.role), code: role })] : []),
    ...(identifier
      ? [token('agent:identifier', when, { system: text(identifier.system), code: identifier.value })]
      : []),
    ...(display ? [words('agent:text', when, display)] : []),
  ]
}

function reference(parameter: string, when: Sql, { type, id }: { readonly type: Sql; readonly id: Sql }): Value {
  return { kind: 'reference', parameter, when, columns: { target_type: type, target_id: id } }
}

function token(parameter: string, when: Sql, columns: { readonly system: Sql; readonly code: Sql }): Value {
  return { kind: 'token', parameter, when, columns }
}

function words(parameter: string, when: Sql, said: Sql): Value {
  // As `fold` does: whichever apostrophe somebody typed.
  const folded = sql`btrim(translate(folded(${said}), ${sql.lit('‘’ʼ`´')}, ${sql.lit("'''''")}))`
  return { kind: 'string', parameter, when, columns: { text: said, folded } }
}

function text(said: string): Sql {
  return sql`${sql.lit(said)}::text`
}
