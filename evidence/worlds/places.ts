import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { World } from './world.ts'

/*
 * The bodies, teams and people of every world: few, so that what is drawn about them meets. A hospital is part of the
 * health board; two workers share a team; one account has two posts; one worker has a record of their own here.
 */

/** The same id in every world, which is wiped before the next: easy to read in a failure. */
export function idOf(kind: Kind, number: number): string {
  return `${KINDS.indexOf(kind)}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

const KINDS = [
  'organisation',
  'team',
  'account',
  'person',
  'record',
  'tie',
  'wish',
  'office',
  'emergency',
  'repeated',
] as const
type Kind = (typeof KINDS)[number]

export const CODES = ['health', 'hospital', 'council', 'landlord', 'person'] as const
type Code = (typeof CODES)[number]

export const ROLES_HERE: readonly Role[] = ['social-worker', 'ward-nurse', 'housing-officer']

const [HEALTH, HOSPITAL, COUNCIL, LANDLORD] = CODES
const WARD = 0
const SOCIAL_WORK = 1
const NURSES = 2

const POSTS: readonly WorkerActor[] = [
  postOf(0, COUNCIL, SOCIAL_WORK, 'social-worker'),
  postOf(0, HEALTH, NURSES, 'ward-nurse'),
  postOf(1, HOSPITAL, WARD, 'ward-nurse'),
  postOf(2, LANDLORD, undefined, 'housing-officer'),
  postOf(3, COUNCIL, SOCIAL_WORK, 'housing-officer'),
]

export const PLACES: Pick<World, 'organisations' | 'teams' | 'accounts' | 'posts' | 'persons'> = {
  organisations: CODES.map((code, index) => ({
    id: idOf('organisation', index),
    code,
    ...(code === HOSPITAL && { partOf: organisationId(HEALTH) }),
  })),
  teams: [HOSPITAL, COUNCIL, HEALTH].map((code, index) => ({
    id: idOf('team', index),
    organisationId: organisationId(code),
  })),
  accounts: [0, 1, 2, 3, 4, 5].map(number => idOf('account', number)),
  posts: POSTS,
  persons: [
    { id: idOf('person', 0), accountId: idOf('account', 4) },
    { id: idOf('person', 1), accountId: idOf('account', 1) },
  ],
}

export function organisationId(code: Code): string {
  return idOf('organisation', CODES.indexOf(code))
}

function postOf(account: number, code: Code, team: number | undefined, role: Role): WorkerActor {
  return {
    kind: 'worker',
    accountId: idOf('account', account),
    name: `worker ${account}`,
    organisationId: organisationId(code),
    organisationCode: code,
    teamId: team === undefined ? undefined : idOf('team', team),
    role,
  }
}
