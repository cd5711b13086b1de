import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { headText, newestHead } from '#record/sharing/trail/proof/head.ts'
import { nodesOf, readLeaves } from '#record/sharing/trail/proof/log.ts'
import { consistencyProof, inclusionProof } from '#record/sharing/trail/proof/tree.ts'
import { keepCosignature, readWitnesses } from '#record/sharing/trail/proof/witness.ts'

/** How many leaves are sent at once. */
export const LEAVES_MAX = 10_000
/** The longest key or signature anybody may send, letters of base64. */
const BASE64_MAX = 128

const Count = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const Range = z.object({ from: Count, to: Count })
const InTree = z.object({ number: Count, size: Count })
const Base64 = z
  .base64()
  .max(BASE64_MAX)
  .transform(text => Buffer.from(text, 'base64'))
const Cosigned = z.object({
  number: z.int().min(0),
  key: Base64,
  seen: z.iso.datetime().transform(text => new Date(text)),
  signature: Base64,
})

/** What a route of the log answers: a value, or why not with the status that goes with it. */
type Answer = object | { readonly problem: string; readonly status: number }

/**
 * The log for whoever wants to check it: heads, leaves and proofs, to anybody, because nothing personal is in them; and
 * a place for witnesses to hand in what they have signed. JSON, bytes as base64. docs/operating/witnessing.md.
 */
export function logDoor(routes: Routes, store: Store, key: Pick<SigningKey, 'publicKey'>): void {
  const answer = async (reply: FastifyReply, work: (tx: Tx) => Promise<Answer>) => {
    const found = await transaction(store, work)
    return reply
      .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .code('status' in found ? found.status : 200)
      .send(found)
  }
  routes.get('/log/head', OPEN, (_, reply) => answer(reply, tx => readHead(tx, key)))
  routes.get('/log/leaves', OPEN, (request, reply) => answer(reply, tx => leaves(tx, request.query)))
  routes.get('/log/consistency', OPEN, (request, reply) => answer(reply, tx => consistency(tx, request.query)))
  routes.get('/log/inclusion', OPEN, (request, reply) => answer(reply, tx => inclusion(tx, request.query)))
  const witnesses: Declaration = { for: 'systems', does: 'nothing' }
  routes.post('/log/cosignatures', witnesses, (request, reply) => answer(reply, tx => cosign(tx, request.body)))
}

const OPEN: Declaration = { for: 'anybody', does: 'nothing' }

async function readHead(tx: Tx, { publicKey }: Pick<SigningKey, 'publicKey'>): Promise<Answer> {
  const head = await newestHead(tx)
  if (head === undefined) return { problem: 'nothing-sealed', status: 404 }
  const witnesses = await readWitnesses(tx)
  return {
    key: publicKey.toString('base64'),
    text: headText(head),
    signature: head.signature.toString('base64'),
    witnesses: witnesses.map(({ organisation, publicKey: theirs, seen }) => ({
      organisation,
      key: theirs.toString('base64'),
      ...(seen && { number: seen.headNumber, seen: seen.seenAt, signature: seen.signature.toString('base64') }),
    })),
  }
}

async function leaves(tx: Tx, query: unknown): Promise<Answer> {
  const asked = Range.safeParse(query)
  if (!asked.success || asked.data.to - asked.data.from > LEAVES_MAX) return { problem: 'bad-range', status: 400 }
  const found = await readLeaves(tx, asked.data.from, asked.data.to)
  return { commitments: found.map(({ commitment }) => commitment.toString('base64')) }
}

async function consistency(tx: Tx, query: unknown): Promise<Answer> {
  const asked = Range.safeParse(query)
  const size = await sizeOf(tx)
  if (!asked.success || asked.data.from < 1 || asked.data.from > asked.data.to || asked.data.to > size) {
    return { problem: 'bad-range', status: 400 }
  }
  return { proof: inBase64(await consistencyProof(nodesOf(tx), asked.data.from, asked.data.to)) }
}

async function inclusion(tx: Tx, query: unknown): Promise<Answer> {
  const asked = InTree.safeParse(query)
  if (!asked.success || asked.data.number >= asked.data.size || asked.data.size > (await sizeOf(tx))) {
    return { problem: 'bad-range', status: 400 }
  }
  const { number, size } = asked.data
  const before = await readLeaves(tx, number - 1, number)
  return {
    previous: (before[0]?.hash ?? Buffer.alloc(32)).toString('base64'),
    proof: inBase64(await inclusionProof(nodesOf(tx), number, size)),
  }
}

async function cosign(tx: Tx, body: unknown): Promise<Answer> {
  const given = Cosigned.safeParse(body)
  if (!given.success) return { problem: 'bad-cosignature', status: 400 }
  const { number, key, seen, signature } = given.data
  const kept: Outcome<undefined, string> = await keepCosignature(tx, {
    headNumber: number,
    publicKey: key,
    seenAt: seen,
    signature,
  })
  return kept.ok ? {} : { problem: kept.problem, status: kept.problem === 'witness-unknown' ? 403 : 409 }
}

async function sizeOf(tx: Tx): Promise<number> {
  return (await newestHead(tx))?.size ?? 0
}

function inBase64(hashes: readonly Buffer[]): string[] {
  return hashes.map(hash => hash.toString('base64'))
}
