import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import { Draw } from '../draw.ts'
import type { Evidence, Size } from '../evidence.ts'
import { flips } from './flips.ts'
import { proofTrials } from './proofs.ts'
import { rewrite } from './rewrite.ts'
import { rowAttacks } from './rows.ts'
import { type Sealed, sealed, takeRulesAway } from './sealed.ts'
import { FAULTS, verifier } from './verifier.ts'
import { witnessTrials } from './witness.ts'

interface Amount {
  readonly flips: number
  readonly rounds: number
  readonly proofs: number
}

const AMOUNTS: Readonly<Record<Size, Amount>> = {
  smoke: { flips: 60, rounds: 1, proofs: 300 },
  nightly: { flips: 100_000, rounds: 200, proofs: 100_000 },
  soak: { flips: 1_000_000, rounds: 2_000, proofs: 1_000_000 },
}

/** How many proofs show that a fault of the verifier is caught: each kind of forgery is among the first few. */
const PROOFS_PER_FAULT = 100

/**
 * Whatever is done to the trail after it was sealed is found: inside, by holding everything against the log; and what
 * is made to fit again by whoever owns the database and holds its key, by a witness who saw it one checkpoint before.
 * Source: reliability.md, T16.
 */
export const tamper: Evidence = async ({ size, seed, say }) => {
  const amount = AMOUNTS[size]
  const draw = new Draw(seed)
  const here = await sealed(280)
  const failures = (await here.faults()).map(fault => `an honest trail: ${JSON.stringify(fault)}`)
  await takeRulesAway(here)
  say(`Turning ${amount.flips} single bits over ...`)
  const from = performance.now()
  failures.push(...(await flips(here, draw, amount.flips, { say })))
  const flip_ms = Math.round((10 * (performance.now() - from)) / amount.flips) / 10
  say('Taking rows away, doubling and exchanging them ...')
  const rows = await rowAttacks(here, draw, amount.rounds)
  const leavesOut = { 'a commitment leaves a column out': await leftOut(here, draw) }
  await here.close()
  say(`Forging ${amount.proofs} proofs of each kind, and answering and rewriting before a witness ...`)
  const { trials, missed, kills } = await verifierTrials(new Draw(seed), amount.proofs)
  failures.push(...rows.missed, ...missed)
  return {
    trials: amount.flips + rows.trials + trials,
    failures,
    kills: { ...kills, ...leavesOut },
    figures: { flip_ms },
  }
}

/** The verifier, and beside it each with a fault sown into it, before the same proofs and the same attacks. */
async function verifierTrials(draw: Draw, proofs: number) {
  const honest = await verifier()
  const names = Object.keys(FAULTS)
  const faulty = await Promise.all(names.map(name => verifier(FAULTS[name])))
  const witnessed = await witnessTrials([honest, ...faulty])
  const missed = witnessed.filter(({ right }) => !right[0]).map(({ what }) => what)
  const kills: Record<string, boolean> = {}
  for (const [at, name] of names.entries()) {
    const byProofs = await proofTrials(faulty[at]!, draw, PROOFS_PER_FAULT)
    kills[name] = byProofs.length > 0 || witnessed.some(({ right }) => !right[at + 1])
  }
  missed.push(...(await proofTrials(honest, draw, proofs)))
  return { trials: proofs + witnessed.length, missed, kills }
}

/** With commitments over everything but who looked, a change of that goes unnoticed: the same trials say so. */
async function leftOut(here: Sealed, draw: Draw): Promise<boolean> {
  await transaction(here.owner, async tx => {
    await sql`
      create or replace function sealed_text(kept jsonb) returns text language sql immutable
      as $$ select jsonb_strip_nulls(kept - 'actor_name')::text $$`.execute(tx.db)
    await rewrite(here.key, tx)
  })
  const unsound = await here.faults()
  return unsound.length === 0 && (await flips(here, draw, 5, { only: 'trail_entry.actor_name' })).length === 5
}
