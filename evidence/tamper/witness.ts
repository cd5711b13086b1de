import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { handEntry } from '#record/sharing/trail/proof/entry.ts'
import { headsFrom, headText } from '#record/sharing/trail/proof/head.ts'
import { rewrite } from './rewrite.ts'
import { putRulesBack, type Sealed, sealed, takeRulesAway } from './sealed.ts'
import type { Ask, State, Verifier } from './verifier.ts'

/** One attack: what it was, and for each verifier in its order whether it came out as it should. */
export interface Witnessed {
  readonly what: string
  readonly right: readonly boolean[]
}

/**
 * Everything that only a witness can find, each against witnesses that saw the log one checkpoint before: one for each
 * of the verifiers, so that sound and faulty ones are shown the very same.
 */
export async function witnessTrials(verifiers: readonly Verifier[]): Promise<Witnessed[]> {
  return [...(await answeredOtherwise(verifiers)), ...(await rewritten(verifiers))]
}

/** Attacks on the way: the database is as it was, and somebody answers in its place. */
async function answeredOtherwise(verifiers: readonly Verifier[]): Promise<Witnessed[]> {
  const here = await sealed(300)
  const states = await seenBy(verifiers, here)
  await here.looks(40)
  await here.seal()
  const now = here.now().getTime()
  const refused = async (what: string, ask: Ask, at = now): Promise<Witnessed> => ({
    what,
    right: await Promise.all(verifiers.map((one, index) => refuses(one.check(ask, states[index]!, at)))),
  })
  const honest = await refused('nothing wrong', here.ask)
  const tried: Witnessed[] = [{ ...honest, right: honest.right.map(refusal => !refusal) }]
  for (const [what, ask] of Object.entries(await otherAnswers(here))) tried.push(await refused(what, ask))
  tried.push(await refused('a log that has stood still for an hour', here.ask, now + 3_600_000))
  tried.push(...(await entries(here, verifiers)))
  await here.close()
  return tried
}

async function otherAnswers(here: Sealed): Promise<Record<string, Ask>> {
  const [older] = await transaction(here.store, tx => headsFrom(tx, 1, 1))
  const thief = newSigningKey(here.store.chance)
  const instead =
    <Answer>(path: string, change: (answer: Answer) => object): Ask =>
    async asked => {
      const answer = await here.ask(asked)
      return asked.startsWith(path) ? { ...(answer as object), ...change(answer as Answer) } : answer
    }
  return {
    'an old head shown again': instead('/log/head', () => ({
      text: headText(older!),
      signature: older!.signature.toString('base64'),
    })),
    'a head that nobody signed': instead<{ text: string }>('/log/head', ({ text }) => ({
      text: text.replace(/signed .*/, `signed ${here.now().toISOString().replace('Z', '').slice(0, -1)}7Z`),
    })),
    'the same log, with a key of its own': instead<{ text: string }>('/log/head', ({ text }) => {
      const own = text.replace(/key \w+/, `key ${thief.id}`)
      return { key: thief.publicKey.toString('base64'), text: own, signature: thief.sign(own).toString('base64') }
    }),
    'a commitment in the middle exchanged': instead<{ commitments: string[] }>('/log/leaves', ({ commitments }) => ({
      commitments: commitments.map((one, at) => (at === 20 ? commitments[21] : one)),
    })),
    'leaves left out': instead<{ commitments: string[] }>('/log/leaves', ({ commitments }) => ({
      commitments: commitments.slice(1),
    })),
    'no proof that the log goes on': instead('/log/consistency', () => ({ proof: [] })),
  }
}

/** An entry in the hands of somebody who checks it against the log, and the same with a word changed. */
async function entries(here: Sealed, verifiers: readonly Verifier[]): Promise<Witnessed[]> {
  const states = await seenBy(verifiers, here)
  const { id } = await here.store.db.selectFrom('trailEntry').select('id').orderBy('sequence').executeTakeFirstOrThrow()
  const handed = await transaction(here.store, tx => handEntry(tx, id))
  if (!handed.ok) throw new Error('the first entry is sealed')
  const { value } = handed
  const refused = (entry: object) =>
    Promise.all(verifiers.map((one, index) => refuses(one.checkEntry(here.ask, states[index]!, entry))))
  return [
    { what: 'an entry as it was sealed', right: (await refused(value)).map(refusal => !refusal) },
    {
      what: 'an entry with a word changed',
      right: await refused({ ...value, text: value.text.replace('Sioned', 'Sionad') }),
    },
    { what: 'an entry under another number', right: await refused({ ...value, number: value.number + 1 }) },
  ]
}

/** What a superuser changes who holds the server's key, and makes everything else fit. */
const REWRITES: Readonly<Record<string, string>> = {
  'an old entry changed': `update trail_entry set actor_name = 'Somebody else' where sequence = 2`,
  'the last entries cut off': `
    with cut as (delete from trail_leaf where number >= (select max(number) - 1 from trail_leaf) returning id),
         entry as (delete from trail_entry where id in (select id from cut))
    delete from trail_secret where id in (select id from cut)`,
  'two identities exchanged': `
    update trail_entry as one set actor_name = other.actor_name, account_id = other.account_id
    from trail_entry as other where one.sequence in (1, 8) and other.sequence = 9 - one.sequence`,
}

/** Each in a database of its own: shown at once, and shown after the log has gone on from there for a minute. */
async function rewritten(verifiers: readonly Verifier[]): Promise<Witnessed[]> {
  const tried: Witnessed[] = []
  for (const [what, act] of Object.entries(REWRITES)) {
    const here = await sealed(20)
    const states = await seenBy(verifiers, here)
    await takeRulesAway(here)
    await transaction(here.owner, async tx => {
      await sql.raw(act).execute(tx.db)
      await rewrite(here.key, tx)
    })
    // What its own check found would be no trial of the witness.
    const inside = await here.faults()
    if (inside.length > 0) throw new Error(`${what}: the rewriting is not clean: ${JSON.stringify(inside)}`)
    const shown = async () =>
      Promise.all(verifiers.map((one, at) => refuses(one.check(here.ask, states[at]!, here.now().getTime()))))
    tried.push({ what: `${what} by a superuser`, right: await shown() })
    await putRulesBack(here)
    await here.looks(5)
    await here.seal()
    tried.push({ what: `${what} by a superuser, a minute later`, right: await shown() })
    await here.close()
  }
  return tried
}

function seenBy(verifiers: readonly Verifier[], here: Sealed): Promise<State[]> {
  return Promise.all(verifiers.map(one => one.check(here.ask, {}, here.now().getTime())))
}

function refuses(checking: Promise<unknown>): Promise<boolean> {
  return checking.then(
    () => false,
    () => true,
  )
}
