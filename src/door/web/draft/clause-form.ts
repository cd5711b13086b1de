import type { Say } from '#ground/language/say.ts'
import { ROLES } from '#record/organisation/role.ts'
import type { DraftClause } from '#record/sharing/agreement/draft/draft.ts'
import {
  ACTIONS,
  AGREED_PURPOSES,
  AGREED_RELATIONSHIPS,
  CLASS_BRANCHES,
  CLASS_TREE,
  type ClassBranch,
  COHORTS,
  isSensitive,
  leavesOf,
  THE_PERSON,
} from '#record/sharing/vocabulary.ts'
import { type Answers, type Choices, type Field, filledWith, type Option } from './fields.ts'
import type { PartForm } from './form.ts'

const NUMBER_MAX = 999
const DAYS_MAX = 3660

/** One clause: every field of its rule is something to choose, and nothing about it is written in a language of its own. */
export const clauseForm: PartForm<DraftClause> = {
  fields: (say, choices, value) => [
    { kind: 'words', name: 'words', label: say('agreementField.words'), hint: say('draft.wordsHint'), isLong: true },
    ...whoFields(say, choices, value),
    ...whatFields(say, choices, value),
    ...whenFields(say),
    ...lawFields(say),
    { kind: 'line', name: 'number', label: say('agreementField.number'), hint: say('draft.numberHint'), isShort: true },
  ],
  fill: ({ when, notAtHome, overridesWishes, basis, ...clause }) => ({
    number: String(clause.number),
    purpose: clause.purpose,
    cohort: clause.cohort,
    ...filledWith.words('words', clause.words),
    ...filledWith.many('receivers', clause.receivers),
    ...filledWith.many('roles', clause.roles),
    ...filledWith.many('may', clause.may),
    ...filledWith.many('classes', clause.classes),
    ...filledWith.many('givers', clause.givers),
    ...filledWith.many('relationships', clause.relationships),
    from: when?.hours?.from ?? '',
    until: when?.hours?.until ?? '',
    days: when?.daysAfterTieBegins === undefined ? '' : String(when.daysAfterTieBegins),
    ...(notAtHome && filledWith.many('notAtHome', ['yes'])),
    ...(overridesWishes && filledWith.many('overrides', ['yes'])),
    article6: basis.article6,
    article9: basis.article9,
    ...filledWith.words('power', basis.power),
  }),
  read: (answers, choices, value) => ({
    number: answers.number('number', 1, NUMBER_MAX) ?? value.number,
    words: answers.words('words'),
    givers: answers.many('givers', codesOf(choices, value.givers)),
    receivers: answers.many('receivers', codesOf(choices, value.receivers)),
    roles: answers.many('roles', ROLES),
    relationships: answers.many('relationships', AGREED_RELATIONSHIPS),
    cohort: answers.one('cohort', COHORTS) || value.cohort,
    classes: answers.many('classes', CLASSES),
    purpose: answers.one('purpose', AGREED_PURPOSES),
    may: answers.many('may', ACTIONS),
    ...whenOf(answers),
    ...(answers.many('notAtHome', ['yes']).length > 0 && { notAtHome: true as const }),
    ...(answers.many('overrides', ['yes']).length > 0 && { overridesWishes: true as const }),
    basis: {
      article6: answers.text('article6'),
      article9: answers.text('article9'),
      power: answers.words('power'),
    },
  }),
}

/** Branch by branch, each before its leaves. */
const CLASSES = CLASS_BRANCHES.flatMap(branch => [branch, ...CLASS_TREE[branch]])

function whenOf(answers: Answers): Pick<DraftClause, 'when'> {
  const [from, until] = [answers.time('from'), answers.time('until')]
  const days = answers.number('days', 1, DAYS_MAX)
  const hours = from === '' && until === '' ? undefined : { from, until }
  if (hours === undefined && days === undefined) return {}
  return { when: { ...(hours && { hours }), ...(days !== undefined && { daysAfterTieBegins: days }) } }
}

function whoFields(say: Say, choices: Choices, { receivers }: DraftClause): Field[] {
  return [
    {
      kind: 'many',
      name: 'receivers',
      label: say('agreementField.receivers'),
      options: organisationOptions(say, choices, receivers).filter(({ value }) => value !== THE_PERSON),
    },
    { kind: 'many', name: 'roles', label: say('agreementField.roles'), options: codes(say, 'role', ROLES) },
    { kind: 'many', name: 'may', label: say('agreementField.may'), options: codes(say, 'action', ACTIONS) },
    { kind: 'list', name: 'purpose', label: say('agreementField.purpose'), options: purposes(say) },
  ]
}

function whatFields(say: Say, choices: Choices, { givers, classes }: DraftClause): Field[] {
  return [
    {
      kind: 'many',
      name: 'classes',
      label: say('agreementField.classes'),
      hint: say('draft.classesHint'),
      options: CLASS_BRANCHES.flatMap(branch => [...branchOption(say, branch, classes), ...leafOptions(say, branch)]),
    },
    {
      kind: 'many',
      name: 'givers',
      label: say('agreementField.givers'),
      options: organisationOptions(say, choices, givers),
    },
    {
      kind: 'many',
      name: 'relationships',
      label: say('agreementField.relationships'),
      options: codes(say, 'relationship', AGREED_RELATIONSHIPS),
    },
    { kind: 'one', name: 'cohort', label: say('agreementField.cohort'), options: codes(say, 'cohort', COHORTS) },
  ]
}

/** A group in which everything is sensitive means nothing: it is offered only where somebody has named it. */
function branchOption(say: Say, branch: ClassBranch, named: readonly string[]): Option[] {
  if (leavesOf(branch).length === 0 && !named.includes(branch)) return []
  return [{ value: branch, label: say.code('classBranch', branch), hint: say('draft.branch'), isGroup: true }]
}

function leafOptions(say: Say, branch: ClassBranch): Option[] {
  return CLASS_TREE[branch].map(leaf => ({
    value: leaf,
    label: say.code('dataClass', leaf),
    ...(isSensitive(leaf) && { hint: say('draft.sensitive') }),
  }))
}

function whenFields(say: Say): Field[] {
  return [
    { kind: 'line', name: 'from', label: say('agreementField.hoursFrom'), hint: say('draft.hoursHint'), isShort: true },
    { kind: 'line', name: 'until', label: say('agreementField.hoursUntil'), isShort: true },
    {
      kind: 'line',
      name: 'days',
      label: say('agreementField.daysAfterTieBegins'),
      hint: say('draft.daysHint'),
      isShort: true,
    },
    {
      kind: 'many',
      name: 'notAtHome',
      label: say('agreementField.notAtHome'),
      options: [{ value: 'yes', label: say('draft.notAtHome'), hint: say('draft.notAtHomeHint') }],
    },
  ]
}

function lawFields(say: Say): Field[] {
  return [
    {
      kind: 'many',
      name: 'overrides',
      label: say('agreementField.overridesWishes'),
      options: [{ value: 'yes', label: say('draft.override'), hint: say('draft.overrideHint') }],
    },
    {
      kind: 'line',
      name: 'article6',
      label: say('agreementField.article6'),
      hint: say('draft.article6Hint'),
      isShort: true,
    },
    {
      kind: 'line',
      name: 'article9',
      label: say('agreementField.article9'),
      hint: say('draft.article9Hint'),
      isShort: true,
    },
    { kind: 'words', name: 'power', label: say('agreementField.power') },
  ]
}

/** The organisations there are, and besides them those that are named already. */
function codesOf({ organisations }: Choices, named: readonly string[]): string[] {
  return [...new Set([...organisations.map(({ code }) => code), ...named])]
}

/** The organisations to choose from, by name. */
export function organisationOptions(say: Say, choices: Choices, named: readonly string[]): Option[] {
  const names = new Map(choices.organisations.map(({ code, name }) => [code, name]))
  return codesOf(choices, named)
    .map(code => ({ value: code, label: say.of(names.get(code) ?? { en: code, cy: code }) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, say.language))
}

/** The codes of a list as something to choose. */
export function codes(
  say: Say,
  area: 'role' | 'action' | 'purpose' | 'relationship' | 'cohort' | 'dataClass',
  list: readonly string[],
): Option[] {
  return list.map(value => ({ value, label: say.code(area, value) }))
}

function purposes(say: Say): Option[] {
  return [{ value: '', label: say('draft.choose') }, ...codes(say, 'purpose', AGREED_PURPOSES)]
}
