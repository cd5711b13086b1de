import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig, sayFault } from '#config'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { findEmbedded } from '#ground/db/embedded/start.ts'
import { openOwnerStore, type Store, transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { keepSigningKey } from '#ground/signing-key.ts'
import { checkTrail } from '#record/sharing/trail/proof/check.ts'
import { eraseEntry, handEntry } from '#record/sharing/trail/proof/entry.ts'
import { enrolWitness } from '#record/sharing/trail/proof/witness.ts'

const say = sayIn('en')
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** SubjectPublicKeyInfo of an Ed25519 key, bytes. */
const KEY_BYTES = 44

const [act, ...named] = process.argv.slice(2)
process.exitCode = await trail()

/** `npm run trail -- ACT ...`: what whoever runs Cydofal does with the trail, as the owner of the database. */
async function trail(): Promise<number> {
  const config = readConfig()
  if (!config.ok) return refuse(config.problem.map(fault => sayFault(say, fault)).join('\n'))
  const url = config.value.DATABASE_URL ?? findEmbedded(config.value.DATA_DIR)
  if (url === undefined) return refuse(say('seal.notRunning', { folder: config.value.DATA_DIR }))
  const store = openOwnerStore(url, { clock: machineClock, chance: machineChance })
  try {
    return await doAct(store, config.value)
  } finally {
    await store.close()
  }
}

function doAct(store: Store, config: Config): number | Promise<number> {
  const [one = '', two = '', three = ''] = named
  if (act === 'check' && named.length === 0) return check(store, config)
  if (act === 'entry' && named.length === 1)
    return ID.test(one) ? hand(store, one) : refuse(say('seal.entryUnknown', { id: one }))
  if (act === 'witness' && named.length === 2) return enrol(store, one, Buffer.from(two, 'base64'))
  if (act === 'erase' && named.length === 3 && ID.test(one)) return erase(store, one, { why: two, by: three })
  return refuse(say('seal.usage'))
}

/** Holds the whole trail against the log. Ends with 1 when anything does not fit, and says all of it. */
async function check(store: Store, config: Config): Promise<number> {
  const file = config.TRAIL_KEY_FILE ?? join(config.DATA_DIR, 'trail-key')
  const key = existsSync(file) ? keepSigningKey(file, machineChance) : undefined
  if (!key?.ok) return refuse(say('seal.keyMissing', { file }))
  const faults = await transaction(store, tx => checkTrail(tx, key.value.publicKey))
  for (const { code, where } of faults) console.error(`${say.code('trailFault', code)} ${where}`)
  if (faults.length > 0) return 1
  console.log(say('seal.whole'))
  return 0
}

/** Prints an entry with its secret, for whoever it is about and may check it by themselves. */
async function hand(store: Store, id: string): Promise<number> {
  const handed = await transaction(store, tx => handEntry(tx, id))
  if (!handed.ok) return refuse(say('seal.entryNotSealed', { id }))
  console.log(JSON.stringify(handed.value))
  return 0
}

async function enrol(store: Store, code: string, key: Buffer): Promise<number> {
  if (key.length !== KEY_BYTES) return refuse(say('seal.keyWrong'))
  const enrolled = await transaction(store, tx => enrolWitness(tx, code, key))
  if (!enrolled.ok) return refuse(say('seal.organisationUnknown', { code }))
  console.log(say('seal.enrolled', { code }))
  return 0
}

async function erase(store: Store, id: string, decision: { why: string; by: string }): Promise<number> {
  const erased = await transaction(store, tx => eraseEntry(tx, id, decision))
  if (!erased.ok) return refuse(say('seal.entryUnknown', { id }))
  console.log(say('seal.erased', { id }))
  return 0
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
