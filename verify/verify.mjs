// Checks Cydofal's log and signs it as a witness, with Node 20 or later and nothing else: node verify.mjs URL STATE_FILE
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { asker, say, tell } from './speak.mjs'

const AGE_MAX_MS = 15 * 60_000 // a head is signed every ten minutes at least
export const bytes = text => Buffer.from(text, 'base64')
const text64 = hash => hash.toString('base64')
export const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const pair = (left, right) => sha(Buffer.of(1), left, right)
const half = number => Math.floor(number / 2)
export const demand = (holds, code) => {
  if (!holds) throw Object.assign(new Error(code), { code })
}

/** The facts of a head, one a line; without a text, those of a log that has begun nothing. */
export function factsOf(text = 'number -1\nsize 0') {
  const facts = Object.fromEntries(text.split('\n').map(line => line.split(/ (.*)/s)))
  return { ...facts, number: Number(facts.number), size: Number(facts.size), root: bytes(facts.root ?? '') }
}

/** RFC 9162, 2.1.3.2 and 2.1.4.2: from a node to the root; `old` stays behind where only the newer tree goes on. */
export function climb(at, end, start, proof) {
  let [old, whole] = [start, start]
  for (const hash of proof) {
    if (end === 0) return {}
    if (at % 2 === 1 || at === end) {
      ;[old, whole] = [pair(hash, old), pair(hash, whole)]
      for (; at % 2 === 0 && at !== 0; at = half(at)) end = half(end)
    } else whole = pair(whole, hash)
    ;[at, end] = [half(at), half(end)]
  }
  return end === 0 ? { old, whole } : {}
}

export function isConsistent(first, size, oldRoot, root, proof) {
  if (first === size) return proof.length === 0 && oldRoot.equals(root)
  let [at, end] = [first - 1, size - 1]
  for (; at % 2 === 1; at = half(at)) end = half(end)
  const [start, ...rest] = at === 0 ? [oldRoot, ...proof] : proof
  const { old, whole } = start === undefined || first > size ? {} : climb(at, end, start, rest)
  return old?.equals(oldRoot) === true && whole?.equals(root) === true
}

/** Holds what the log says now against what it said last time (`state`): answers the state to keep, or throws a code. */
export async function check(ask, state, now) {
  const { key, text, signature } = await ask('/log/head')
  const [old, head] = [factsOf(state.text), factsOf(text)]
  demand(key === (state.key ?? key) && head.key === sha(bytes(key)).toString('hex'), 'key')
  demand(
    verify(null, Buffer.from(text), { key: bytes(key), format: 'der', type: 'spki' }, bytes(signature)),
    'signature',
  )
  demand(Math.abs(now - Date.parse(head.signed)) <= AGE_MAX_MS, 'age')
  demand(head.number >= old.number && head.size >= old.size, 'smaller')
  if (head.number === old.number) demand(text === state.text, 'fork')
  if (old.number >= 0 && head.number === old.number + 1)
    demand(bytes(head.previous).equals(sha(Buffer.from(state.text))), 'fork')
  if (old.size > 0) {
    const { proof = [] } = await ask(`/log/consistency?from=${old.size}&to=${head.size}`)
    demand(isConsistent(old.size, head.size, old.root, head.root, proof.map(bytes)), 'fork')
  }
  let [last, size, peaks] = [bytes(state.last ?? 'A'.repeat(43)), old.size, (state.peaks ?? []).map(bytes)]
  while (size < head.size) {
    const { commitments } = await ask(`/log/leaves?from=${size}&to=${Math.min(size + 10_000, head.size)}`)
    demand(commitments.length > 0 && commitments.length <= head.size - size, 'leaves')
    for (const commitment of commitments.map(bytes)) {
      last = sha(Buffer.of(0), commitment, last)
      let hash = last
      for (let rest = size++; rest % 2 === 1; rest = half(rest)) hash = pair(peaks.pop(), hash)
      peaks.push(hash)
    }
  }
  const root = peaks.length > 0 ? peaks.reduceRight((right, left) => pair(left, right)) : sha()
  demand(root.equals(head.root), 'leaves')
  return { ...state, key, text, last: text64(last), peaks: peaks.map(text64) }
}

async function main(url, file) {
  const ask = asker(url)
  const fresh = () => ({ own: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  const state = await check(ask, existsSync(file) ? JSON.parse(readFileSync(file)) : fresh(), Date.now())
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  console.log(say('good', factsOf(state.text)))
  const key = text64(createPublicKey(state.own).export({ type: 'spki', format: 'der' }))
  const seen = new Date().toISOString()
  const signature = text64(sign(null, Buffer.from(`cydofal witness 1\nseen ${seen}\n${state.text}`), state.own))
  const { problem } = await ask('/log/cosignatures', { number: factsOf(state.text).number, key, seen, signature })
  console.log(problem === undefined ? say('seen') : `${say('enrol')}\n${key}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(...process.argv.slice(2)).catch(tell)
