import type { TrailEntry } from '#record/sharing/trail/read.ts'

/** A look for a test: Sioned, Mair's social worker, reading her plan, unless told otherwise. */
export function lookMadeUp(told: Partial<TrailEntry> = {}): TrailEntry {
  return {
    sequence: 1,
    at: new Date('2026-11-22T10:00:00Z'),
    who: 'Sioned Evans',
    organisation: { en: 'Dyffryn Banadl County Council', cy: 'Cyngor Sir Dyffryn Banadl' },
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
    clauses: [
      {
        agreement: { en: 'One plan', cy: 'Un cynllun' },
        hash: 'abc',
        number: 2,
        words: { en: 'They read your goals.', cy: 'Maen nhw’n darllen eich nodau.' },
        classes: ['plan'],
      },
    ],
    ...told,
  }
}
