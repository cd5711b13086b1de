import type { PlanItem } from '#work/plan/plan.ts'
import type { HistoryEntry } from '#work/plan/read-history.ts'
import type { Hand } from './hands.ts'
import { lineOf } from './line.ts'
import type { Reach } from './perform.ts'
import { actorOf } from './world.ts'

/** What a hand is shown of a plan; undefined where nothing of the person is shown. */
export async function readItems(
  { product, store, personId, history }: Reach,
  hand: Hand,
): Promise<PlanItem[] | undefined> {
  const looked = await product.transaction(store, tx =>
    product.look(tx, actorOf(hand, history), personId, { doing: 'look', place: 'plan' }, access =>
      product.readPlan(tx, access),
    ),
  )
  return looked.ok ? looked.value : undefined
}

/** Everything that a hand is told of a plan and of how it came to be, a line for each thing; undefined where nothing is. */
export async function readEverything(reach: Reach, hand: Hand): Promise<string[] | undefined> {
  const { product, store, personId, history } = reach
  const looked = await product.transaction(store, tx =>
    product.look(tx, actorOf(hand, history), personId, { doing: 'look', place: 'plan' }, async access => {
      const items = await product.readPlan(tx, access)
      const lines = items.flatMap(linesOfItem)
      for (const { id } of items)
        lines.push(...(await product.readHistory(tx, access, id)).flatMap(entry => linesOfEntry(id, entry)))
      const whole = await product.readWholeStances(tx, access)
      return [
        ...lines,
        ...whole.map(({ takenBy, agrees, words = '' }) => lineOf('whole', takenBy, { words: `${agrees} ${words}` })),
      ]
    }),
  )
  return looked.ok ? looked.value.toSorted() : undefined
}

function linesOfItem(item: PlanItem): string[] {
  const { id, version, words, language, dueOn, details, writtenBy, state, scores, struck, offer } = item
  const content = { words, language, dueOn: dueOn ?? null, details: known(details) }
  return [
    lineOf(id, 'stands', { version, content, by: writtenBy }),
    ...item.proposals.flatMap(({ proposedBy: by, why, version: against, isBeside, fits, ...one }) => {
      const offered = {
        words: one.words,
        language: one.language,
        dueOn: one.dueOn ?? null,
        details: known(one.details),
      }
      return [
        lineOf(id, 'waits', { content: offered, by, why, version: against, isBeside }),
        lineOf(id, 'fits', { why, fits }),
      ]
    }),
    ...item.stances.map(({ takenBy: by, agrees, words: said = '' }) =>
      lineOf(id, 'stance', { by, agrees, words: said }),
    ),
    ...(state ? [lineOf(id, 'state', { state: state.state, by: state.saidBy, words: state.words ?? '' })] : []),
    lineOf(id, 'scores', { scores: scores.map(({ score, words: said = '', saidBy }) => `${score} ${saidBy} ${said}`) }),
    ...(struck ? [lineOf(id, 'struck', { by: struck.struckBy, words: struck.why })] : []),
    ...(offer
      ? [
          lineOf(id, 'offer', {
            by: offer.offeredBy,
            words: offer.why,
            no: offer.declined && `${offer.declined.by} ${offer.declined.words ?? ''}`,
          }),
        ]
      : []),
  ]
}

function linesOfEntry(id: string, entry: HistoryEntry): string[] {
  const { what, by, version, words, language, why, proposedBy, answer, dueOn, details, state, score } = entry
  if (what === 'written' || what === 'put-right') {
    const content = { words, language, dueOn: dueOn ?? null, details: known(details ?? {}) }
    const written = lineOf(id, 'history', { what, by, version, why, content })
    return proposedBy === undefined
      ? [written]
      : [written, lineOf(id, 'history', { what: 'taken-up', version, proposedBy, answer })]
  }
  return [lineOf(id, 'history', { what, by, version, why, proposedBy, answer, state, score, words })]
}

function known(details: object): Record<string, string> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== null))
}
