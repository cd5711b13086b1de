import { idFor } from '#ground/chance.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import type { CarriedPlan } from './carried-plan.ts'

const WRITTEN = new Date('2026-11-20T10:00:00Z')
const SAID = new Date('2026-11-21T11:30:00Z')
const COUNCIL = { id: idFor('organisation cyngor'), code: 'cyngor' }
const PERSON = { id: idFor('organisation person'), code: THE_PERSON }

/** A plan with an item of every kind, and of everything that can be known of one at least one. */
export function somethingOfEverything(): CarriedPlan {
  return {
    planId: idFor('plan'),
    banner: {
      personId: idFor('person'),
      name: 'Nesta Rowlands',
      family: 'Rowlands',
      given: 'Nesta',
      birthDate: '1950-02-03',
      nhsNumber: '9990000042' as NhsNumber,
      deceased: false,
      language: 'cy',
    },
    aboutMe: [
      {
        part: 'most-important',
        versionId: idFor('part'),
        words: 'Yr ardd & <Taid>.',
        language: 'cy',
        helpedBy: 'Megan',
        writtenBy: 'Nesta Rowlands',
        writtenAt: WRITTEN,
      },
    ],
    items: [...hers(), ...othersDo()],
    organisations: [
      {
        ...COUNCIL,
        name: { en: 'The Council', cy: 'Y Cyngor' },
        phones: [{ number: '01632 960999', when: { en: 'Day and night', cy: 'Ddydd a nos' } }],
      },
    ],
    takenAt: new Date('2026-11-22T09:00:00Z'),
  }
}

function hers(): PlanItem[] {
  return [
    item('matters', 'about-me', PERSON),
    item('strength', 'plan', PERSON),
    item('need', 'plan', PERSON),
    item('goal', 'plan', PERSON, {
      partOf: idFor('need'),
      dueOn: '2027-03-01',
      helpedBy: 'Megan',
      version: 3,
      stances: [
        { agrees: true, words: undefined, takenBy: 'Megan Rowlands', takenById: idFor('megan'), takenAt: SAID },
        { agrees: false, words: 'Mae’n rhy bell.', takenBy: 'Huw Tomos', takenById: idFor('huw'), takenAt: SAID },
      ],
      proposals: [
        {
          id: idFor('proposal'),
          version: 3,
          words: 'As far as the shop.',
          language: 'en',
          why: 'A step at a time',
          dueOn: '2027-03-01',
          details: {},
          fits: true,
          isBeside: false,
          proposedBy: 'Huw Tomos',
          proposedById: idFor('huw'),
          proposedAt: SAID,
        },
      ],
      scores: [
        { score: 2, words: undefined, saidBy: 'Nesta Rowlands', saidAt: WRITTEN },
        { score: 5, words: 'Gwell.', saidBy: 'Nesta Rowlands', saidAt: SAID },
      ],
    }),
  ]
}

function othersDo(): PlanItem[] {
  return [
    item('action', 'care-and-support', COUNCIL, {
      partOf: idFor('goal'),
      language: 'en',
      dueOn: '2026-12-01',
      details: { person: 'Huw Tomos', funding: 'council' },
      state: { state: 'stuck', words: 'No driver on Tuesdays', saidBy: 'Huw Tomos', saidAt: SAID },
    }),
    item('monitoring', 'care-and-support', COUNCIL, { details: { howOften: 'Bob mis' } }),
    item('contingency', 'plan', PERSON, { details: { trigger: 'Os bydda i’n syrthio', contact: 'Megan' } }),
    item('warning-sign', 'plan', PERSON, { details: { whatToDo: 'Ffonio Megan' } }),
    item('anticipatory', 'care-and-support', COUNCIL),
    item('advance-statement', 'plan', PERSON),
    item('direct-payment', 'finance', COUNCIL, {
      struck: { because: 'wrong', why: 'Another scheme', struckBy: 'Huw Tomos', struckAt: SAID },
    }),
    item('home', 'housing-and-tenancy', COUNCIL, {
      offer: {
        why: 'Safer',
        offeredBy: 'Huw Tomos',
        offeredById: idFor('huw'),
        offeredAt: SAID,
        declined: undefined,
      },
    }),
    item('safeguarding-conclusion', 'safeguarding-conclusion', COUNCIL),
  ]
}

function item(
  kind: ItemKind,
  dataClass: DataClass,
  owner: { readonly id: string; readonly code: string },
  more: Partial<PlanItem> = {},
): PlanItem {
  return {
    id: idFor(kind),
    kind,
    partOf: undefined,
    ownerId: owner.id,
    ownerCode: owner.code,
    dataClass,
    version: 1,
    words: `Geiriau am ${kind}.`,
    language: 'cy',
    dueOn: undefined,
    helpedBy: undefined,
    details: {},
    writtenBy: owner.code === THE_PERSON ? 'Nesta Rowlands' : 'Huw Tomos',
    writtenById: undefined,
    writtenAs: undefined,
    writtenAt: WRITTEN,
    proposals: [],
    stances: [],
    state: undefined,
    scores: [],
    struck: undefined,
    offer: undefined,
    ...more,
  }
}
