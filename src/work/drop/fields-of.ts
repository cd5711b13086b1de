import {
  ALERT_SOURCES,
  CARE_SERVICES,
  CLOSURE_REASONS,
  PACKAGE_STATES,
  RESIDENCES,
  TENANCY_KINDS,
  VISIT_STATES,
  WORK_KINDS,
  WORK_STAGES,
} from './codes.ts'
import type { Field, Fields } from './field.ts'
import type { DropKind } from './kind.ts'

const text = (...headings: string[]): Field => ({ as: 'text', headings })
const day = (...headings: string[]): Field => ({ as: 'day', headings })

/** Whose row it is: the same in every kind of file. Several columns may say one field: parts of an address, of a postcode. */
const PERSON: Fields = {
  nhsNumber: text('nhs number', 'nhs no', 'rhif gig', 'rhif y gig'),
  nhsNumberStatus: text('nhs number status', 'nhs number verification status', 'statws rhif gig', 'statws y rhif gig'),
  title: text('title', 'teitl'),
  given: text('first name', 'forename', 'forenames', 'given name', 'given names', 'enw cyntaf', 'enwau cyntaf'),
  family: text('surname', 'last name', 'family name', 'cyfenw'),
  fullName: text('name', 'full name', 'tenant name', 'client name', 'enw', 'enw llawn', 'enw r tenant'),
  born: day('date of birth', 'dob', 'birth date', 'birthdate', 'dyddiad geni'),
  sex: text('sex', 'gender', 'rhyw', 'rhywedd'),
  language: text('language', 'preferred language', 'language preference', 'iaith', 'dewis iaith'),
  addressLine: text(
    ...[
      'address',
      'address line 1',
      'address line 2',
      'address line 3',
      'address 1',
      'address 2',
      'address 3',
      'street',
    ],
    ...['cyfeiriad', 'llinell cyfeiriad 1', 'llinell cyfeiriad 2', 'cyfeiriad 1', 'cyfeiriad 2', 'stryd'],
  ),
  town: text('town', 'town or city', 'post town', 'tref', 'tref neu ddinas'),
  postcode: text(
    ...['postcode', 'post code', 'part 1 of the property s postcode', 'part 2 of the property s postcode'],
    ...['postcode part 1', 'postcode part 2', 'cod post', 'cod post rhan 1', 'cod post rhan 2'],
  ),
  uprn: text('uprn', 'property uprn', 'if known provide this property s uprn', 'rhif yr eiddo uprn'),
  phone: text('phone', 'telephone', 'telephone number', 'mobile', 'mobile number', 'ffon', 'rhif ffon', 'symudol'),
  email: text('email', 'e mail', 'email address', 'ebost', 'e bost', 'cyfeiriad e bost'),
}

const tenant: Field = {
  as: 'text',
  isRequired: true,
  headings: [
    ...['tenant reference', 'tenant ref', 'tenant id', 'tenant number', 'person reference', 'person ref', 'person id'],
    ...[
      'what is the tenant code',
      'tenant code',
      'cyfeirnod tenant',
      'cyfeirnod y tenant',
      'rhif y tenant',
      'cyfeirnod y person',
    ],
  ],
}
const client: Field = {
  as: 'text',
  isRequired: true,
  headings: [
    ...['la adult identifier', 'adult identifier', 'client id', 'client reference', 'client ref', 'case number'],
    ...[
      'person id',
      'person reference',
      'service user id',
      'service user reference',
      'dynodydd oedolyn',
      'dynodydd yr oedolyn',
    ],
    ...['cyfeirnod cleient', 'cyfeirnod y cleient', 'rhif achos', 'cyfeirnod y person', 'rhif y person'],
  ],
}
const reference = (...headings: string[]): Field => ({ as: 'text', isRequired: true, headings })

const FIELDS: Readonly<Record<DropKind, Fields>> = {
  'care-and-support': {
    localId: client,
    startsOn: {
      ...day(
        ...[
          'start of latest continuous period',
          'start date of latest continuous period',
          'start date',
          'plan start date',
        ],
        ...['dechrau r cyfnod parhaus diweddaraf', 'dyddiad dechrau', 'dyddiad dechrau r cynllun'],
      ),
      isRequired: true,
    },
    endsOn: day('date closed', 'plan end date', 'end date', 'dyddiad cau', 'dyddiad gorffen'),
    closureReason: { as: CLOSURE_REASONS, headings: ['reason for closure', 'closure reason', 'rheswm dros gau'] },
    kind: text('types of care', 'type of care', 'services', 'mathau o ofal', 'math o ofal', 'gwasanaethau'),
    livesIn: {
      as: RESIDENCES,
      headings: ['residence', 'residence at 31 march', 'preswylfa', 'preswylfa ar 31 mawrth'],
    },
    safeguarding: {
      as: 'yes-no',
      headings: ['current safeguarding', 'adult safeguarding', 'diogelu cyfredol', 'diogelu oedolion'],
    },
  },
  'care-packages': {
    localId: client,
    reference: reference(
      'package reference',
      'package ref',
      'package id',
      'order number',
      'cyfeirnod pecyn',
      'cyfeirnod y pecyn',
    ),
    kind: {
      as: CARE_SERVICES,
      isRequired: true,
      headings: [
        'service',
        'service type',
        'type of care',
        'type of service',
        'gwasanaeth',
        'math o wasanaeth',
        'math o ofal',
      ],
    },
    provider: text('provider', 'provider name', 'care provider', 'darparwr', 'enw r darparwr', 'darparwr gofal'),
    hoursAWeek: {
      as: 'number',
      headings: [
        'hours per week',
        'hours a week',
        'weekly hours',
        'hours',
        'oriau r wythnos',
        'oriau yr wythnos',
        'oriau',
      ],
    },
    startsOn: { ...day('start date', 'from', 'starts on', 'dyddiad dechrau', 'o'), isRequired: true },
    endsOn: day('end date', 'to', 'ends on', 'dyddiad gorffen', 'hyd at'),
    state: { as: PACKAGE_STATES, headings: ['status', 'package status', 'statws', 'statws y pecyn'] },
  },
  tenancies: {
    localId: tenant,
    reference: reference(
      ...['tenancy reference', 'tenancy ref', 'tenancy id', 'tenancy number', 'contract reference'],
      ...[
        'cyfeirnod tenantiaeth',
        'cyfeirnod y denantiaeth',
        'rhif tenantiaeth',
        'rhif y denantiaeth',
        'cyfeirnod y contract',
      ],
    ),
    kind: {
      as: TENANCY_KINDS,
      headings: ['tenancy type', 'type of tenancy', 'contract type', 'math o denantiaeth', 'math o gontract'],
    },
    startsOn: {
      ...day(
        ...['tenancy start date', 'start date', 'tenancy start', 'what is the tenancy start date'],
        ...[
          'what is the tenancy start date day dd',
          'what is the tenancy start date month mm',
          'what is the tenancy start date year yy',
        ],
        ...['dyddiad dechrau', 'dyddiad dechrau r denantiaeth', 'dechrau r denantiaeth'],
      ),
      isRequired: true,
    },
    endsOn: day(
      'tenancy end date',
      'end date',
      'tenancy end',
      'dyddiad gorffen',
      'dyddiad gorffen y denantiaeth',
      'diwedd y denantiaeth',
    ),
  },
  works: {
    localId: tenant,
    reference: reference(
      ...['work reference', 'works order', 'works order number', 'job number', 'repair reference', 'order number'],
      ...['cyfeirnod gwaith', 'cyfeirnod y gwaith', 'rhif gwaith', 'rhif y gwaith', 'rhif archeb'],
    ),
    kind: { as: WORK_KINDS, isRequired: true, headings: ['work type', 'type of work', 'type', 'math o waith', 'math'] },
    description: text('description', 'work description', 'details', 'disgrifiad', 'disgrifiad o r gwaith', 'manylion'),
    stage: {
      as: WORK_STAGES,
      isRequired: true,
      headings: ['stage', 'status', 'dfg stage', 'cam', 'statws', 'cam y grant'],
    },
    reportedOn: day('reported', 'reported on', 'date reported', 'raised on', 'adroddwyd', 'dyddiad adrodd'),
    dueOn: day('due', 'due date', 'target date', 'due on', 'dyddiad targed', 'i w wneud erbyn', 'erbyn'),
    completedOn: day('completed', 'completed on', 'date completed', 'completion date', 'dyddiad cwblhau', 'cwblhawyd'),
  },
  alerts: {
    localId: tenant,
    reference: reference(
      'alert reference',
      'alert ref',
      'alert id',
      'person alert id',
      'cyfeirnod rhybudd',
      'cyfeirnod y rhybudd',
    ),
    alertCode: {
      as: 'text',
      isRequired: true,
      headings: ['alert code', 'alert subcode', 'code', 'cod rhybudd', 'cod y rhybudd', 'cod'],
    },
    startsOn: { ...day('start date', 'from', 'dyddiad dechrau', 'o'), isRequired: true },
    endsOn: day('end date', 'to', 'dyddiad gorffen', 'hyd at'),
    reviewOn: day('review date', 'review on', 'dyddiad adolygu'),
    source: { as: ALERT_SOURCES, headings: ['source', 'source type', 'ffynhonnell'] },
    description: text('alert description', 'description', 'notes', 'disgrifiad', 'nodiadau'),
  },
  visits: {
    localId: client,
    reference: reference(
      'visit reference',
      'visit ref',
      'visit id',
      'call id',
      'cyfeirnod ymweliad',
      'cyfeirnod yr ymweliad',
    ),
    startsAt: {
      as: 'moment',
      isRequired: true,
      headings: [
        'visit date',
        'date',
        'start',
        'start time',
        'starts',
        'planned start',
        'dyddiad',
        'amser dechrau',
        'dechrau',
      ],
    },
    endsAt: { as: 'moment', headings: ['end', 'planned end', 'ends', 'diwedd'] },
    minutes: {
      as: 'number',
      headings: ['minutes', 'duration', 'duration minutes', 'length minutes', 'munudau', 'hyd munudau', 'hyd'],
    },
    worker: text('worker', 'carer', 'care worker', 'staff', 'gweithiwr', 'gofalwr', 'gweithiwr gofal'),
    state: { as: VISIT_STATES, headings: ['status', 'visit status', 'statws', 'statws yr ymweliad'] },
    description: text('purpose', 'visit type', 'tasks', 'pwrpas', 'math o ymweliad', 'tasgau'),
  },
}

/** The fields that a kind of file may have: whose row it is first. */
export function fieldsOf(kind: DropKind): Fields {
  const { localId, ...own } = FIELDS[kind]
  return { ...(localId && { localId }), ...PERSON, ...own }
}
