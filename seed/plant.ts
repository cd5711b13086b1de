import type { Patient } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { supersedeNumber } from '#record/person/number/supersede.ts'
import { nhsNumberIdentifier } from '#record/person/patient.ts'
import { uprnKey } from '#record/person/patient-extensions.ts'
import { enterAgreement } from '#record/sharing/agreement/agreements.ts'
import { signAgreement } from '#record/sharing/agreement/sign.ts'
import { beginRelationship, type With } from '#record/sharing/relationship/relationship.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { plantAboutMe } from './plant-about-me.ts'
import { plantApps } from './plant-apps.ts'
import { plantAssessed } from './plant-assessed.ts'
import { plantCareTeams } from './plant-care-teams.ts'
import { plantConfidences } from './plant-confidences.ts'
import { plantConversations } from './plant-conversations.ts'
import { plantFamily } from './plant-family.ts'
import { plantInstitutions, plantSealed } from './plant-identities.ts'
import { plantLanguages } from './plant-languages.ts'
import { plantMeetings } from './plant-meetings.ts'
import { plantOtherPlans } from './plant-other-plans.ts'
import { plantPlan } from './plant-plan.ts'
import { plantPortraits } from './plant-portraits.ts'
import { plantReviews } from './plant-reviews.ts'
import { plantScores } from './plant-scores.ts'
import { plantSenders } from './plant-senders.ts'
import { agreements, unsigned } from './region/agreements/index.ts'
import { leaders } from './region/languages.ts'
import { organisations } from './region/organisations.ts'
import { people } from './region/people/index.ts'
import { privacyTeams } from './region/privacy-teams.ts'
import type { SeedPerson, SeedRecord, SeedTie, SeedWish } from './region/shape.ts'
import { accounts } from './region/staff.ts'
import { seedId } from './seed-id.ts'

/** Plants the invented region into an empty database. The same every time but for the days, which follow the clock. */
export async function plantRegion(tx: Tx): Promise<void> {
  await plantOrganisations(tx)
  await plantAccounts(tx)
  await plantSenders(tx, seedId)
  await plantAgreements(tx)
  await plantInstitutions(tx)
  for (const person of people) await plantPerson(tx, person)
  await plantConversations(tx)
  await plantCareTeams(tx)
  await plantScores(tx)
  await plantReviews(tx)
  await plantMeetings(tx)
  await plantSealed(tx, seedId.person, workerOf)
  await plantLanguages(tx, seedId)
  await plantPortraits(tx, seedId)
  await plantConfidences(tx, seedId)
  await plantFamily(tx, seedId)
  await plantOtherPlans(tx, seedId)
  await plantApps(tx, seedId, workerOf)
}

/** Whether nothing has been planted or entered yet. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  return (await tx.db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) === undefined
}

async function plantOrganisations(tx: Tx): Promise<void> {
  for (const { code, kind, name, partOf, phones = [], teams = [] } of organisations) {
    const id = seedId.organisation(code)
    const whole = partOf === undefined ? null : seedId.organisation(partOf)
    await tx.db
      .insertInto('organisation')
      .values({ id, code, kind, nameEn: name.en, nameCy: name.cy, partOf: whole })
      .execute()
    for (const [place, { number, when }] of phones.entries()) {
      const phone = { organisationId: id, number, place, whenEn: when.en, whenCy: when.cy }
      await tx.db.insertInto('organisationPhone').values(phone).execute()
    }
    for (const team of teams) {
      const names = { nameEn: team.name.en, nameCy: team.name.cy }
      await tx.db
        .insertInto('team')
        .values({ id: seedId.team(team.code), code: team.code, organisationId: id, ...names })
        .execute()
    }
  }
  for (const [organisation, team] of Object.entries(privacyTeams)) {
    const answering = { organisationId: seedId.organisation(organisation), teamId: seedId.team(team) }
    await tx.db.insertInto('privacyTeam').values(answering).execute()
  }
}

async function plantAccounts(tx: Tx): Promise<void> {
  for (const { key, name, language, posts = [] } of accounts) {
    const accountId = seedId.account(key)
    await tx.db.insertInto('account').values({ id: accountId, subject: key, name, language }).execute()
    for (const { organisation, team, role, title } of posts) {
      await tx.db
        .insertInto('post')
        .values({
          id: idFor(`post ${key} ${organisation} ${role}`),
          accountId,
          organisationId: seedId.organisation(organisation),
          teamId: team === undefined ? null : seedId.team(team),
          role,
          titleEn: title.en,
          titleCy: title.cy,
          startedAt: tx.now,
          leadsTeam: leaders.has(key) && team !== undefined,
        })
        .execute()
    }
  }
}

async function plantAgreements(tx: Tx): Promise<void> {
  for (const content of agreements(tx.now.toISOString().slice(0, 10))) {
    const entered = await enterAgreement(tx, content)
    if (!entered.ok) throw new Error(`the region's agreement ${content.code} cannot be entered: ${entered.problem}`)
    const missing = unsigned[content.code] ?? []
    for (const { organisation } of content.parties) {
      if (missing.includes(organisation)) continue
      const signed = await signAgreement(tx, signatoryOf(organisation), entered.value)
      if (!signed.ok) throw new Error(`${organisation} does not sign ${content.code}: ${signed.problem}`)
    }
  }
}

function signatoryOf(organisation: string): WorkerActor {
  const account = accounts.find(({ posts }) =>
    posts?.some(post => post.organisation === organisation && post.role === 'signatory'),
  )
  if (account === undefined) throw new Error(`nobody signs for ${organisation}`)
  return workerOf(account.key)
}

/** Somebody of the region in the first of their posts. */
function workerOf(key: string): WorkerActor {
  const account = accounts.find(each => each.key === key)
  const [post] = account?.posts ?? []
  if (account === undefined || post === undefined) throw new Error(`${key} has no post`)
  return {
    kind: 'worker',
    accountId: seedId.account(key),
    name: account.name,
    organisationId: seedId.organisation(post.organisation),
    organisationCode: post.organisation,
    teamId: post.team === undefined ? undefined : seedId.team(post.team),
    role: post.role,
  }
}

async function plantPerson(tx: Tx, person: SeedPerson): Promise<void> {
  const id = seedId.person(person.key)
  await tx.db.insertInto('person').values({ id, recordedAt: tx.now }).execute()
  if (person.account !== undefined) {
    await tx.db
      .insertInto('personAccount')
      .values({ accountId: seedId.account(person.account), personId: id, startedAt: tx.now })
      .execute()
  }
  await plantRecords(tx, id, person)
  for (const tie of person.ties) await beginRelationship(tx, { personId: id }, { ...tie, with: withWhom(tie) })
  for (const wish of person.wishes ?? []) await plantWish(tx, id, person, wish)
  await plantOffices(tx, id, person)
  if (person.plan !== undefined) await plantPlan(tx, id, person.plan, person)
  if (person.assessed !== undefined) await plantAssessed(tx, id, person.assessed, { person: person.key, workerOf })
  if (person.aboutMe !== undefined) await plantAboutMe(tx, id, person.aboutMe, person)
}

/** The first record is the person's own; the others are linked to it. */
async function plantRecords(tx: Tx, personId: string, person: SeedPerson): Promise<void> {
  await plantSuperseded(tx, person)
  let first: string | undefined
  for (const record of person.records) {
    const key = { organisationId: seedId.organisation(record.organisation), localId: record.localId }
    const home = first === undefined ? personId : undefined
    const { id } = await keepSourceRecord(tx, key, () => patientFrom(person, record), undefined, home)
    first ??= id
    if (id === first) continue
    const linked = await linkRecords(tx, first, id, { decidedBy: 'region', reason: 'match.knownFromTheStart' })
    if (!linked.ok) throw new Error(`a record of ${person.key} cannot be linked: ${linked.problem}`)
  }
}

async function plantSuperseded(tx: Tx, person: SeedPerson): Promise<void> {
  const oldNumber = parseNhsNumber(person.supersededNumber ?? '')
  const newNumber = parseNhsNumber(person.nhsNumber ?? '')
  if (oldNumber === undefined || newNumber === undefined) return
  const known = { decidedBy: 'region', reason: 'known-from-the-start' }
  await supersedeNumber(tx, { oldNumber, newNumber, source: 'national index' }, known)
}

/** Councils and landlords keep their addresses by UPRN; hospitals do not. */
const KNOWS_UPRN = new Set(
  organisations.filter(({ kind }) => kind === 'council' || kind === 'housing-association').map(({ code }) => code),
)

function patientFrom(person: SeedPerson, record: SeedRecord): Patient {
  const held = record.nhsNumber === 'superseded' ? person.supersededNumber : person.nhsNumber
  const number = parseNhsNumber(record.nhsNumberInstead ?? held ?? '')
  const family = record.family ?? person.family
  const given = [...(record.given ?? person.given)]
  const { home, phone } = person
  return {
    resourceType: 'Patient',
    identifier: [
      { system: `urn:cydofal:${record.organisation}`, value: record.localId },
      ...(number !== undefined && record.nhsNumber !== 'none'
        ? [nhsNumberIdentifier(number, record.nhsNumber !== 'unverified')]
        : []),
    ],
    name: [
      {
        use: 'official',
        text: [...given, family].join(' '),
        family,
        given,
        ...(person.title !== undefined && { prefix: [person.title] }),
      },
    ],
    birthDate: record.born ?? person.born,
    gender: person.sex,
    address: [
      {
        use: 'home',
        ...(KNOWS_UPRN.has(record.organisation) && { extension: [uprnKey(home.uprn)] }),
        line: [...home.lines],
        city: home.town,
        postalCode: home.postcode,
      },
    ],
    ...(phone !== undefined && { telecom: [{ system: 'phone', value: phone }] }),
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true }],
    ...(person.died !== undefined && { deceasedDateTime: person.died }),
  }
}

function withWhom({ account, team, organisation }: SeedTie | SeedWish): With {
  if (account !== undefined) return { accountId: seedId.account(account) }
  if (team !== undefined) return { teamId: seedId.team(team) }
  if (organisation !== undefined) return { organisationId: seedId.organisation(organisation) }
  throw new Error('a tie or wish of the region is with nobody')
}

/** A person without an account made theirs on paper; it is recorded under the region's own hand. */
async function plantWish(tx: Tx, personId: string, person: SeedPerson, wish: SeedWish): Promise<void> {
  const { kind, classes, words } = wish
  const newWish = { kind, with: withWhom(wish), dataClasses: classes, ...(words !== undefined && { words }) }
  if (person.account === undefined) throw new Error(`${person.key} has a wish and no account to make it with`)
  const accountId = seedId.account(person.account)
  const made = await makeWish(tx, { kind: 'citizen', accountId, name: person.knownAs }, personId, newWish)
  if (!made.ok) throw new Error(`the wish of ${person.key} was refused: ${made.problem}`)
}

/** Known from the start: nobody of the region has recorded them through the product. */
async function plantOffices(
  tx: Tx,
  personId: string,
  { representatives = [], findings = [] }: SeedPerson,
): Promise<void> {
  for (const { account, ...office } of representatives) {
    const known = { source: 'known-from-the-start', recordedByName: nameOf('sioned-evans'), startedAt: tx.now }
    await tx.db
      .insertInto('representative')
      .values({ id: tx.newId(), personId, accountId: seedId.account(account), ...office, ...known })
      .execute()
  }
  for (const { foundBy, reviewInDays, ...finding } of findings) {
    const reviewOn = dayOf(new Date(tx.now.getTime() + reviewInDays * 24 * 3_600_000))
    const found = { foundBy: seedId.account(foundBy), foundByName: nameOf(foundBy), foundAt: tx.now }
    await tx.db
      .insertInto('capacityFinding')
      .values({ id: tx.newId(), personId, ...finding, ...found, reviewOn })
      .execute()
  }
}

function nameOf(account: string): string {
  const known = accounts.find(({ key }) => key === account)
  if (known === undefined) throw new Error(`nobody in the region has the key ${account}`)
  return known.name
}
