import type { AuditEvent } from 'fhir/r4.js'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { agentsOf, reasonOf, serverOf } from './agents.ts'
import { CODES } from './codes.ts'
import { entitiesOf } from './entities.ts'
import { shapeOf } from './shape.ts'
import type { Telling } from './telling.ts'

/** One entry of the trail. Every word of it is in the entry, or follows from it; nothing else is looked up. */
export function auditEventOf(entry: TrailEntry, telling: Telling): AuditEvent {
  const shape = shapeOf(entry)
  const { say } = telling
  const isWhole = entry.allowed || entry.by.kind === 'worker'
  return {
    resourceType: 'AuditEvent',
    id: entry.id,
    // A refusal to anybody but a worker lacks the employer that its pattern asks for, and does not claim it.
    ...(isWhole && { meta: { profile: [shape.profile] } }),
    language: say.language,
    type: shape.type,
    subtype: [shape.subtype, { system: OUR_SYSTEMS.doing, code: entry.doing }],
    action: shape.action,
    recorded: entry.at.toISOString(),
    outcome: entry.allowed ? '0' : '8',
    ...(!entry.allowed && { outcomeDesc: entry.failed.map(failure => say.code('check', failure)).join(' ') }),
    purposeOfEvent: [reasonOf(entry, say)],
    agent: agentsOf(entry, shape, telling),
    source: { observer: serverOf(telling), type: [CODES.applicationServer] },
    entity: entitiesOf(entry, telling),
  }
}
