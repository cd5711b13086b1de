import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { withdrawWish } from '#record/sharing/wish/withdraw.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { CONVERSATION_CLASSES, type ConversationClass, type Entry } from './conversation.ts'
import { readConversation } from './read.ts'
import { strikeThrough } from './strike.ts'
import { writeEntry } from './write.ts'

// Whoever writes, all at once, in whichever part, and whomever Mair then refuses it: nothing is lost or changes places, and
// nobody reads what their access does not open.
const here = await region()
after(() => here.close())
const MAIR = personId('mair-pritchard')
const PEOPLE = [
  'mair-pritchard',
  'elin-pritchard',
  'sioned-evans',
  'aled-jenkins',
  'ffion-gittins',
  'glenys-tudge',
] as const
type Person = (typeof PEOPLE)[number]
let keys = 0

type Step =
  | { readonly kind: 'write'; readonly all: readonly { readonly by: Person; readonly part: ConversationClass }[] }
  | { readonly kind: 'strike'; readonly by: Person; readonly isMisfiled: boolean }
  | { readonly kind: 'refuse'; readonly whom: Person; readonly part: ConversationClass }

const person = fc.constantFrom(...PEOPLE)
const part = fc.constantFrom(...CONVERSATION_CLASSES)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write'),
      all: fc.array(fc.record({ by: person, part }), { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('strike'), by: person, isMisfiled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse'), whom: person, part }) },
)

/** How a reader gets the entries: as it is done, or with a fault sown into it. */
type Reading = (account: Person) => Promise<readonly Entry[]>

test('entries are never lost or reordered, and nobody reads one that their access does not open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async steps => {
      assert.deepEqual(await faultsAfter(steps, reading), [])
    }),
    { numRuns: 20 },
  )
})

test('a reading that shows everybody all there is is caught by the same look, and so is one that loses or turns the order', async () => {
  const steps: Step[] = [
    {
      kind: 'write',
      all: [
        { by: 'aled-jenkins', part: 'care-and-support' },
        { by: 'mair-pritchard', part: 'plan' },
      ],
    },
  ]
  const everything: Reading = () => reading('mair-pritchard')
  assert.match((await faultsAfter(steps, everything)).join(), /ffion-gittins reads what is not open to them/)
  assert.match((await faultsAfter(steps, async one => (await reading(one)).slice(1))).join(), /does not read/)
  assert.match((await faultsAfter(steps, async one => (await reading(one)).toReversed())).join(), /out of their order/)
})

/** All that is wrong with what each reads after these steps. */
async function faultsAfter(steps: readonly Step[], read: Reading): Promise<string[]> {
  const written: { readonly id: string; readonly number: number; readonly opens: string; readonly by: Person }[] = []
  const misfiled = new Set<string>()
  const wishes: string[] = []
  for (const one of steps) {
    if (one.kind === 'write') {
      const wrote = await Promise.all(one.all.map(({ by, part: dataClass }) => writes(by, dataClass)))
      written.push(...wrote.flatMap(entry => entry ?? []))
    } else if (one.kind === 'strike') {
      const last = written.findLast(({ by }) => by === one.by)
      if (last !== undefined && (await strikes(one.by, last.id, one.isMisfiled)) && one.isMisfiled)
        misfiled.add(last.id)
    } else if (one.whom !== 'mair-pritchard') wishes.push(...(await refuses(one.whom, one.part)))
  }
  const faults: string[] = []
  for (const account of PEOPLE) faults.push(...(await faultsOf(account, { written, misfiled, read })))
  for (const wishId of wishes)
    await transaction(here.store, tx => withdrawWish(tx, citizenOf('mair-pritchard'), MAIR, wishId))
  return faults
}

interface Expected {
  readonly written: readonly { readonly id: string; readonly number: number; readonly opens: string }[]
  readonly misfiled: ReadonlySet<string>
  readonly read: Reading
}

async function faultsOf(account: Person, { written, misfiled, read }: Expected): Promise<string[]> {
  const shown = await read(account)
  const opens = await opensOf(account)
  const ids = new Set(shown.map(({ id }) => id))
  const numbers = shown.map(({ number }) => number)
  const newest = Math.min(...numbers, Number.POSITIVE_INFINITY)
  return [
    ...shown
      .filter(({ contributorId, dataClass }) => !opens.has(`${contributorId} ${dataClass}`))
      .map(() => `${account} reads what is not open to them`),
    ...shown
      .filter(({ id, words }) => misfiled.has(id) && words !== '')
      .map(() => `${account} reads what was misfiled`),
    ...written
      .filter(({ id, number, opens: needs }) => opens.has(needs) && number >= newest && !ids.has(id))
      .map(() => `${account} does not read what is open to them`),
    ...(written.some(({ opens: needs }) => opens.has(needs)) && shown.length === 0
      ? [`${account} does not read anything`]
      : []),
    ...(numbers.every((number, at) => at === 0 || number < numbers[at - 1]!)
      ? []
      : [`${account} reads out of their order`]),
  ]
}

async function writes(by: Person, dataClass: ConversationClass) {
  const entry = { dataClass, words: `Gair ${keys}`, language: 'cy', key: `any ${keys++}` } as const
  const done = await transactionInTurn(here.store, tx =>
    look(tx, actorOf(by), MAIR, { doing: 'write', place: 'conversation' }, access => writeEntry(tx, access, entry)),
  )
  if (!done.ok || !done.value.ok) return undefined
  const { contributorId, number } = await here.store.db
    .selectFrom('conversationEntry')
    .select(['contributorId', 'number'])
    .where('id', '=', done.value.value)
    .executeTakeFirstOrThrow()
  return { id: done.value.value, number: Number(number), opens: `${contributorId} ${dataClass}`, by }
}

async function strikes(by: Person, entryId: string, isMisfiled: boolean): Promise<boolean> {
  const done = await transactionInTurn(here.store, tx =>
    look(tx, actorOf(by), MAIR, { doing: 'write', place: 'conversation' }, access =>
      strikeThrough(tx, access, { entryId, isMisfiled, why: 'Nid felly y bu' }),
    ),
  )
  return done.ok && done.value.ok
}

async function refuses(whom: Person, dataClass: ConversationClass): Promise<string[]> {
  const refusal = { kind: 'refuse', with: { accountId: seedId.account(whom) }, dataClasses: [dataClass] } as const
  const made = await transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), MAIR, refusal))
  return made.ok ? [made.value] : []
}

async function reading(account: Person): Promise<readonly Entry[]> {
  const read = await here.look(
    account,
    'mair-pritchard',
    async (tx, access) => (await readConversation(tx, access)).entries,
  )
  return read.ok ? read.value : []
}

async function opensOf(account: Person): Promise<ReadonlySet<string>> {
  const opens = await here.look(account, 'mair-pritchard', async (_, { grants }) =>
    grants.map(({ contributorId, dataClass }) => `${contributorId} ${dataClass}`),
  )
  return new Set(opens.ok ? opens.value : [])
}
