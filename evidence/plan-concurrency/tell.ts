import type { Hand } from './hands.ts'
import { lineOf } from './line.ts'
import { type Item, type Model, put, type Said } from './model.ts'
import { isShown, may } from './rights.ts'

/** Everything that a hand is to be told of a plan by the model, a line for each thing; undefined where nothing is. */
export function tell({ items, whole, sharing }: Model, hand: Hand): string[] | undefined {
  if (!isShown(hand, sharing)) return undefined
  const open = Object.entries(items).filter(([, { owner }]) => may(hand, 'reads', owner, sharing))
  const ofWhole = may(hand, 'reads', 'person', sharing) ? lastOfEach(whole) : []
  return [
    ...open.flatMap(([id, item]) => [...asItStands(id, item), ...howItCame(id, item)]),
    ...ofWhole.map(({ by, words }) => lineOf('whole', by, { words })),
  ].toSorted()
}

function asItStands(id: string, item: Item): string[] {
  const { versions, proposals, stances, states, scores, strikes, offer } = item
  const version = versions.length
  const { content, by } = versions.at(-1)!
  const state = inTime(states).at(-1)
  const struck = strikes.find(strike => strike.version === version)
  return [
    lineOf(id, 'stands', { version, content, by }),
    ...waiting(id, item),
    ...proposals
      .filter(({ answer }) => answer === undefined)
      .map(one => lineOf(id, 'fits', { why: one.why, fits: !put(item, one).clashes })),
    ...lastOfEach(stances.filter(stance => stance.version === version)).map(({ by: who, agrees, words }) =>
      lineOf(id, 'stance', { by: who, agrees, words }),
    ),
    ...(state ? [lineOf(id, 'state', { state: state.state, by: state.by, words: state.words })] : []),
    lineOf(id, 'scores', { scores: inTime(scores).map(({ score, by: who, words }) => `${score} ${who} ${words}`) }),
    ...(struck ? [lineOf(id, 'struck', { by: struck.by, words: struck.words })] : []),
    ...(offer && !offer.answer?.accepted
      ? [lineOf(id, 'offer', { ...whose(offer), no: offer.answer && `${offer.answer.by} ${offer.answer.words}` })]
      : []),
  ]
}

/** The proposals that nobody has answered. */
export function waiting(id: string, { proposals }: Item): string[] {
  return proposals
    .filter(({ answer }) => answer === undefined)
    .map(({ answer: _, ...told }) => lineOf(id, 'waits', told))
}

/** Each version with who, why and of whose proposal; everything else that was said, once each. It only ever grows. */
export function howItCame(
  id: string,
  { versions, proposals, stances, strikes, scores, states, offer }: Item,
): string[] {
  const entry = (told: object) => lineOf(id, 'history', told)
  return [
    ...versions.map(({ content, by, why, putsRight }, index) =>
      entry({ what: putsRight ? 'put-right' : 'written', by, why, version: index + 1, content }),
    ),
    ...proposals.flatMap(({ content, by: proposedBy, why, version, answer }) => {
      if (answer === undefined) return []
      const said = { why, words: content.words, proposedBy, answer: answer.words, by: answer.by }
      if (!answer.accepted) return [entry({ what: 'declined', version, ...said })]
      const { isNew, version: taken, words } = answer
      return [
        entry(
          isNew
            ? { what: 'taken-up', version: taken, proposedBy, answer: words }
            : { what: 'accepted', version: taken, ...said },
        ),
      ]
    }),
    ...stances.map(({ by, version, agrees, words }) =>
      entry({ what: agrees ? 'agreed' : 'disagreed', by, version, words }),
    ),
    ...strikes.map(({ by, version, words: why }) => entry({ what: 'struck', by, version, why })),
    ...states.map(({ by, state, words }) => entry({ what: 'state', by, state, words })),
    ...scores.map(({ by, score, words }) => entry({ what: 'scored', by, score, words })),
    ...(offer ? [entry({ what: 'offered', by: offer.by, why: offer.words })] : []),
    ...(offer?.answer
      ? [entry({ what: offer.answer.accepted ? 'offer-accepted' : 'offer-declined', ...whose(offer.answer) })]
      : []),
  ]
}

function whose({ by, words }: Said): { by: string; words: string } {
  return { by, words }
}

function inTime<Thing extends Said>(said: readonly Thing[]): Thing[] {
  return said.toSorted((one, other) => one.at - other.at)
}

/** Of each who said something, what they said last. */
function lastOfEach<Thing extends Said>(said: readonly Thing[]): Thing[] {
  return [...new Map(inTime(said).map(one => [one.by, one])).values()]
}
