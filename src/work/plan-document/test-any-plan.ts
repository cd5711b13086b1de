import fc from 'fast-check'
import { idFor } from '#ground/chance.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import { DATA_CLASSES, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { ABOUT_ME_PARTS } from '#work/about-me/about-me.ts'
import { DETAIL_NAMES, FUNDING } from '#work/plan/details/details.ts'
import { ITEM_KINDS } from '#work/plan/item-kind.ts'
import { ACTION_STATES, type PlanItem } from '#work/plan/plan.ts'
import type { CarriedOrganisation, CarriedPlan } from './carried-plan.ts'

/** Words as people write them, and as nobody should: with what XML and JSON must escape, in any script. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(text => text.trim() !== '' && text.isWellFormed())
/** Plain objects, as JSON makes them. */
const record = <Fields>(fields: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> }) =>
  fc.record<Fields>(fields, { noNullPrototype: true })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const moment = fc.date({ min: new Date('2016-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const day = moment.map(at => at.toISOString().slice(0, 10))
const language = fc.constantFrom('cy' as const, 'en' as const)
const count = fc.integer({ min: 1, max: 40 })
const uuid = fc.integer({ min: 0, max: 1e9 }).map(number => idFor(`any ${number}`))

const ORGANISATIONS: readonly CarriedOrganisation[] = ['cyngor', 'bwrdd-iechyd', 'cartrefi'].map(code => ({
  id: idFor(`organisation ${code}`),
  code,
  name: { en: `${code} in English`, cy: `${code} yn Gymraeg` },
  phones: [{ number: '01632 960999', when: { en: 'Always', cy: 'Bob amser' } }],
}))

/** Any plan that could be carried: items of every kind, each with what can be known of it. */
export function anyCarriedPlan(): fc.Arbitrary<CarriedPlan> {
  const owner = fc.constantFrom(...ORGANISATIONS, { id: idFor('the person'), code: THE_PERSON })
  const items = fc.array(record({ fields: anyFields(), owner, partOf: fc.nat(5) }), { minLength: 1, maxLength: 6 })
  return record({ items, takenAt: moment, aboutMe: anyAboutMe(), named: fc.boolean() }).map(
    ({ items, takenAt, aboutMe, named }) => ({
      planId: idFor('a plan'),
      banner: {
        personId: idFor('a person'),
        ...(named
          ? { name: 'Mair Wyn Pritchard', family: 'Pritchard', given: 'Mair Wyn', birthDate: '1942-03-17' }
          : { name: '', family: '', given: '', birthDate: undefined }),
        nhsNumber: named ? ('9990000042' as NhsNumber) : undefined,
        deceased: false,
        language: named ? ('cy' as const) : undefined,
      },
      aboutMe,
      items: items.map(({ fields, owner, partOf }, place) => ({
        ...fields,
        id: idFor(`item ${place}`),
        partOf: partOf < place ? idFor(`item ${partOf}`) : undefined,
        ownerId: owner.id,
        ownerCode: owner.code,
      })),
      organisations: ORGANISATIONS.filter(({ id }) => items.some(({ owner }) => owner.id === id)),
      takenAt,
    }),
  )
}

function anyFields(): fc.Arbitrary<Omit<PlanItem, 'id' | 'partOf' | 'ownerId' | 'ownerCode'>> {
  const said = { words: maybe(words), saidBy: words, saidAt: moment }
  return record({
    kind: fc.constantFrom(...ITEM_KINDS),
    dataClass: fc.constantFrom(...DATA_CLASSES),
    version: count,
    words,
    language,
    dueOn: maybe(day),
    helpedBy: maybe(words),
    details: anyDetails(),
    writtenBy: words,
    writtenById: maybe(uuid),
    writtenAs: maybe(fc.constantFrom(...REPRESENTATIVE_KINDS)),
    writtenAt: moment,
    proposals: fc.uniqueArray(anyProposal(), { maxLength: 2, selector: ({ id }) => id }),
    stances: fc.array(
      record({ agrees: fc.boolean(), words: maybe(words), takenBy: words, takenById: uuid, takenAt: moment }),
      { maxLength: 2 },
    ),
    state: maybe(record({ state: fc.constantFrom(...ACTION_STATES), ...said })),
    scores: fc.array(record({ score: fc.integer({ min: 0, max: 10 }), ...said }), { maxLength: 3 }),
    struck: maybe(record({ because: fc.constant('wrong' as const), why: words, struckBy: words, struckAt: moment })),
    offer: maybe(
      record({
        why: maybe(words),
        offeredBy: words,
        offeredById: uuid,
        offeredAt: moment,
        declined: fc.constant(undefined),
      }),
    ),
  })
}

function anyDetails(): fc.Arbitrary<PlanItem['details']> {
  const names = fc.uniqueArray(fc.constantFrom(...DETAIL_NAMES), { maxLength: 4 })
  return fc
    .tuple(names, words, fc.constantFrom(...FUNDING))
    .map(([names, text, funding]) => Object.fromEntries(names.map(name => [name, name === 'funding' ? funding : text])))
}

function anyProposal(): fc.Arbitrary<PlanItem['proposals'][number]> {
  return record({
    id: uuid,
    version: count,
    words,
    language,
    why: maybe(words),
    dueOn: fc.constantFrom(undefined, '2027-03-01'),
    details: anyDetails(),
    fits: fc.boolean(),
    isBeside: fc.boolean(),
    proposedBy: words,
    proposedById: uuid,
    proposedAt: moment,
  })
}

function anyAboutMe(): fc.Arbitrary<CarriedPlan['aboutMe']> {
  const part = record({
    part: fc.constantFrom(...ABOUT_ME_PARTS),
    versionId: uuid,
    words,
    language,
    helpedBy: maybe(words),
    writtenBy: words,
    writtenAt: moment,
  })
  return fc
    .uniqueArray(part, { maxLength: 3, selector: ({ part }) => part })
    .map(parts => parts.map((one, place) => ({ ...one, versionId: idFor(`part ${place} ${one.versionId}`) })))
}
