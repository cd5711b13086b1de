import { PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import type { DraftContent } from '#record/sharing/agreement/draft/draft.ts'
import { type Choices, filledWith } from './fields.ts'
import type { PartForm } from './form.ts'

type About = Pick<DraftContent, 'code' | 'title' | 'benefit'>

/** What it is called, and who gains by it. */
export const aboutForm: PartForm<About> = {
  fields: say => [
    { kind: 'line', name: 'code', label: say('agreementField.code'), hint: say('draft.codeHint'), isShort: true },
    { kind: 'words', name: 'title', label: say('agreementField.title') },
    {
      kind: 'words',
      name: 'benefit',
      label: say('agreementField.benefit'),
      hint: say('draft.benefitHint'),
      isLong: true,
    },
  ],
  fill: ({ code, title, benefit }) => ({
    code,
    ...filledWith.words('title', title),
    ...filledWith.words('benefit', benefit),
  }),
  read: answers => {
    const code = answers.text('code').toUpperCase()
    if (code !== '' && !/^[A-Z]+-\d+$/.test(code)) answers.wrong('code', 'draft.codeWrong')
    return { code, title: answers.words('title'), benefit: answers.words('benefit') }
  },
}

type Parties = Pick<DraftContent, 'parties'>
type Party = Parties['parties'][number]

/** Who agrees: organisations by the post that signs for them. */
export const partiesForm: PartForm<Parties> = {
  fields: (say, choices, value) => [
    {
      kind: 'many',
      name: 'parties',
      label: say('agreementField.parties'),
      hint: say('draft.partiesHint'),
      options: partiesToChoose(choices, value).map(party => ({
        value: nameOf(party),
        label: say.of(choices.organisations.find(({ code }) => code === party.organisation)?.name ?? codeOf(party)),
        hint: say.of(party.signatory),
      })),
    },
  ],
  fill: ({ parties }) => filledWith.many('parties', parties.map(nameOf)),
  read: (answers, choices, value) => {
    const chosen = partiesToChoose(choices, value)
    const ticked = new Set(answers.many('parties', chosen.map(nameOf)))
    return { parties: chosen.filter(party => ticked.has(nameOf(party))) }
  },
}

/** Whoever could sign, and besides them whoever is named already: what was written is not lost by a post that ended. */
function partiesToChoose({ signatories }: Choices, { parties }: Parties): readonly Party[] {
  const named = parties.filter(party => !signatories.some(other => nameOf(other) === nameOf(party)))
  return [...signatories, ...named]
}

function nameOf({ organisation, signatory }: Party): string {
  return `${organisation} ${signatory.en}`
}

function codeOf({ organisation }: Party): { en: string; cy: string } {
  return { en: organisation, cy: organisation }
}

type Term = Pick<DraftContent, 'from' | 'reviewOn' | 'until'>

/** Its days. */
export const termForm: PartForm<Term> = {
  fields: say => [
    { kind: 'day', name: 'from', label: say('agreementField.from'), hint: say('draft.fromHint') },
    { kind: 'day', name: 'reviewOn', label: say('agreementField.reviewOn'), hint: say('draft.reviewHint') },
    { kind: 'day', name: 'until', label: say('agreementField.until'), hint: say('draft.untilHint') },
  ],
  fill: ({ from, reviewOn, until }) => ({
    ...filledWith.day('from', from),
    ...filledWith.day('reviewOn', reviewOn),
    ...filledWith.day('until', until),
  }),
  read: answers => ({ from: answers.day('from'), reviewOn: answers.day('reviewOn'), until: answers.day('until') }),
}

type Procedures = Pick<DraftContent, 'procedures'>

/** How things are done, by the headings of a WASPI protocol. */
export const proceduresForm: PartForm<Procedures> = {
  fields: say =>
    PROCEDURES.map(heading => ({
      kind: 'words',
      name: heading,
      label: say.code('procedure', heading),
      isLong: true,
    })),
  fill: ({ procedures }) =>
    Object.assign({}, ...PROCEDURES.map(heading => filledWith.words(heading, procedures[heading]))),
  read: answers => ({
    procedures: Object.fromEntries(
      PROCEDURES.map(heading => [heading, answers.words(heading)]),
    ) as Procedures['procedures'],
  }),
}
