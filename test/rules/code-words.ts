import { RESULT_FLAGS } from '#door/web/clinical/flag.ts'
import { FIELD_NAMES } from '#door/web/draft/issue-words.ts'
import type { Strength } from '#door/web/identity/evidence.ts'
import { COMPARED_FIELDS } from '#door/web/identity/fields.ts'
import { MAP_WORDS } from '#door/web/sender/map-words.ts'
import type { EmbeddedProblem, EmbeddedProgress } from '#ground/db/embedded/problem.ts'
import type { MigrateProblem } from '#ground/db/migrate.ts'
import type { ReachProblem } from '#ground/db/reach.ts'
import type { SendProblem } from '#ground/mllp/client.ts'
import { RESULT_STATUSES } from '#record/chart/clinical/results.ts'
import { LANGUAGE_NEEDS } from '#record/chart/language-answer.ts'
import { SKILL_LEVEL_MAX, SKILLS } from '#record/organisation/language-skill.ts'
import { ROLES } from '#record/organisation/role.ts'
import { AGE_GROUPS, NAME_GROUPS } from '#record/person/estimate/strata.ts'
import { INSTITUTION_CLASSES } from '#record/person/home/institution.ts'
import { GUARDS } from '#record/person/matching/guards/index.ts'
import { startingModel } from '#record/person/matching/model-start.ts'
import { RECORD_FAULTS } from '#record/person/quality/fault.ts'
import { REVIEW_REASONS } from '#record/person/review/reason.ts'
import { PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import type { standing } from '#record/sharing/agreement/agreements.ts'
import { FAULTS } from '#record/sharing/agreement/fault.ts'
import { ISSUES } from '#record/sharing/agreement/issues.ts'
import { CHECKS } from '#record/sharing/decision/checks/index.ts'
import type { Failure } from '#record/sharing/decision/decide.ts'
import { EMERGENCY_CATEGORIES } from '#record/sharing/emergency/category.ts'
import { REVIEW_OUTCOMES } from '#record/sharing/emergency/emergency.ts'
import { TIE_SOURCES } from '#record/sharing/relationship/sources.ts'
import { CAPACITY_DECISIONS, REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import { ACTS } from '#record/sharing/representative/representatives-of.ts'
import type { TrailFaultCode } from '#record/sharing/trail/proof/check.ts'
import {
  ACTIONS,
  AGREED_RELATIONSHIPS,
  CLASS_BRANCHES,
  COHORTS,
  DATA_CLASSES,
  PURPOSES,
  RELATIONSHIPS,
  TIES_NOBODY_CLAIMS,
} from '#record/sharing/vocabulary.ts'
import type { OrganisationKind } from '#seed/region/shape.ts'
import { ALERT_GROUPS, ALERTS_IN_WORDS } from '#work/drop/alert-codes.ts'
import { CELL_FAULTS } from '#work/drop/cell.ts'
import { CODE_LISTS } from '#work/drop/code-system.ts'
import { DROP_FIELDS } from '#work/drop/field.ts'
import { DROP_KINDS } from '#work/drop/kind.ts'
import { ORDER_KINDS } from '#work/family/orders.ts'
import { URGENCIES } from '#work/hand-over/hand-over.ts'
import type { DecideProblem } from '#work/identity/decide.ts'
import type { ReverseProblem } from '#work/identity/reverse.ts'
import type { Risk } from '#work/identity/risk.ts'
import type { SecondProblem } from '#work/identity/second.ts'
import type { NoticeKind } from '#work/notice/notice-kind.ts'
import type { CarrierName, OutgoingKind } from '#work/outbox/outgoing.ts'
import { PROTECTION_KINDS } from '#work/privacy/identity-facts/protect.ts'
import { MAP_PARTS, VISIT_KINDS } from '#work/sender/map.ts'
import { CONTENTS, type SubscriptionStatus } from '#work/telling/subscription/subscription.ts'
import { TOPICS } from '#work/telling/topic.ts'
import type { ServeProblem } from '../../src/serve.ts'
import type { TrailKeyProblem } from '../../src/trail-key.ts'
import { all } from './all.ts'
import { ASSESSMENT_CODES } from './assessment-codes.ts'
import { FHIR_ISSUES, TERMINOLOGY_ANSWERS } from './fhir-codes.ts'
import { PLAN_CODES } from './plan-codes.ts'
import { QUARANTINE_CODES } from './quarantine-codes.ts'
import { TALK_CODES } from './talk-codes.ts'

const SENDS = all<SendProblem>({
  'mllp.noConnection': true,
  'mllp.wrongHost': true,
  'mllp.untrusted': true,
  'mllp.timeout': true,
  'mllp.cut': true,
  'mllp.badAck': true,
  'mllp.wrongAck': true,
  'mllp.notFrameable': true,
})

const FAILURES = [
  ...Object.keys(CHECKS),
  ...all<Exclude<Failure, keyof typeof CHECKS>>({
    'person-has-not-chosen': true,
    'capacity-holds': true,
    'no-clause': true,
    'not-theirs-to-decide': true,
  }),
]

/** Codes that are said by the words of their area, in camel case; each area holds words for all of them. */
export const CODE_WORDS: Readonly<Record<string, readonly string[]>> = {
  action: ACTIONS,
  agreementField: FIELD_NAMES,
  agreementIssue: ISSUES,
  agreementFault: [...FAULTS, 'overlaps'],
  classBranch: CLASS_BRANCHES,
  cohort: COHORTS,
  institution: [...INSTITUTION_CLASSES, 'many'],
  protection: PROTECTION_KINDS,
  ...ASSESSMENT_CODES,
  cellFault: [...CELL_FAULTS, 'too-few', 'too-many'],
  ...Object.fromEntries(Object.entries(CODE_LISTS).map(([name, list]) => [name, Object.keys(list)])),
  personAlert: [...ALERT_GROUPS, ...ALERTS_IN_WORDS],
  dropField: DROP_FIELDS,
  fhirIssue: FHIR_ISSUES,
  terminology: TERMINOLOGY_ANSWERS,
  dropKind: DROP_KINDS,
  dataClass: DATA_CLASSES,
  procedure: PROCEDURES,
  familyOrder: ORDER_KINDS,
  languageNeed: LANGUAGE_NEEDS,
  languageSkill: [...SKILLS, ...Array.from({ length: SKILL_LEVEL_MAX + 1 }, (_, level) => `level${level}`)],
  role: ROLES,
  purpose: PURPOSES,
  recordFault: RECORD_FAULTS,
  recordFaultFix: RECORD_FAULTS,
  ...PLAN_CODES,
  relationship: RELATIONSHIPS,
  resultFlag: RESULT_FLAGS,
  resultStatus: RESULT_STATUSES,
  tieKind: RELATIONSHIPS,
  tieSource: [...TIE_SOURCES, 'other'],
  office: REPRESENTATIVE_KINDS,
  check: FAILURES,
  lack: FAILURES,
  emergency: EMERGENCY_CATEGORIES.map(category => `category-${category}`),
  emergencyPerson: REVIEW_OUTCOMES.map(outcome => `outcome-${outcome}`),
  emergencyReview: REVIEW_OUTCOMES.map(outcome => `outcome-${outcome}`),
  acts: ACTS,
  capacityDecision: CAPACITY_DECISIONS,
  workTie: AGREED_RELATIONSHIPS.filter(kind => !(TIES_NOBODY_CLAIMS as readonly string[]).includes(kind)),
  notice: all<NoticeKind>({
    admitted: true,
    moved: true,
    'on-leave': true,
    'back-from-leave': true,
    'expected-home': true,
    'not-home-yet': true,
    'went-home': true,
    'admission-cancelled': true,
    died: true,
    'death-withdrawn': true,
    'moved-home': true,
    'changed-gp': true,
    'plan-version': true,
    'safeguarding-concluded': true,
    mentioned: true,
    asked: true,
    answered: true,
  }),
  agreement: all<ReturnType<typeof standing>>({ 'in-force': true, 'not-yet': true, expired: true, unsigned: true }),
  ...TALK_CODES,
  handOver: [...URGENCIES, ...['accepted', 'declined', 'withdrawn'].map(answer => `is-${answer}`)],
  mapPart: Object.keys(MAP_PARTS),
  mapWord: [...MAP_WORDS, ...VISIT_KINDS, 'true', 'false'],
  messages: ['applied', 'duplicate', 'quarantined', 'refused'].map(outcome => `outcome-${outcome}`),
  outbox: [
    ...['unconfirmed', 'open', 'paused', 'closed'].map(standing => `standing-${standing}`),
    ...all<CarrierName>({ mllp: true, https: true, smtp: true }).map(carrier => `carrier-${carrier}`),
    ...all<OutgoingKind>({
      mail: true,
      'stay-message': true,
      'referral-answer': true,
      'subscription-notification': true,
    }).map(kind => `kind-${kind}`),
    ...TOPICS.map(topic => `topic-${topic}`),
    ...CONTENTS.map(content => `content-${content}`),
    ...all<SubscriptionStatus>({ requested: true, active: true, error: true, off: true }).map(
      status => `subscription-${status}`,
    ),
    ...SENDS,
    ...[
      'https.noConnection',
      'https.timeout',
      'https.notSecure',
      'https.elsewhere',
      'https.privateAddress',
      'smtp.noConnection',
    ],
    ...['websocket.slow', 'websocket.unanswered', 'websocket.token-over', 'subscription.nobodyListens'],
    ...['rejected', 'wrongTooOften', 'noAnswer', 'full', 'brokeOff', 'noCarrier'].map(code => `outbox.${code}`),
  ],
  trailFault: all<TrailFaultCode>({
    gap: true,
    'entry-missing': true,
    'entry-changed': true,
    'entry-unbound': true,
    'erased-and-there': true,
    'link-broken': true,
    'tile-wrong': true,
    'head-wrong': true,
    'head-unsigned': true,
    'witness-unsigned': true,
  }),
  fhir: ['applied', 'duplicate', 'quarantined', 'refused'].map(outcome => `taken-${outcome}`),
  feed: SENDS.map(code => code.replace('mllp.', '')),
  quarantine: QUARANTINE_CODES,
  reviewReason: REVIEW_REASONS.map(reason => reason.replace('.', '-')),
  identity: [
    ...all<Risk>({ bothLivedIn: true, bothSeveral: true, protected: true, diedOnOneSide: true }).map(
      one => `risk-${one}`,
    ),
    ...all<Strength>({
      strongFor: true,
      for: true,
      slightlyFor: true,
      neither: true,
      slightlyAgainst: true,
      against: true,
      strongAgainst: true,
    }),
    ...COMPARED_FIELDS.map(({ name }) => `field-${name}`),
    ...['male', 'female', 'other', 'unknown'].map(sex => `sex-${sex}`),
    ...['stranger', 'household'].map(one => `otherwise-${one}`),
    ...['same', 'different'].flatMap(said => [said, `told-${said}`]),
    'oneSaysNothing',
    'confirmed',
    'stopped',
    ...all<SecondProblem | DecideProblem | ReverseProblem>({
      'record.notShown': true,
      'identity.wordsMissing': true,
      'identity.wordsTooLong': true,
      'identity.alreadyDecided': true,
      'identity.refused': true,
      'identity.yourOwn': true,
      'identity.nothingToReverse': true,
    }).flatMap(code => (code.startsWith('identity.') ? [code.replace('identity.', '')] : [])),
    'saidMissing',
    'confirmsMissing',
  ],
  identityLevel: startingModel([], { records: 1, pairs: 1 }).comparisons.flatMap(({ name, levels }) =>
    levels.map(({ level }) => `${name}-${level}`),
  ),
  matchingField: startingModel([], { records: 1, pairs: 1 }).comparisons.map(({ name }) => name),
  matching: ['differencesGained', 'differencesLost'],
  accuracy: ['recall', 'compared', 'found', 'precision', 'sources', 'name', 'age'],
  nameGroup: NAME_GROUPS,
  ageGroup: AGE_GROUPS,
  organisationKind: all<OrganisationKind>({
    'health-board': true,
    hospital: true,
    council: true,
    'housing-association': true,
    'care-provider': true,
    charity: true,
    partnership: true,
    person: true,
  }),
  identityGuard: [...GUARDS.map(({ name }) => name), 'rivals', 'cluster'],
  start: all<
    | EmbeddedProblem['code']
    | TrailKeyProblem['code']
    | EmbeddedProgress
    | MigrateProblem['code']
    | ReachProblem['code']
    | ServeProblem['code']
  >({
    databaseCreating: true,
    databaseStarting: true,
    databaseRecovering: true,
    databaseAdopted: true,
    databaseLost: true,
    databaseBack: true,
    folderNotWritable: true,
    diskFull: true,
    noDatabaseForPlatform: true,
    databaseDoesNotRun: true,
    cannotLeaveRoot: true,
    databaseDidNotStart: true,
    databaseOtherVersion: true,
    passwordMissing: true,
    passwordWrong: true,
    anotherCydofal: true,
    databaseUnreachable: true,
    databaseRefused: true,
    databasePasswordRefused: true,
    databaseUnknown: true,
    databaseNewer: true,
    databaseDiffers: true,
    databaseRoleMissing: true,
    databaseRoleTooMuch: true,
    trailKeyWrong: true,
    trailKeyOther: true,
    portBusy: true,
    mllpPortBusy: true,
    mllpTlsPortBusy: true,
    mllpTlsWrong: true,
    terminologyWrong: true,
    profileNotHeld: true,
  }),
}

/** The keys that say the codes, as in `quarantine.adtNoVisit` for `adt.noVisit`. */
export function codeKeys(): string[] {
  return Object.entries(CODE_WORDS).flatMap(([area, codes]) => codes.map(code => `${area}.${camel(code)}`))
}

function camel(code: string): string {
  return code.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
}
