import type { Provenance } from 'fhir/r4.js'
import { type RawBuilder, sql } from 'kysely'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import type { ReferenceRow } from '#ground/fhir/search/value/rows.ts'
import { instant } from '../store/content.ts'
import { type Agent, agentsOf, contributor, isOfOrganisation, patientOf } from './agents.ts'
import { jsonOf, listOf, type Shape, stripped } from './json.ts'

type Sql = RawBuilder<unknown>

const THO = 'http://terminology.hl7.org/CodeSystem'
/** The parts that somebody may have in writing. Source: FHIR R4, Provenance.agent.type; US Core for who sends a message. */
export const PART_SYSTEMS: Readonly<Record<Agent['part'], string>> = {
  assembler: `${THO}/provenance-participant-type`,
  author: `${THO}/provenance-participant-type`,
  transmitter: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type',
}
/** By which system an id is one that anybody can make. */
export const URI = 'urn:ietf:rfc:3986'

/** Whom it is about. Source: HL7, the extension by which R5's `Provenance.patient` stands in R4. */
export const PATIENT_EXTENSION = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Provenance.patient'
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation'
const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/** The Provenance of a version, as a question makes it of the version’s row. The same for every reader, in any language. */
export function provenanceOf(version: Sql): Sql {
  const target = sql`${version}.target_type || '/' || ${version}.target_id || '/_history/'`
  const type = sql`${version}.target_type`
  const patient = patientOf(version)
  return stripped(
    jsonOf({
      resourceType: 'Provenance',
      extension: listOf([
        {
          when: sql`${version}.source_record_id is not null`,
          shape: { url: PATIENT_EXTENSION, valueReference: { reference: sql`'Patient/' || ${patient}` } },
        },
      ]),
      target: [{ reference: sql`${target} || ${version}.version`, type }],
      recorded: instant(sql`${version}.recorded_at`),
      activity: { coding: [{ system: `${THO}/v3-DataOperation`, code: operationOf(version) }] },
      agent: listOf(agentsOf(version).map(agent => ({ when: agent.when, shape: agentShape(agent, version) }))),
      entity: listOf([
        {
          when: isRevision(version),
          shape: { role: 'revision', what: { reference: sql`${target} || (${version}.version - 1)`, type } },
        },
        {
          when: sql`${version}.message_id is not null`,
          shape: {
            role: 'source',
            what: { type: 'MessageHeader', identifier: { system: URI, value: messageOf(version) } },
          },
        },
      ]),
    }),
  )
}

/** Whether another version stood there before. */
export function isRevision(version: Sql): Sql {
  return sql`${version}.version > 1`
}

/** The message that brought a version, as an address: it opens nothing, and is the same in the ledger. */
export function messageOf(version: Sql): Sql {
  return sql`'urn:uuid:' || ${version}.message_id`
}

/** Source: HL7 v3 DataOperation. */
function operationOf(version: Sql): Sql {
  return sql`case when ${version}.deleted then 'DELETE' when ${version}.version = 1 then 'CREATE' else 'UPDATE' end`
}

function agentShape({ part, role, who, forContributor }: Agent, version: Sql): Shape {
  const { type, id, identifier, display } = who
  return {
    type: { coding: [{ system: PART_SYSTEMS[part], code: part }] },
    role: role && [{ coding: [{ system: OUR_SYSTEMS.role, code: role }] }],
    who: {
      extension: type === undefined ? [{ url: ABSENT, valueCode: 'masked' }] : undefined,
      reference: type && id && sql`${sql.lit(`${type}/`)} || ${id}`,
      type,
      identifier,
      display,
      _display: type === 'Organization' ? inWelsh(version) : undefined,
    },
    onBehalfOf: forContributor && sql`case when ${isOfOrganisation(version)} then ${jsonOf(organisation(version))} end`,
  }
}

function organisation(version: Sql): Shape {
  return {
    type: 'Organization',
    identifier: { system: OUR_SYSTEMS.organisation, value: contributor(version, 'code') },
    display: contributor(version, 'name_en'),
    _display: inWelsh(version),
  }
}

/** The organisation’s other name: a Provenance is the same for every reader. Source: FHIR R4, extension `translation`. */
function inWelsh(version: Sql): Shape {
  const parts = [
    { url: 'lang', valueCode: 'cy' },
    { url: 'content', valueString: contributor(version, 'name_cy') },
  ]
  return { extension: [{ url: TRANSLATION, extension: parts }] }
}

/** To what a Provenance refers that is told of a version, by each parameter: as its values are, and whom it is about. */
export function linksOf(text: string): readonly ReferenceRow[] {
  const told = JSON.parse(text) as Provenance
  const [, patient] = told.extension?.[0]?.valueReference?.reference?.split('/') ?? []
  const { reference } = rowsOf(told)
  return patient === undefined
    ? reference
    : [...reference, { parameter: 'patient', ordinal: 0, type: 'Patient', id: patient }]
}
