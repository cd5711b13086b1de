import type { Encounter } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf } from '#test/kit.ts'
import { type Step, TIES } from './history.ts'
import { inTheirPlace, isSaidTooEarly, isWish, NAMED, say, sayForAll } from './wishes.ts'
import type { Made, World } from './world.ts'

const DONE: Made = { isRefused: false }
const REFUSED: Made = { isRefused: true }
const BECAUSE = { decidedBy: 'evidence', reason: 'as drawn', explanation: { agreed: ['name'] } }
const DAY_MS = 24 * 3_600_000

/** Lets these steps of a history happen in a world. */
export async function letHappen(world: World, from: number, until: number): Promise<void> {
  for (let number = from; number < until; number++) {
    world.made[number] = await happen(world, world.at(number), world.steps[number]!)
  }
}

/**
 * Lets the same happen in a world in which no link was ever made but those that are in force at the end of the other.
 * Answers each step that could not be done here, though it could there; undefined where the two cannot be compared.
 */
export async function letHappenUnlinked(world: World, other: World): Promise<string[] | undefined> {
  const { steps } = world
  const impossible: string[] = []
  const linked = new Set(other.made.flatMap(({ id = '' }, number) => (other.links.has(id) ? [number] : [])))
  for (const [number, drawn] of steps.entries()) {
    const isOfLinks = ['link', 'move', 'unlink', 'separate', 'look'].includes(drawn.does)
    if (isOfLinks ? !linked.has(number) : other.made[number]!.isRefused) continue
    if (isSaidTooEarly(world, other, number)) return undefined
    const step = inTheirPlace(world, drawn.does === 'move' ? { ...drawn, does: 'link' } : drawn)
    if (step === undefined) continue
    const tx = world.at(number)
    const made = await happen(world, tx, step)
    world.made[number] = made
    if (isWish(step)) await sayForAll(world, tx, step, other.made[number]!, made)
    if (made.isRefused) impossible.push(`step ${number}: ${JSON.stringify(step)} was refused without the other links`)
  }
  return impossible
}

function happen(world: World, tx: Tx, step: Step): Promise<Made> {
  const { product, recordIds } = world
  switch (step.does) {
    case 'arrive':
      return arrive(world, tx, step.record)
    case 'change':
      return change(world, tx, step.record)
    case 'link':
    case 'move':
      return link(world, tx, step)
    case 'separate':
      return separate(world, tx, step.record)
    case 'unlink':
      return undo(world, step.which, async id => {
        world.links.delete(id)
        return product.unlinkRecords(tx, id, BECAUSE)
      })
    case 'apart':
      return product
        .tellApart(tx, recordIds[step.record]!, recordIds[step.other]!, BECAUSE)
        .then(apart => (apart.ok ? { isRefused: false, id: apart.value } : REFUSED))
    case 'lift':
      return undo(world, step.which, id => product.liftApart(tx, id, BECAUSE))
    case 'admit':
      return stay(world, tx, step.record, step.ward)
    case 'discharge':
      return stay(world, tx, step.record, undefined)
    case 'tie': {
      const tie = { kind: TIES[step.to], with: { accountId: seedId.account(step.to) }, source: 'case-system' } as const
      return tied(world, tx, step.home, tie)
    }
    case 'family': {
      const accountId = world.accounts[step.at]!
      return tied(world, tx, step.home, { kind: 'family', with: { accountId }, source: 'person-chose' })
    }
    case 'untie':
      return undo(world, step.which, relationshipId =>
        tx.db
          .insertInto('relationshipEnd')
          .values({ relationshipId, source: 'case-system', endedAt: tx.now })
          .execute(),
      )
    case 'office':
      return appoint(world, tx, step)
    case 'finding':
      return find(world, tx, step.home)
    case 'emergency':
      return breakGlass(world, tx, step)
    case 'goal':
      return addGoal(world, tx, step)
    case 'allow':
    case 'refuse':
    case 'pause':
    case 'resume':
    case 'withdraw':
      return say(world, tx, step)
    case 'look':
      return Promise.resolve(DONE)
  }
}

async function link(world: World, tx: Tx, step: Extract<Step, { does: 'link' | 'move' }>): Promise<Made> {
  const { product, recordIds } = world
  const act = step.does === 'link' ? product.linkRecords : product.moveRecord
  const linked = await act(tx, recordIds[step.record]!, recordIds[step.other]!, BECAUSE)
  if (!linked.ok) return REFUSED
  if (step.does === 'move') forget(world, step.record)
  world.links.set(linked.value.linkId, [step.record, step.other])
  return { isRefused: false, id: linked.value.linkId }
}

async function separate(world: World, tx: Tx, record: number): Promise<Made> {
  forget(world, record)
  const parted = await world.product.separate(tx, world.recordIds[record]!, BECAUSE)
  return { isRefused: !parted.ok }
}

function forget({ links }: World, record: number): void {
  for (const [id, pair] of links) if (pair.includes(record)) links.delete(id)
}

async function undo(world: World, which: number, end: (id: string) => Promise<unknown>): Promise<Made> {
  const id = world.made[which]?.id
  if (id === undefined) return REFUSED
  const ended = await end(id)
  return { isRefused: (ended as { ok?: boolean } | undefined)?.ok === false }
}

async function arrive(world: World, tx: Tx, record: number): Promise<Made> {
  const kept = await world.product.keepSourceRecord(tx, world.key(record), () => world.patient(record, 0), undefined)
  world.recordIds[record] = kept.id
  world.homes[record] = kept.homePersonId
  const account = { id: tx.newId(), subject: `${world.mark} ${record}`, name: `citizen ${record}`, language: 'cy' }
  world.accounts[record] = account.id
  await tx.db.insertInto('account').values(account).execute()
  const own = { accountId: account.id, personId: kept.homePersonId, startedAt: tx.now }
  await tx.db.insertInto('personAccount').values(own).execute()
  const tenancy = { kind: 'tenancy', with: NAMED, source: 'tenancy-register' } as const
  await world.product.beginRelationship(tx, { personId: kept.homePersonId }, tenancy)
  return DONE
}

async function change(world: World, tx: Tx, record: number): Promise<Made> {
  const told = world.patient(record, tx.now.getUTCMinutes())
  await world.product.keepSourceRecord(tx, world.key(record), () => told, undefined)
  return DONE
}

/** A feed says that somebody is on a ward, or home again: the spell, the ward stay, the ward’s tie and the notice. */
async function stay(world: World, tx: Tx, record: number, ward: string | undefined): Promise<Made> {
  const { product } = world
  const sourceRecordId = world.recordIds[record]!
  const { organisationId } = world.key(record)
  const code = world.drawn[record]!.keeper
  const sender: SystemActor = { kind: 'system', senderId: SENDER, name: 'PAS', organisationId, organisationCode: code }
  const own = { type: 'Encounter' as const, contributorId: organisationId, sourceRecordId }
  const told = { ...encounter(sourceRecordId, ward === undefined), period: { start: tx.now.toISOString() } }
  const personId = await product.personOf(tx, sourceRecordId)
  const spell = await product.contribute(tx, sender, personId, 'feed', async access => {
    const businessKey = `${world.mark} ${record}`
    const inHospital = { ...own, businessKey, dataClass: 'presence-in-hospital' as const }
    const onWard = { ...own, businessKey: `${businessKey}/ward`, dataClass: 'hospital-care' as const }
    const spell = await product.writeResource(tx, access, inHospital, () => told, undefined)
    await product.writeResource(
      tx,
      access,
      onWard,
      () => ({ ...told, reasonCode: [{ text: ward ?? 'home' }] }),
      undefined,
    )
    return spell
  })
  await product.endRelationships(tx, sourceRecordId, { kind: 'admission', source: 'adt' })
  if (ward !== undefined) {
    const tie = { kind: 'admission', with: { teamId: seedId.team(ward) }, source: 'adt' } as const
    await product.beginRelationship(tx, { sourceRecordId }, tie)
  }
  const kind = ward === undefined ? 'went-home' : 'admitted'
  await product.raiseNotice(tx, { kind, sourceRecordId, resourceId: spell.id, happenedAt: tx.now })
  return DONE
}

function encounter(sourceRecordId: string, isOver: boolean): Encounter {
  return {
    resourceType: 'Encounter',
    status: isOver ? 'finished' : 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
    subject: { reference: `Patient/${sourceRecordId}` },
    serviceProvider: { reference: `Organization/${seedId.organisation('ysbyty-glan-hafren')}` },
  }
}

async function tied(
  { product, homes }: World,
  tx: Tx,
  home: number,
  tie: Parameters<World['product']['beginRelationship']>[2],
): Promise<Made> {
  return { isRefused: false, id: await product.beginRelationship(tx, { personId: homes[home]! }, tie) }
}

async function appoint({ homes, accounts }: World, tx: Tx, step: { home: number; at: number }): Promise<Made> {
  if (step.at === step.home) return REFUSED
  const office = { kind: 'health-attorney', acts: 'severally', reference: 'OPG', registeredOn: '2026-01-05' } as const
  const seen = { source: 'registered-power', recordedByName: 'evidence', startedAt: tx.now }
  await tx.db
    .insertInto('representative')
    .values({ id: tx.newId(), personId: homes[step.home]!, accountId: accounts[step.at]!, ...office, ...seen })
    .execute()
  return DONE
}

async function find({ homes }: World, tx: Tx, home: number): Promise<Made> {
  const found = { foundBy: seedId.account('sioned-evans'), foundByName: 'Sioned Evans', foundAt: tx.now }
  const finding = {
    decision: 'sharing-information',
    hasCapacity: tx.now.getUTCMinutes() % 2 === 0,
    evidence: 'as drawn',
  }
  const reviewOn = new Date(tx.now.getTime() + 30 * DAY_MS).toISOString().slice(0, 10)
  await tx.db
    .insertInto('capacityFinding')
    .values({ id: tx.newId(), personId: homes[home]!, ...finding, ...found, reviewOn })
    .execute()
  return DONE
}

async function breakGlass({ homes }: World, tx: Tx, step: Extract<Step, { does: 'emergency' }>): Promise<Made> {
  const actor = actorOf(step.by)
  if (actor.kind !== 'worker') return REFUSED
  const who = {
    accountId: actor.accountId,
    organisationId: actor.organisationId,
    actorName: actor.name,
    role: actor.role,
  }
  const why = {
    category: 'life-at-risk',
    words: 'as drawn',
    dataClasses: ['demographics', 'about-me'],
    isSensitive: false,
  }
  const open = { openedAt: tx.now, closesAt: new Date(tx.now.getTime() + 3_600_000) }
  await tx.db
    .insertInto('emergencyAccess')
    .values({ id: tx.newId(), personId: homes[step.home]!, ...who, ...why, ...open })
    .execute()
  return DONE
}

async function addGoal(world: World, tx: Tx, { home, at }: { home: number; at: number }): Promise<Made> {
  const { product } = world
  const citizen = world.citizen(home)
  const address = world.homes[world.together(home).includes(at) ? at : home]!
  const added = await product.look(tx, citizen, address, { doing: 'write', place: 'plan' }, async access => {
    const planId = await product.openPlan(tx, access.keptUnder)
    const goal = { kind: 'goal', ownerId: seedId.organisation('person'), dataClass: 'plan', place: 1 } as const
    const words = { words: `as said at ${tx.now.getUTCMinutes()}`, language: 'cy' } as const
    return product.addItem(tx, access, planId, { ...goal, ...words }, citizen)
  })
  return { isRefused: !added.ok }
}

const SENDER = idFor('sender of the evidence')
