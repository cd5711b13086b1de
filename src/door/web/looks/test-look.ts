import type { TrailEntry } from '#record/sharing/trail/entry.ts'

/** A look for a test: Sioned, Mair's social worker, reading her plan, unless told otherwise. */
export function lookMadeUp(told: Partial<TrailEntry> = {}): TrailEntry {
  return {
    id: '0b7c1f0e-4d0c-4b6e-9a53-6a8f4f1c9b21',
    sequence: 1,
    at: new Date('2026-11-22T10:00:00Z'),
    who: 'Sioned Evans',
    by: { kind: 'worker', id: '5d7b0f3a-53d2-4a0e-8a43-1f3c6a7b9e10' },
    accountId: '5d7b0f3a-53d2-4a0e-8a43-1f3c6a7b9e10',
    organisationId: '3f8f4f1a-52d1-4a0e-8a43-1f3c6a7b9e11',
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
    isWithheld: false,
    clauses: [
      {
        agreement: { en: 'One plan', cy: 'Un cynllun' },
        hash: 'abc',
        number: 2,
        words: { en: 'They read your goals.', cy: 'Maen nhw’n darllen eich nodau.' },
        classes: ['plan'],
      },
    ],
    through: undefined,
    ...told,
  }
}
