import type { PlanItem } from '#work/plan/plan.ts'
import type { Draw } from '../draw.ts'
import type { Act, Content, Kind, State } from './act.ts'
import { AGREED, CHOSEN, HANDS, type Hand, type Owner } from './hands.ts'

/** What a hand knows when it acts: what it read last, what anybody else has spoken of, and of what it closed. */
export interface Knows {
  readonly hand: Hand
  readonly read: readonly PlanItem[]
  /** Items that may be hidden from it; somebody may have sent it an address. */
  readonly told: readonly string[]
  readonly refused: ReadonlySet<Hand>
  /** A mark of its own for whatever this act says. */
  readonly mark: string
}

const WORDS = ['Cerdded i’r capel', 'Canu yn y côr', 'Aros gartref'] as const
const DAYS = [null, '2026-12-01', '2026-12-08'] as const
const DETAILS: Readonly<Record<Kind, readonly (readonly [string, readonly string[]])[]>> = {
  goal: [['howWeKnow', ['Mae hi’n dweud', 'Mae hi’n gwenu']]],
  action: [
    ['person', ['Nerys', 'Huw']],
    ['funding', ['council', 'charity']],
  ],
}

/** What a hand does next. Mostly something that it may; now and then what it may not, or what somebody told it of. */
export function drawAct(draw: Draw, knows: Knows): Act {
  const { hand, read, told, mark } = knows
  const drawn = draw.below(100)
  if (hand === 'phone' && drawn >= 86) return drawWish(draw, knows)
  // Mostly they are all at one thing: what matters is what happens where they meet.
  const item = draw.percent(65) ? read[0] : read.length > 0 ? draw.one(read) : undefined
  if (item === undefined || draw.percent(6)) return drawBlind(draw, knows)
  const id = draw.percent(4) && told.length > 0 ? draw.one(told) : item.id
  const words = draw.percent(80) ? mark : ''
  if (drawn < 7) return drawAddition(draw, knows)
  if (drawn < 42) return drawChange(draw, item, id, mark)
  if (drawn < 62) return drawAnswer(draw, knows, item) ?? drawChange(draw, item, id, mark)
  if (drawn < 74) return { does: 'stance', item: id, version: item.version, agrees: draw.percent(60), words }
  if (drawn < 79) return { does: 'strike', item: id, version: 1 + draw.below(item.version), why: words }
  if (drawn < 85) return { does: 'score', item: id, score: draw.below(11), words }
  if (drawn < 95)
    return { does: 'state', item: id, state: draw.one<State>(['taken-on', 'begun', 'stuck', 'done']), words }
  return { does: 'whole', agrees: draw.percent(60), words }
}

/** Without having read: something new, or an address that somebody sent. */
function drawBlind(draw: Draw, knows: Knows): Act {
  const { told, mark } = knows
  if (told.length === 0 || draw.percent(60)) return drawAddition(draw, knows)
  const item = draw.one(told)
  return draw.percent(50)
    ? { does: 'stance', item, version: 1, agrees: true, words: mark }
    : { does: 'state', item, state: 'begun', words: mark }
}

function drawAddition(draw: Draw, { hand, mark }: Knows): Act {
  const kind = draw.one<Kind>(['goal', 'action'])
  const own = AGREED[hand]?.organisation ?? 'person'
  const owner = draw.percent(70) ? own : draw.one<Owner>(['person', 'council', 'board', 'landlord'])
  const content = { words: mark, language: 'cy', dueOn: draw.one(DAYS), details: {} }
  return { does: 'add', kind, owner: kind === 'goal' && draw.percent(90) ? 'person' : owner, content, why: mark }
}

function drawChange(draw: Draw, item: PlanItem, id: string, mark: string): Act {
  const putsRight = draw.percent(15)
  return {
    does: 'change',
    item: id,
    version: item.version,
    content: drawContent(draw, item, mark),
    why: mark,
    putsRight,
  }
}

/** What stands, with one part or several changed: mostly to something new, else to what somebody else may want too. */
function drawContent(draw: Draw, { kind, words, language, dueOn, details }: PlanItem, mark: string): Content {
  const isOfWords = draw.percent(50)
  const changed = Object.fromEntries(Object.entries(details)) as Record<string, string>
  for (const [name, values] of DETAILS[kind as Kind]) if (draw.percent(40)) changed[name] = draw.one(values)
  return {
    words: isOfWords ? (draw.percent(70) ? mark : draw.one(WORDS)) : words,
    language: isOfWords && draw.percent(15) ? 'en' : language,
    dueOn: draw.percent(40) ? draw.one(DAYS) : (dueOn ?? null),
    details: changed,
  }
}

function drawAnswer(draw: Draw, { read, mark }: Knows, item: PlanItem): Act | undefined {
  const accepted = draw.percent(65)
  const words = draw.percent(50) ? mark : ''
  const offers = read.filter(({ offer }) => offer !== undefined)
  if (offers.length > 0 && draw.percent(40)) return { does: 'answer-offer', item: draw.one(offers).id, accepted, words }
  const asked = item.proposals.length > 0 ? item : read.find(({ proposals }) => proposals.length > 0)
  if (asked === undefined) return undefined
  const { id: proposalId, why: proposal = '' } = draw.one(asked.proposals)
  return { does: 'answer', item: asked.id, proposal, proposalId, accepted, words }
}

function drawWish(draw: Draw, { refused }: Knows): Act {
  const drawn = draw.below(100)
  if (drawn < 15) return { does: 'pause' }
  if (drawn < 40) return { does: 'lift' }
  if (refused.size > 0 && drawn < 75) {
    const whom = draw.one([...refused].toSorted())
    return { does: CHOSEN[whom] === undefined ? 'withdraw' : 'allow', whom }
  }
  return { does: 'refuse', whom: draw.one(HANDS.filter(hand => hand !== 'phone' && hand !== 'tablet')) }
}
