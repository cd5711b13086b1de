import type { AuditEvent, Coding } from 'fhir/r4.js'
import type { Doing } from '#record/sharing/doing.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { BALP, CODES } from './codes.ts'

/** How one kind of doing is told: under which profile, as what kind of event, and what was done. */
export interface Shape {
  /** Its name among IHE's Basic Audit Log Patterns. */
  readonly profile: string
  readonly type: Coding
  readonly subtype: Coding
  readonly action: NonNullable<AuditEvent['action']>
  /** Whoever did it took something in, or put something in. */
  readonly user: Coding
  /** The app's part: what is read flows to it, what is asked or written comes from it. */
  readonly client: Coding
}

/** The patterns that are used. Source: IHE Basic Audit Log Patterns 1.1, for FHIR R4. */
export const SHAPES = {
  read: {
    profile: `${BALP}/StructureDefinition/IHE.BasicAudit.PatientRead`,
    type: CODES.rest,
    subtype: CODES.read,
    action: 'R',
    user: CODES.recipient,
    client: CODES.destination,
  },
  query: {
    profile: `${BALP}/StructureDefinition/IHE.BasicAudit.PatientQuery`,
    type: CODES.rest,
    subtype: CODES.search,
    action: 'E',
    user: CODES.recipient,
    client: CODES.source,
  },
  create: {
    profile: `${BALP}/StructureDefinition/IHE.BasicAudit.PatientCreate`,
    type: CODES.rest,
    subtype: CODES.create,
    action: 'C',
    user: CODES.author,
    client: CODES.source,
  },
  disclosure: {
    profile: `${BALP}/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source`,
    type: CODES.exported,
    subtype: CODES.disclose,
    action: 'R',
    user: CODES.recipient,
    client: CODES.destination,
  },
  refusal: {
    profile: `${BALP}/StructureDefinition/IHE.BasicAudit.AuthZconsent`,
    type: CODES.securityAlert,
    subtype: CODES.authorisedByConsent,
    action: 'E',
    user: CODES.recipient,
    client: CODES.application,
  },
} as const satisfies Record<string, Shape>

/** What is done, as a pattern. Telling at once is ours to do and nobody asks for it: that is a disclosure, and so is a copy that is taken away. */
export const SHAPE_OF_DOING = {
  look: 'read',
  list: 'query',
  search: 'query',
  tell: 'disclosure',
  write: 'create',
  export: 'disclosure',
  emergency: 'read',
} as const satisfies Record<Doing, keyof typeof SHAPES>

/** By which pattern an entry is told. */
export function shapeOf(entry: Pick<TrailEntry, 'allowed' | 'doing' | 'through'>): Shape {
  if (!entry.allowed) return SHAPES.refusal
  const shape = SHAPE_OF_DOING[entry.doing]
  return shape === 'read' && isSearch(entry) ? SHAPES.query : SHAPES[shape]
}

/** An app reads one thing by its address, and searches with a question mark. */
function isSearch({ through }: Pick<TrailEntry, 'through'>): boolean {
  return through?.request.includes('?') ?? false
}
