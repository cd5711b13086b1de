import type { Role } from '#record/organisation/role.ts'
import type { DataClass } from '../vocabulary.ts'
import { EMERGENCY_CLASSES, SENSITIVE_EMERGENCY_CLASSES } from './scope.ts'

/** What a job may open in an emergency: at once, and besides behind the higher bar. */
export interface EmergencyScope {
  readonly classes: readonly DataClass[]
  readonly sensitive: readonly DataClass[]
}

/** Those who treat, or who act when somebody is in danger: whatever an emergency can open. */
const WHOLE: EmergencyScope = { classes: EMERGENCY_CLASSES, sensitive: SENSITIVE_EMERGENCY_CLASSES }
/** Those who come to the door alone: how somebody is to be helped, and how to get in. */
const AT_THE_DOOR: EmergencyScope = { classes: EMERGENCY_CLASSES, sensitive: ['home-access-codes'] }

/**
 * Who may open a record in an emergency, and how much of it. Undefined: nobody in that job, ever.
 * The test is whether somebody in this job, alone and at night, would have to act on what they read.
 */
export const EMERGENCY_ROLES: Readonly<Record<Role, EmergencyScope | undefined>> = {
  // They treat people who arrive without a referral, and who cannot speak.
  'ward-nurse': WHOLE,
  'general-practitioner': WHOLE,
  'district-nurse': WHOLE,
  // They protect people: Social Services and Well-being (Wales) Act 2014, sections 126 and 127.
  'social-worker': WHOLE,
  'safeguarding-lead': WHOLE,
  // They see people at home and at the hospital's door, where somebody collapses or is not to be found.
  'occupational-therapist': AT_THE_DOOR,
  'discharge-coordinator': AT_THE_DOOR,
  'reablement-worker': AT_THE_DOOR,
  'care-worker': AT_THE_DOOR,
  // They take the first call about somebody in danger, and pass it on: nothing clinical is theirs to act on.
  'front-door-officer': {
    classes: ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support', 'presence-in-hospital'],
    sensitive: ['safeguarding-conclusion', 'protected-address', 'home-access-codes'],
  },
  // Fire, flood or gas in a home they let: who lives there, whom to ring, how to get in.
  'housing-officer': { classes: ['demographics', 'contacts'], sensitive: ['home-access-codes'] },
  // They support and befriend by appointment; when somebody is in danger they ring 999 or the front door.
  'carer-support-worker': undefined,
  'community-connector': undefined,
  // They look after systems, figures, agreements and other people's looks: nobody's life waits for them.
  'integration-officer': undefined,
  'records-officer': undefined,
  'data-officer': undefined,
  'privacy-officer': undefined,
  'board-member': undefined,
  signatory: undefined,
}

/** The jobs in which a record may be opened in an emergency. */
export const EMERGENCY_ROLE_LIST: readonly Role[] = (Object.keys(EMERGENCY_ROLES) as Role[]).filter(
  role => EMERGENCY_ROLES[role] !== undefined,
)
