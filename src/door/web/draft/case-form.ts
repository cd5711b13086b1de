import type { Say } from '#ground/language/say.ts'
import { ROLES } from '#record/organisation/role.ts'
import type { DraftCase } from '#record/sharing/agreement/draft/draft.ts'
import { ACTIONS, AGREED_PURPOSES, AGREED_RELATIONSHIPS, DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { codes, organisationOptions } from './clause-form.ts'
import { type Answers, type Choices, type Field, filledWith, type Option } from './fields.ts'
import type { PartForm } from './form.ts'

const AGE_MAX = 120

/** One worked case: who wants to do what, and what has to come out. */
export const caseForm: PartForm<DraftCase> = {
  fields: (say, choices, value) => [
    {
      kind: 'words',
      name: 'words',
      label: say('agreementField.words'),
      hint: say('draft.caseWordsHint'),
      isLong: true,
    },
    ...askerFields(say, choices, value),
    ...askedFields(say, choices, value),
    ...personFields(say),
    {
      kind: 'one',
      name: 'may',
      label: say('agreementField.caseMay'),
      options: [
        { value: 'yes', label: say('draft.mayYes') },
        { value: 'no', label: say('draft.mayNot') },
      ],
    },
  ],
  fill: ({ words, may, age, inHospital, ...chosen }) => ({
    ...filledWith.words('words', words),
    role: chosen.role,
    organisation: chosen.organisation,
    relationship: chosen.relationship ?? '',
    purpose: chosen.purpose,
    giver: chosen.giver,
    dataClass: chosen.dataClass,
    action: chosen.action,
    age: age === undefined ? '' : String(age),
    ...(inHospital && filledWith.many('inHospital', ['yes'])),
    time: chosen.time ?? '',
    may: may ? 'yes' : 'no',
  }),
  read: (answers, choices, value) => {
    const organisations = [...choices.organisations.map(({ code }) => code), value.organisation, value.giver]
    return {
      words: answers.words('words'),
      role: answers.one('role', ROLES),
      organisation: answers.one('organisation', organisations),
      purpose: answers.one('purpose', AGREED_PURPOSES),
      giver: answers.one('giver', organisations),
      dataClass: answers.one('dataClass', DATA_CLASSES),
      action: answers.one('action', ACTIONS),
      ...aboutThePerson(answers),
      may: answers.one('may', ['yes', 'no']) === 'yes',
    }
  },
}

function aboutThePerson(answers: Answers): Pick<DraftCase, 'relationship' | 'age' | 'inHospital' | 'time'> {
  const relationship = answers.one('relationship', AGREED_RELATIONSHIPS)
  const age = answers.number('age', 0, AGE_MAX)
  const time = answers.time('time')
  return {
    ...(relationship !== '' && { relationship }),
    ...(age !== undefined && { age }),
    ...(answers.many('inHospital', ['yes']).length > 0 && { inHospital: true as const }),
    ...(time !== '' && { time }),
  }
}

function askerFields(say: Say, choices: Choices, { organisation }: DraftCase): Field[] {
  return [
    { kind: 'list', name: 'role', label: say('agreementField.role'), options: chosen(say, codes(say, 'role', ROLES)) },
    {
      kind: 'list',
      name: 'organisation',
      label: say('agreementField.organisation'),
      options: chosen(say, organisationOptions(say, choices, named(organisation))),
    },
    {
      kind: 'list',
      name: 'relationship',
      label: say('agreementField.relationship'),
      options: [{ value: '', label: say('draft.noTie') }, ...codes(say, 'relationship', AGREED_RELATIONSHIPS)],
    },
    {
      kind: 'list',
      name: 'purpose',
      label: say('agreementField.purpose'),
      options: chosen(say, codes(say, 'purpose', AGREED_PURPOSES)),
    },
  ]
}

function askedFields(say: Say, choices: Choices, { giver }: DraftCase): Field[] {
  return [
    { kind: 'one', name: 'action', label: say('agreementField.action'), options: codes(say, 'action', ACTIONS) },
    {
      kind: 'list',
      name: 'dataClass',
      label: say('agreementField.dataClass'),
      options: chosen(say, codes(say, 'dataClass', DATA_CLASSES)),
    },
    {
      kind: 'list',
      name: 'giver',
      label: say('agreementField.giver'),
      options: chosen(say, organisationOptions(say, choices, named(giver))),
    },
  ]
}

function personFields(say: Say): Field[] {
  return [
    { kind: 'line', name: 'age', label: say('agreementField.age'), hint: say('draft.ageHint'), isShort: true },
    {
      kind: 'many',
      name: 'inHospital',
      label: say('agreementField.inHospital'),
      options: [{ value: 'yes', label: say('draft.inHospitalYes') }],
    },
    { kind: 'line', name: 'time', label: say('agreementField.time'), hint: say('draft.timeHint'), isShort: true },
  ]
}

function chosen(say: Say, options: readonly Option[]): Option[] {
  return [{ value: '', label: say('draft.choose') }, ...options]
}

function named(code: string): string[] {
  return code === '' ? [] : [code]
}
