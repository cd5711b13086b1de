import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { Routes } from '#door/route/routes.ts'
import { openOwnerStore, transaction } from '#ground/db/store.ts'
import { newSigningKey, type SigningKey } from '#ground/signing-key.ts'
import { handEntry } from '#record/sharing/trail/proof/entry.ts'
import { seal } from '#record/sharing/trail/proof/seal.ts'
import { enrolWitness, readWitnesses } from '#record/sharing/trail/proof/witness.ts'
import { actorOf, personId, type Region, region } from '#test/kit.ts'
import { logDoor } from './log.ts'

let here: Region
let key: SigningKey
let app: FastifyInstance
let url: string
const folder = mkdtempSync(join(tmpdir(), 'cydofal-witness-'))
const state = join(folder, 'state.json')

before(async () => {
  here = await region()
  key = newSigningKey(here.chance)
  app = fastify()
  logDoor(new Routes(app), here.store, key)
  url = await app.listen({ port: 0 })
})
after(async () => {
  await app.close()
  await here.close()
  rmSync(folder, { recursive: true })
})

test('before anything is sealed there is no head, and the verifier says that it checked nothing', async () => {
  assert.deepEqual(await ask('/log/head'), { status: 404, problem: 'nothing-sealed' })
  assert.match(await refused('verify.mjs', url, state), /2: Nothing was checked/)
})

test('a partner checks the log alone, and keeps what it has seen in a file that nobody else reads', async () => {
  await looks(3)
  await sealNow()
  assert.match(await verify('verify.mjs', state), /^The log holds: \d+ entries[\s\S]*Not let in as a witness yet/)
  assert.equal(statSync(state).mode & 0o777, 0o600)
  await looks(300)
  await sealNow()
  assert.match(await verify('verify.mjs', state), /The log holds: \d\d\d entries/)
  assert.match(await verify('verify.mjs', state), /The log holds/, 'nothing new is no fault')
})

test('a witness that was let in signs what it has checked, and everybody can read that it did', async () => {
  const mine = /([\w+/=]{59,60})\n$/.exec(await verify('verify.mjs', state))?.[1] ?? ''
  const owner = openOwnerStore(here.url, here)
  const enrol = (code: string) => transaction(owner, tx => enrolWitness(tx, code, Buffer.from(mine, 'base64')))
  assert.equal((await enrol('nobody')).ok, false)
  assert.ok((await enrol(housing())).ok)
  await owner.close()
  assert.match(await verify('verify.mjs', state), /Signed as a witness/)
  assert.match(await verify('verify.mjs', state), /Signed as a witness/, 'twice is once')
  const [witness] = await transaction(here.store, readWitnesses)
  assert.ok(witness?.seen && witness.seen.size > 300)
  const head = await ask('/log/head')
  assert.equal((head as { witnesses: { key: string }[] }).witnesses[0]?.key, mine)
})

test('nobody signs in a witness’s name, nor for a head that there is not', async () => {
  const [witness] = await transaction(here.store, readWitnesses)
  const forged = { number: 0, seen: new Date().toISOString(), signature: Buffer.alloc(64).toString('base64') }
  const theirs = witness!.publicKey.toString('base64')
  assert.deepEqual(await handIn({ ...forged, key: key.publicKey.toString('base64') }), [403, 'witness-unknown'])
  assert.deepEqual(await handIn({ ...forged, key: theirs }), [409, 'signature-wrong'])
  assert.deepEqual(await handIn({ ...forged, key: theirs, number: 999 }), [409, 'head-unknown'])
  assert.deepEqual(await handIn({ ...forged, key: theirs, signature: 'A'.repeat(10_000) }), [400, 'bad-cosignature'])
  assert.deepEqual(await handIn({}), [400, 'bad-cosignature'])
})

test('an entry that somebody was handed is checked against the log, and a letter changed in it is found', async () => {
  const { id } = await here.store.db.selectFrom('trailEntry').select('id').orderBy('sequence').executeTakeFirstOrThrow()
  const handed = await transaction(here.store, tx => handEntry(tx, id))
  assert.ok(handed.ok)
  const file = join(folder, 'entry.json')
  writeFileSync(file, JSON.stringify(handed.value))
  assert.match(await verify('entry.mjs', state, file), /stands in the log/)
  writeFileSync(file, JSON.stringify({ ...handed.value, text: handed.value.text.replace('look', 'took') }))
  assert.match(await refused('entry.mjs', url, state, file), /1: REFUSED: the entry is not what was sealed/)
})

test('a log with another key is refused, and what the partner signed last stays as it was', async () => {
  const before = readFileSync(state, 'utf8')
  const other = fastify()
  logDoor(new Routes(other), here.store, newSigningKey(here.chance))
  const there = await other.listen({ port: 0 })
  assert.match(await refused('verify.mjs', there, state), /1: REFUSED: the log has another key than before/)
  assert.equal(readFileSync(state, 'utf8'), before)
  await other.close()
})

test('what is asked for beyond the log, or in no number, is refused and says so', async () => {
  for (const path of ['leaves?from=0&to=99999', 'leaves?from=x&to=1', 'consistency?from=0&to=1']) {
    assert.deepEqual(await ask(`/log/${path}`), { status: 400, problem: 'bad-range' }, path)
  }
  for (const path of [
    'consistency?from=2&to=1',
    'consistency?from=1&to=99999',
    'inclusion?number=5&size=5',
    'inclusion',
  ]) {
    assert.deepEqual(await ask(`/log/${path}`), { status: 400, problem: 'bad-range' }, path)
  }
})

test('nothing personal is in what the log shows to anybody', async () => {
  const shown = await Promise.all(
    ['/log/head', '/log/leaves?from=0&to=1000', '/log/inclusion?number=1&size=5', '/log/consistency?from=1&to=5'].map(
      ask,
    ),
  )
  const text = JSON.stringify(shown)
  for (const named of ['Sioned', 'Mair', personId('mair-pritchard'), actorOf('sioned-evans').name]) {
    assert.ok(!text.includes(named), named)
  }
  const secrets = await here.store.db.selectFrom('trailSecret').select('secret').limit(5).execute()
  for (const { secret } of secrets) assert.ok(!text.includes(secret.toString('base64')))
})

test('the verifier that a partner runs is short enough to be read, and stands on Node alone', () => {
  const text = readFileSync('verify/verify.mjs', 'utf8')
  assert.ok(text.split('\n').length <= 100)
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  assert.ok(imports.every(name => name?.startsWith('node:') || name === './speak.mjs'))
})

async function looks(many: number): Promise<void> {
  for (let look = 0; look < many; look++) await here.look('sioned-evans', 'mair-pritchard', async () => {})
}

/** Seals at the time of this machine: the verifier has no other clock, and holds the age of a head against it. */
async function sealNow(): Promise<void> {
  here.clock.move(new Date().toISOString())
  await seal(here.store, key)
}

function housing(): string {
  const actor = actorOf('ffion-gittins')
  return actor.kind === 'worker' ? actor.organisationCode : ''
}

async function ask(path: string): Promise<object> {
  return (await app.inject(path)).json()
}

async function handIn(payload: object): Promise<[status: number, problem: string]> {
  const answer = await app.inject({ method: 'POST', url: '/log/cosignatures', payload })
  return [answer.statusCode, answer.json().problem]
}

/** Runs a program of `verify/` as a partner would. Answers what it said, when it went well. */
function verify(program: string, ...files: readonly string[]): Promise<string> {
  return run(program, url, ...files)
}

function run(program: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join('verify', program), ...args], (fault, said, complained) =>
      fault === null ? resolve(said) : reject(new Error(`${fault.code}: ${complained}`)),
    )
  })
}

/** The same, at this address or another, when it refuses: how it ended, and why. */
function refused(program: string, at: string, ...files: readonly string[]): Promise<string> {
  return run(program, at, ...files).then(
    said => assert.fail(`it said: ${said}`),
    (fault: Error) => fault.message,
  )
}
