import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import type { AgreementContent, Clause } from '#record/sharing/agreement/agreement.ts'
import type { Agreement, Question, Tie, Wish, World } from '../worlds/world.ts'

const WORDS = { en: 'words', cy: 'geiriau' }

export const DAUGHTER: CitizenActor = { kind: 'citizen', accountId: 'daughter', name: 'Daughter' }
export const MAIR: CitizenActor = { kind: 'citizen', accountId: 'mair', name: 'Mair' }
const NURSE: WorkerActor = {
  kind: 'worker',
  accountId: 'nurse',
  name: 'Nurse',
  organisationId: 'the hospital',
  organisationCode: 'hospital',
  teamId: 'ward',
  role: 'ward-nurse',
}

const CLAUSE: Clause = {
  number: 1,
  words: WORDS,
  givers: ['council'],
  receivers: ['hospital'],
  roles: ['ward-nurse'],
  relationships: ['admission'],
  cohort: 'everybody',
  classes: ['clinical', 'about-me'],
  purpose: 'direct-care',
  may: ['read'],
  basis: { article6: 'e', article9: 'h', power: WORDS },
}

/** An agreement of one clause, signed by both, with what is different about the clause and about it. */
export function agreed(clause: Partial<Clause>, content: Partial<AgreementContent> = {}): Agreement {
  return {
    hash: 'this text',
    content: {
      code: 'SHARE-1',
      title: WORDS,
      benefit: WORDS,
      parties: ['council', 'hospital'].map(organisation => ({ organisation, signatory: WORDS })),
      from: '2026-01-01',
      reviewOn: '2026-12-01',
      until: '2026-12-31',
      procedures: {
        identifying: WORDS,
        informing: WORDS,
        security: WORDS,
        records: WORDS,
        requests: WORDS,
        complaints: WORDS,
      },
      clauses: [{ ...CLAUSE, ...clause }],
      cases: [],
      ...content,
    },
    signatures: ['council', 'hospital'].map(organisationCode => ({ organisationCode, hash: 'this text' })),
  }
}

/** A tie that has held for a week. */
export function tie(kind: Tie['kind'], to: Partial<Tie>): Tie {
  const personId = to.recordId === undefined ? { personId: 'mair' } : {}
  return { id: 'a tie', kind, ...personId, startedAt: '2026-06-03T09:00:00.000Z', isEnded: false, ...to }
}

export function wish(kind: Wish['kind'], to: Partial<Wish>): Wish {
  return { id: 'a wish', personId: 'mair', kind, classes: ['about-me'], withdrawnFor: [], repeated: [], ...to }
}

export const ATTORNEY = {
  id: 'an office',
  personId: 'mair',
  accountId: 'daughter',
  kind: 'health-attorney',
  isEnded: false,
} as const

export const WITHOUT_CAPACITY = {
  personId: 'mair',
  decision: 'health-and-care',
  hasCapacity: false,
  foundAt: '2026-06-01T09:00:00.000Z',
  reviewOn: '2026-06-10',
} as const

export const EMERGENCY = {
  id: 'an emergency',
  personId: 'mair',
  accountId: 'nurse',
  organisationId: 'the hospital',
  classes: ['finance'],
  opensAt: '2026-06-10T08:30:00.000Z',
  closesAt: '2026-06-10T09:30:00.000Z',
  isClosed: false,
} as const

export const NOW = '2026-06-10T09:00:00.000Z'

/** Ten in the morning of 10 June 2026 by a clock in the region. Mair, who is 18 today, is on the ward. */
export const WORLD: World = {
  now: NOW,
  organisations: [],
  teams: [],
  accounts: [],
  posts: [],
  persons: [{ id: 'mair', accountId: 'mair' }],
  records: [{ id: 'a record', organisationId: 'council', born: '2008-06-10' }],
  links: [{ personId: 'mair', recordId: 'a record', isEnded: false }],
  ties: [tie('admission', { teamId: 'ward' })],
  agreements: [agreed({})],
  wishes: [],
  representatives: [],
  findings: [],
  emergencies: [],
}

/** The nurse asks to read what the council holds about what matters to Mair. */
export const QUESTION: Question = {
  actor: NURSE,
  purpose: 'direct-care',
  action: 'read',
  contributor: 'council',
  dataClass: 'about-me',
  personId: 'mair',
}
