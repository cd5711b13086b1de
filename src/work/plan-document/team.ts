import type { CareTeam, ContactPoint, Organization, PractitionerRole, Reference } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { bilingual } from './element.ts'
import { OUR, THEIRS } from './names.ts'
import { subjectOf } from './refer.ts'
import type { Telling } from './telling.ts'

/** Whoever decides an item and does it: the person, somebody by name in an organisation, or the organisation. */
export function ownerRole(item: PlanItem, telling: Telling): Reference {
  if (item.ownerCode === THE_PERSON) return subjectOf(telling)
  const { person } = item.details
  if (person !== undefined) return { reference: `PractitionerRole/${roleId(item)}`, display: person }
  return organisationOf(item, telling)
}

/** Everybody named in the plan as doing something, and every organisation that does. */
export function teamOf(telling: Telling): CareTeam {
  const { plan, say } = telling
  const named = plan.items.filter(isNamed)
  const members = [
    subjectOf(telling),
    ...named.map(item => ownerRole(item, telling)),
    ...plan.organisations.map(({ id, name }) => ({ reference: `Organization/${id}`, display: say.of(name) })),
  ]
  const once = new Map(members.map(member => [member.reference, member]))
  return {
    resourceType: 'CareTeam',
    id: teamId(telling),
    language: say.language,
    status: 'active',
    category: [{ coding: [THEIRS.careTeam] }],
    name: say('planDocument.team'),
    subject: subjectOf(telling),
    participant: [...once.values()].map(member => ({ member })),
  }
}

/** The id of the team of a plan. */
export function teamId({ plan }: Telling): string {
  return idFor(`care team ${plan.planId}`)
}

/** The organisations of the plan, each in both languages and with the numbers to call. */
export function organisationsOf({ plan, say }: Telling): Organization[] {
  return plan.organisations.map(({ id, code, name, phones }) => ({
    resourceType: 'Organization',
    id,
    language: say.language,
    identifier: [{ system: OUR.organisation, value: code }],
    ...bilingual(name, say),
    ...(phones.length > 0 && {
      telecom: phones.map(({ number, when }): ContactPoint => {
        const { name, _name } = bilingual(when, say)
        const answered = { url: OUR.whenAnswered, valueString: name, _valueString: _name }
        return { system: 'phone', value: number, use: 'work', extension: [answered] }
      }),
    }),
  }))
}

/** Those who are named as doing something for an organisation. */
export function rolesOf(telling: Telling): PractitionerRole[] {
  const roles = telling.plan.items.filter(isNamed).map(
    (item): PractitionerRole => ({
      resourceType: 'PractitionerRole',
      id: roleId(item),
      practitioner: { display: item.details.person ?? '' },
      organization: organisationOf(item, telling),
    }),
  )
  return [...new Map(roles.map(role => [role.id, role])).values()]
}

function isNamed({ ownerCode, details }: PlanItem): boolean {
  return ownerCode !== THE_PERSON && details.person !== undefined
}

function roleId({ ownerId, details }: PlanItem): string {
  return idFor(`role ${ownerId} ${details.person}`)
}

function organisationOf({ ownerId }: PlanItem, { plan, say }: Telling): Reference {
  const name = plan.organisations.find(({ id }) => id === ownerId)?.name
  return { reference: `Organization/${ownerId}`, ...(name && { display: say.of(name) }) }
}
