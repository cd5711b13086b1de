import { existsSync } from 'node:fs'
import { machineChance } from '#ground/chance.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'
import { keepSigningKey } from '#ground/signing-key.ts'
import { checkTrail } from '#record/sharing/trail/proof/check.ts'
import { eraseEntry, handEntry } from '#record/sharing/trail/proof/entry.ts'
import { enrolWitness } from '#record/sharing/trail/proof/witness.ts'

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** SubjectPublicKeyInfo of an Ed25519 key, bytes. */
const KEY_BYTES = 44

/** What came of an act: what to print, and whether it went well. */
export interface Told {
  readonly lines: readonly string[]
  readonly ok: boolean
}

/** What an act needs: the database as its owner, the voice, and the file of the key that seals the trail. */
export interface TrailMeans {
  readonly store: Store
  readonly say: Say
  readonly keyFile: string
}

/** Does what `npm run trail` was asked for: an act and its words. What makes no sense is answered with what there is. */
export async function trailAct(means: TrailMeans, [act, ...named]: readonly string[]): Promise<Told> {
  const [one = '', two = '', three = ''] = named
  if (act === 'check' && named.length === 0) return check(means)
  if (act === 'entry' && named.length === 1 && ID.test(one)) return hand(means, one)
  if (act === 'witness' && named.length === 2) return enrol(means, one, Buffer.from(two, 'base64'))
  if (act === 'erase' && named.length === 3 && ID.test(one)) return erase(means, one, { why: two, by: three })
  return no(means.say('seal.usage'))
}

/** Holds the whole trail against the log, and says all that does not fit. */
async function check({ store, say, keyFile }: TrailMeans): Promise<Told> {
  const key = existsSync(keyFile) ? keepSigningKey(keyFile, machineChance) : undefined
  if (!key?.ok) return no(say('seal.keyMissing', { file: keyFile }))
  const faults = await transaction(store, tx => checkTrail(tx, key.value.publicKey))
  if (faults.length === 0) return yes(say('seal.whole'))
  return no(...faults.map(({ code, where }) => `${say.code('trailFault', code)} ${where}`))
}

/** An entry with its secret, for whoever it is about and may check it by themselves. */
async function hand({ store, say }: TrailMeans, id: string): Promise<Told> {
  const handed = await transaction(store, tx => handEntry(tx, id))
  return handed.ok ? yes(JSON.stringify(handed.value)) : no(say('seal.entryNotSealed', { id }))
}

async function enrol({ store, say }: TrailMeans, code: string, key: Buffer): Promise<Told> {
  if (key.length !== KEY_BYTES) return no(say('seal.keyWrong'))
  const enrolled = await transaction(store, tx => enrolWitness(tx, code, key))
  return enrolled.ok ? yes(say('seal.enrolled', { code })) : no(say('seal.organisationUnknown', { code }))
}

async function erase({ store, say }: TrailMeans, id: string, decision: { why: string; by: string }): Promise<Told> {
  const erased = await transaction(store, tx => eraseEntry(tx, id, decision))
  return erased.ok ? yes(say('seal.erased', { id })) : no(say('seal.entryUnknown', { id }))
}

function yes(...lines: readonly string[]): Told {
  return { lines, ok: true }
}

function no(...lines: readonly string[]): Told {
  return { lines, ok: false }
}
