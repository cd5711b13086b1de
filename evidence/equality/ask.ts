import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Because } from '#record/sharing/because.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { Draw } from '../draw.ts'
import { whatOpens } from '../oracle/oracle.ts'
import { drawWorld } from '../worlds/draw.ts'
import { type Caller, drawCallers } from '../worlds/draw-callers.ts'
import { CODES, PLACES } from '../worlds/places.ts'
import type { Question, Reason, World } from '../worlds/world.ts'
import type { Product } from './product.ts'

/** One world, who asks in it, and what the oracle says to each about everything there is to ask. */
export interface AskedWorld {
  /** From which it can be drawn again. */
  readonly seed: number
  readonly world: World
  readonly asked: readonly { readonly caller: Caller; readonly answers: readonly Answer[] }[]
}

export interface Answer {
  readonly question: Question
  /** Who, whose and what: the row of it in the predicate. */
  readonly key: string
  readonly reasons: readonly Reason[]
}

/** Draws a world and asks the oracle, which is asked once, whoever is compared with it afterwards. */
export function askedWorld(seed: number): AskedWorld {
  const draw = new Draw(seed)
  const world = drawWorld(draw)
  const asked = drawCallers(draw, world).map(caller => ({
    caller,
    answers: questionsOf(caller).map(question => ({
      question,
      key: keyOf(whoIsNow(world, question.personId), question.contributor, question.dataClass),
      reasons: whatOpens(world, question),
    })),
  }))
  return { seed, world, asked }
}

/** Of two who are one, the first: by that id the predicate tells of them. */
function whoIsNow({ links }: World, personId: string): string {
  return links.find(({ recordId, isEnded }) => recordId === personId && !isEnded)?.personId ?? personId
}

/** Everything one caller can ask: every class of every contributor's of everybody. */
function questionsOf(caller: Caller): Question[] {
  return PLACES.persons.flatMap(({ id: personId }) =>
    CODES.flatMap(contributor => DATA_CLASSES.map(dataClass => ({ ...caller, personId, contributor, dataClass }))),
  )
}

/** Where the product and the oracle say different things, as sentences, as they are found. */
export async function* differences(tx: Tx, product: Product, asked: AskedWorld): AsyncGenerator<string> {
  yield* decisionDifferences(tx, product, asked)
  yield* predicateDifferences(tx, product, asked)
}

/** Question by question: the same answer, and the reason given is one that the oracle finds to open. */
export async function* decisionDifferences(
  tx: Tx,
  { loadFacts, decide }: Product,
  { seed, asked }: AskedWorld,
): AsyncGenerator<string> {
  const pairs = asked.flatMap(({ caller: { actor } }) => PLACES.persons.map(({ id }) => ({ actor, personId: id })))
  const { facts } = await loadFacts(tx, pairs)
  for (const [index, { answers }] of asked.entries()) {
    for (const { question, key, reasons } of answers) {
      const person = PLACES.persons.findIndex(({ id }) => id === question.personId)
      const decision = decide(question, facts[index * PLACES.persons.length + person]!)
      const cited = decision.allowed ? citation(decision.because) : undefined
      if (cited === undefined ? reasons.length === 0 : reasons.map(reasonText).includes(cited)) continue
      const found = reasons.length === 0 ? 'nothing opens it' : `it is opened by ${reasons.map(reasonText).join(', ')}`
      yield `world ${seed}, caller ${index}, ${key}: decided ${cited ?? 'no'}, though ${found}`
    }
  }
}

/** A record that is linked to nobody is about somebody too, of whom nothing is asked. */
const ASKED_ABOUT = PLACES.persons.map(({ id }) => id)

/** Caller by caller: the rows of the predicate are what the oracle says is open, and no others. */
export async function* predicateDifferences(
  tx: Tx,
  { loadAgreements, openTo }: Product,
  { seed, asked }: AskedWorld,
): AsyncGenerator<string> {
  const agreements = await loadAgreements(tx)
  for (const [index, { caller, answers }] of asked.entries()) {
    const { rows } = await sql<{ personId: string; contributorId: string; dataClass: string }>`
      select distinct open.person_id, open.contributor_id, open.data_class
      from ${openTo(tx, caller, agreements)} as open
      where open.person_id = any(${ASKED_ABOUT}::uuid[])`.execute(tx.db)
    const selected = new Set(rows.map(row => keyOf(row.personId, codeOf(row.contributorId), row.dataClass)))
    const askedFor = new Set(answers.map(({ key }) => key))
    for (const { key, reasons } of answers) {
      const isSelected = selected.has(key)
      if (isSelected === reasons.length > 0) continue
      yield `world ${seed}, caller ${index}, ${key}: the predicate ${isSelected ? 'opens it' : 'does not open it'}`
    }
    for (const key of selected)
      if (!askedFor.has(key)) yield `world ${seed}, caller ${index}: the predicate opens ${key}, which is not there`
  }
}

const codes = new Map(PLACES.organisations.map(({ id, code }) => [id, code]))

function codeOf(organisationId: string): string {
  return codes.get(organisationId) ?? organisationId
}

function keyOf(personId: string, contributor: string, dataClass: string): string {
  return `${personId} ${contributor} ${dataClass}`
}

/** A reason, as it is compared. */
export function reasonText({ kind, id, overrode }: Reason): string {
  return `${kind} ${id}${overrode ? ' against a wish' : ''}`
}

/** What a decision cites, as the same text. */
export function citation(because: Because): string {
  switch (because.kind) {
    case 'clause':
      return reasonText({
        kind: 'clause',
        id: `${because.hash} ${because.clause}`,
        overrode: because.overrode === true,
      })
    case 'own':
      return reasonText({ kind: 'own', id: '', overrode: false })
    case 'wish':
      return reasonText({ kind: 'wish', id: because.wish, overrode: false })
    case 'representative':
      return reasonText({ kind: 'representative', id: because.representative, overrode: false })
    case 'emergency':
      return reasonText({ kind: 'emergency', id: because.emergency, overrode: false })
    case 'contributor':
      return 'its own contributor'
  }
}
