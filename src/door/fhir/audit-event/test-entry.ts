import type { TrailEntry } from '#record/sharing/trail/entry.ts'

const SIONED = '5d7b0f3a-53d2-4a0e-8a43-1f3c6a7b9e10'

/** Whose trail the made-up entries stand in. */
export const MAIR = '27a43a31-1821-5892-b764-cff86f2e4e90'

/** An entry for a test: Sioned, Mair's social worker, reading her plan, unless told otherwise. */
export function entryMadeUp(told: Partial<TrailEntry> = {}): TrailEntry {
  return {
    id: '0b7c1f0e-4d0c-4b6e-9a53-6a8f4f1c9b21',
    sequence: 1,
    at: new Date('2026-11-22T10:00:00Z'),
    who: 'Sioned Evans',
    by: { kind: 'worker', id: SIONED },
    accountId: SIONED,
    organisationId: '1c2f0b6e-53d2-4a0e-8a43-1f3c6a7b9e12',
    organisation: { en: 'Dyffryn Banadl County Council', cy: 'Cyngor Sir Dyffryn Banadl' },
    organisationCode: 'cyngor-dyffryn-banadl',
    role: 'social-worker',
    isMachine: false,
    isThePerson: false,
    doing: 'look',
    place: 'plan',
    purpose: 'direct-care',
    allowed: true,
    released: [
      {
        contributor: 'person',
        dataClass: 'plan',
        because: { kind: 'clause', agreement: 'HAFREN-2', hash: 'abc', clause: 2 },
      },
    ],
    failed: [],
    clauses: [],
    through: undefined,
    isWithheld: false,
    ...told,
  }
}

const NO_EMPLOYER = { organisation: undefined, organisationCode: undefined, role: undefined } as const

/** The same things done by others: Mair herself, her daughter, her hospital's system; and by Sioned through an app. */
export const OTHERS = {
  mair: {
    ...NO_EMPLOYER,
    who: 'Mair Pritchard',
    by: { kind: 'person', id: MAIR },
    isThePerson: true,
    purpose: 'own-record',
    released: [{ contributor: 'person', dataClass: 'plan', because: { kind: 'own' } }],
  },
  elin: {
    ...NO_EMPLOYER,
    who: 'Elin Pritchard',
    by: { kind: 'citizen', id: '6f0d4b1c-0d43-4b0e-8f7e-2a6c1f7b9e11' },
    purpose: 'family',
    released: [
      {
        contributor: 'person',
        dataClass: 'plan',
        because: { kind: 'wish', wish: 'a5b0c7de-4a53-4b6e-9a53-6a8f4f1c9b22' },
      },
    ],
  },
  hospital: {
    who: 'GHPAS',
    by: { kind: 'system', id: '7d3b3848-d5e9-5a46-a3ca-b44d2f8837a0' },
    organisation: { en: 'Glan Hafren Health Board', cy: 'Bwrdd Iechyd Glan Hafren' },
    organisationCode: 'bwrdd-iechyd',
    role: undefined,
    isMachine: true,
    released: [{ contributor: 'bwrdd-iechyd', dataClass: 'hospital-care', because: { kind: 'contributor' } }],
  },
  app: {
    through: { app: 'my-health', token: 'one', request: `/fhir/AuditEvent?patient=${MAIR}` },
    place: 'fhir',
    released: [],
  },
} as const satisfies Record<string, Partial<TrailEntry>>
