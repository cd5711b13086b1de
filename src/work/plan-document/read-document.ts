import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { Banner } from '#record/chart/banner.ts'
import { REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { ABOUT_ME_PARTS } from '#work/about-me/about-me.ts'
import { ITEM_KINDS } from '#work/plan/item-kind.ts'
import {
  ACTION_STATES,
  type PlanItem,
  type Proposal,
  type Score,
  STRUCK_BECAUSE,
  type Stance,
} from '#work/plan/plan.ts'
import type { CarriedOrganisation, CarriedPart, CarriedPlan } from './carried-plan.ts'
import { OUR, THEIRS } from './names.ts'
import { RESOURCE_OF_KIND } from './refer.ts'
import { languageFrom, wordsIn } from './words-in.ts'

/**
 * The plan that a document of ours carries, every field as it was when it was taken out. Undefined for a document of
 * anybody else's, and for one of ours in which something is missing without which an item could not be told.
 */
export function planIn(document: unknown): CarriedPlan | undefined {
  const resources = listAt(document, 'entry').map(entry => valueAt(entry, 'resource'))
  const ofType = (type: string) => resources.filter(one => textAt(one, 'resourceType') === type)
  const [carePlan] = ofType('CarePlan')
  const planId = listAt(carePlan, 'identifier').find(one => textAt(one, 'system') === OUR.plan)
  const takenAt = momentAt(document, 'timestamp')
  if (planId === undefined || takenAt === undefined) return undefined
  const read = resources.filter(one => extensionOf(one, OUR.item) !== undefined).map(one => itemIn(one, resources))
  const items = read.filter(item => item !== undefined)
  if (items.length < read.length) return undefined
  const organisations = ofType('Organization').map(organisationIn)
  return {
    planId: textAt(planId, 'value') ?? '',
    banner: bannerIn(ofType('Patient')[0]),
    aboutMe: resources.flatMap(aboutMeIn),
    items,
    organisations,
    takenAt,
  }
}

function aboutMeIn(resource: unknown): CarriedPart[] {
  const facts = factsIn(extensionOf(resource, OUR.aboutMeFacts))
  const part = ABOUT_ME_PARTS.find(one => one === facts.get('part'))
  const written = wordsIn(resource, 'Observation')
  const writtenAt = momentAt(resource, 'meta', 'lastUpdated')
  if (!part || !written || !writtenAt) return []
  const versionId = textAt(resource, 'meta', 'versionId')
  const [helpedBy, writtenBy = ''] = [textOf(facts, 'helpedBy'), textOf(facts, 'writtenBy')]
  return [{ part, versionId, ...written, helpedBy, writtenBy, writtenAt }]
}

function itemIn(resource: unknown, resources: readonly unknown[]): PlanItem | undefined {
  const facts = factsIn(extensionOf(resource, OUR.item))
  const kind = ITEM_KINDS.find(one => one === facts.get('kind'))
  const securityClass = listAt(resource, 'meta', 'security').find(one => textAt(one, 'system') === OUR.dataClass)
  const dataClass = DATA_CLASSES.find(one => one === textAt(securityClass, 'code'))
  const id = textAt(resource, 'id')
  const written = kind && wordsIn(resource, RESOURCE_OF_KIND[kind])
  const writtenAt = momentAt(resource, 'meta', 'lastUpdated')
  const version = Number(textAt(resource, 'meta', 'versionId'))
  if (!kind || !dataClass || !id || !written || !writtenAt || !Number.isInteger(version)) return undefined
  const about = resources.filter(one => isAbout(one, `${RESOURCE_OF_KIND[kind]}/${id}`))
  const partOf = facts.get('partOf')
  return {
    id,
    kind,
    partOf: typeof partOf === 'string' ? partOf : undefined,
    ownerId: String(facts.get('ownerId')),
    ownerCode: String(facts.get('ownerCode')),
    dataClass,
    version,
    ...written,
    dueOn: textOf(facts, 'dueOn'),
    helpedBy: textOf(facts, 'helpedBy'),
    details: Object.fromEntries(mapOf(facts, 'details')),
    writtenBy: textOf(facts, 'writtenBy') ?? '',
    writtenById: textOf(facts, 'writtenById'),
    writtenAs: REPRESENTATIVE_KINDS.find(kind => kind === textOf(facts, 'writtenAs')),
    writtenAt,
    proposals: about.flatMap(one => proposalIn(one)),
    stances: about.flatMap(one => stanceIn(one)),
    state: stateIn(mapOf(facts, 'state')),
    scores: about.flatMap(one => scoreIn(one)),
    struck: struckIn(mapOf(facts, 'struck')),
    offer: offerIn(mapOf(facts, 'offer')),
  }
}

/** Whether a voice is about an item. */
function isAbout(resource: unknown, reference: string): boolean {
  return (
    textAt(resource, 'focus', 'reference') === reference ||
    textAt(resource, 'provision', 'data', 'reference', 'reference') === reference
  )
}

function isPart(resource: unknown, part: string): boolean {
  return [...listAt(resource, 'category'), ...listAt(resource, 'code')].some(concept =>
    listAt(concept, 'coding').some(one => textAt(one, 'system') === OUR.part && textAt(one, 'code') === part),
  )
}

function stanceIn(resource: unknown): Stance[] {
  const takenAt = momentAt(resource, 'dateTime')
  if (!isPart(resource, 'stance') || takenAt === undefined) return []
  return [
    {
      agrees: textAt(resource, 'provision', 'type') === 'permit',
      words: textOf(factsIn(extensionOf(resource, OUR.stance)), 'words'),
      takenBy: textAt(resource, 'performer', 'display') ?? '',
      takenById: textAt(resource, 'performer', 'identifier', 'value') ?? '',
      takenAt,
    },
  ]
}

function proposalIn(resource: unknown): Proposal[] {
  const proposedAt = momentAt(resource, 'authoredOn')
  const written = wordsIn(resource, 'Task')
  if (!isPart(resource, 'proposal') || proposedAt === undefined || written === undefined) return []
  const facts = factsIn(extensionOf(resource, OUR.proposal))
  return [
    {
      ...besidesIn(textOf(facts, 'more')),
      dueOn: undefined,
      details: {},
      fits: true,
      isBeside: false,
      ...(JSON.parse(textOf(facts, 'more') ?? '{}') as object),
      id: textAt(resource, 'id') ?? '',
      version: Number(facts.get('version')),
      ...written,
      why: textOf(facts, 'why'),
      proposedBy: textAt(resource, 'requester', 'display') ?? '',
      proposedById: textAt(resource, 'requester', 'identifier', 'value') ?? '',
      proposedAt,
    },
  ]
}

/** What was offered besides words, as it was; nothing where somebody has made it unreadable. */
function besidesIn(text = '{}'): object {
  try {
    const besides: unknown = JSON.parse(text)
    return typeof besides === 'object' && besides !== null && !Array.isArray(besides) ? besides : {}
  } catch {
    return {}
  }
}

function scoreIn(resource: unknown): Score[] {
  const score = valueAt(resource, 'valueInteger')
  const saidAt = momentAt(resource, 'effectiveDateTime')
  if (!isPart(resource, 'score') || typeof score !== 'number' || saidAt === undefined) return []
  const saidBy = textAt(resource, 'performer', 'display') ?? ''
  return [{ score, words: textAt(resource, 'note', 'text'), saidBy, saidAt }]
}

function stateIn(facts: Facts): PlanItem['state'] {
  const state = ACTION_STATES.find(one => one === facts.get('state'))
  const saidAt = momentOf(facts, 'saidAt')
  if (state === undefined || saidAt === undefined) return undefined
  return { state, words: textOf(facts, 'words'), saidBy: textOf(facts, 'saidBy') ?? '', saidAt }
}

function struckIn(facts: Facts): PlanItem['struck'] {
  const because = STRUCK_BECAUSE.find(one => one === facts.get('because'))
  const struckAt = momentOf(facts, 'struckAt')
  if (because === undefined || struckAt === undefined) return undefined
  return { because, why: textOf(facts, 'why') ?? '', struckBy: textOf(facts, 'struckBy') ?? '', struckAt }
}

function offerIn(facts: Facts): PlanItem['offer'] {
  const offeredAt = momentOf(facts, 'offeredAt')
  if (offeredAt === undefined) return undefined
  return {
    why: textOf(facts, 'why'),
    offeredBy: textOf(facts, 'offeredBy') ?? '',
    offeredById: textOf(facts, 'offeredById') ?? '',
    offeredAt,
    declined: undefined,
  }
}

function organisationIn(resource: unknown): CarriedOrganisation {
  return {
    id: textAt(resource, 'id') ?? '',
    code: textAt(resource, 'identifier', 'value') ?? '',
    name: bilingualFrom(textAt(resource, 'name'), valueAt(resource, '_name')),
    phones: listAt(resource, 'telecom').map(phone => {
      const answered = extensionOf(phone, OUR.whenAnswered)
      return {
        number: textAt(phone, 'value') ?? '',
        when: bilingualFrom(textAt(answered, 'valueString'), valueAt(answered, '_valueString')),
      }
    }),
  }
}

function bilingualFrom(words = '', beside: unknown): Bilingual {
  const extensions = listAt(beside, 'extension')
  const own =
    languageFrom(
      textAt(
        extensions.find(one => textAt(one, 'url') === THEIRS.language),
        'valueCode',
      ),
    ) ?? 'cy'
  const translation = extensions.find(one => textAt(one, 'url') === THEIRS.translation)
  const content = listAt(translation, 'extension').find(one => textAt(one, 'url') === 'content')
  const other = textAt(content, 'valueString') ?? ''
  return own === 'cy' ? { cy: words, en: other } : { en: words, cy: other }
}

function bannerIn(patient: unknown): Banner {
  const name = valueAt(patient, 'name')
  return {
    personId: textAt(patient, 'id') ?? '',
    name: textAt(name, 'text') ?? '',
    family: textAt(name, 'family') ?? '',
    given: listAt(name, 'given').join(' '),
    birthDate: textAt(patient, 'birthDate'),
    nhsNumber: parseNhsNumber(textAt(patient, 'identifier', 'value') ?? ''),
    deceased: valueAt(patient, 'deceasedBoolean') === true,
    language: languageFrom(textAt(patient, 'communication', 'language', 'coding', 'code')),
  }
}

type Facts = ReadonlyMap<string, unknown>

/** What an extension of ours says, by name; what has parts itself is a map again. */
function factsIn(extension: unknown): Facts {
  return new Map(
    listAt(extension, 'extension').map(one => {
      const value = FACT_VALUES.map(name => valueAt(one, name)).find(found => found !== undefined)
      return [textAt(one, 'url') ?? '', value ?? factsIn(one)]
    }),
  )
}

const FACT_VALUES = ['valueString', 'valueInteger', 'valueBoolean', 'valueDateTime']

function mapOf(facts: Facts, name: string): ReadonlyMap<string, string> {
  const value = facts.get(name)
  return value instanceof Map ? (value as ReadonlyMap<string, string>) : new Map()
}

function textOf(facts: Facts, name: string): string | undefined {
  const value = facts.get(name)
  return typeof value === 'string' ? value : undefined
}

function momentOf(facts: Facts, name: string): Date | undefined {
  return momentFrom(textOf(facts, name))
}

function momentAt(value: unknown, ...path: readonly string[]): Date | undefined {
  return momentFrom(textAt(value, ...path))
}

function momentFrom(text: string | undefined): Date | undefined {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? undefined : new Date(at)
}

function extensionOf(resource: unknown, url: string): unknown {
  return listAt(resource, 'extension').find(one => textAt(one, 'url') === url)
}
