import { type Act, type Content, type Done, isWish, type Kind, type OfItem } from './act.ts'
import { accountOf, type Hand, type Owner } from './hands.ts'
import { afterWish, decides, isShown, may, OPEN, type Sharing } from './rights.ts'

/** For how long a slip may be put right: four hours (decision 47). */
const PUT_RIGHT_MS = 4 * 3_600_000

/**
 * What a plan is when one thing after another is done to it, in the words of decision 47 and of the issue of the plan.
 * It shares no code with the product, and nothing in it is ever changed: each act makes another.
 */
export interface Model {
  readonly items: Readonly<Record<string, Item>>
  readonly whole: readonly Said[]
  readonly sharing: Sharing
  /** What became of each form that was done, by its key: sent again it is done no second time, and answered alike. */
  readonly sent: Readonly<Record<string, string>>
}

export const NOTHING: Model = { items: {}, whole: [], sharing: OPEN, sent: {} }

export interface Item {
  readonly kind: Kind
  readonly owner: Owner
  readonly versions: readonly Version[]
  readonly proposals: readonly Proposal[]
  readonly stances: readonly (Said & { readonly version: number; readonly agrees: boolean })[]
  readonly strikes: readonly (Said & { readonly version: number })[]
  readonly scores: readonly (Said & { readonly score: number })[]
  readonly states: readonly (Said & { readonly state: string })[]
  readonly offer: (Said & { readonly answer?: Said & { readonly accepted: boolean } }) | undefined
}

/** What somebody said once. */
export interface Said {
  readonly by: string
  readonly at: number
  readonly words: string
}

export interface Version {
  readonly content: Content
  readonly by: string
  readonly at: number
  readonly why: string
  readonly putsRight: boolean
}

export interface Proposal {
  readonly content: Content
  readonly by: string
  readonly why: string
  /** Against which version it was made, and whether beside one that its hand had not read. */
  readonly version: number
  readonly isBeside: boolean
  /** A yes made a version, unless its words already stood in that one. */
  readonly answer?: Said & { readonly accepted: boolean; readonly version: number; readonly isNew: boolean }
}

/** The plan after an act, if it may have been answered as it was; undefined where it may not. */
export function after(model: Model, done: Done): Model | undefined {
  const { answer, key, hand, act } = done
  const refusals = model.sent[key] === undefined ? whyNot(model, done) : whyClosed(model, done)
  if (refusals.length > 0) return refusals.includes(answer) ? model : undefined
  if (model.sent[key] !== undefined) return model.sent[key] === answer ? model : undefined
  const [next, became] = does(model, done, { by: accountOf(hand), at: done.at, words: 'words' in act ? act.words : '' })
  return became === answer ? { ...next, sent: { ...next.sent, [key]: answer } } : undefined
}

/** Why an act is refused whatever it says: because nothing is open to the hand, or not what it is about. */
function whyClosed({ items, sharing }: Model, { hand, act }: Done): string[] {
  if (isWish(act)) return accountOf(hand) === 'mair' ? [] : ['wish.notYourRecord']
  if (!isShown(hand, sharing)) return ['record.notShown']
  if (act.does === 'add') return mayAdd(hand, act, sharing) ? [] : ['plan.notYoursToAdd']
  const owner = act.does === 'whole' ? 'person' : items[act.item]?.owner
  return owner !== undefined && may(hand, 'addsTo', owner, sharing) ? [] : ['plan.itemNotShown', ...whatLacks(act)]
}

/** Every reason for which an act is refused; none where it is done. */
function whyNot(model: Model, done: Done): string[] {
  const { act, hand, at } = done
  const closed = whyClosed(model, done)
  if (closed.length > 0 || !('item' in act)) return act.does === 'whole' ? [...closed, ...whatLacks(act)] : closed
  return [...whatLacks(act), ...againstItem(model.items[act.item]!, hand, act, at)]
}

function mayAdd(hand: Hand, { kind, owner }: Extract<Act, { does: 'add' }>, sharing: Sharing): boolean {
  return may(hand, 'addsTo', owner, sharing) && (kind !== 'goal' || owner === 'person')
}

/** What is refused whatever it is about, because words are missing. */
function whatLacks(act: Act): string[] {
  if (act.does === 'stance' || act.does === 'whole') return reason(!act.agrees && act.words === '', 'plan.whyMissing')
  if (act.does === 'strike') return reason(act.why === '', 'plan.strikeWhyMissing')
  if (act.does === 'state') return reason(act.state === 'stuck' && act.words === '', 'plan.stateWhyMissing')
  return []
}

function againstItem(item: Item, hand: Hand, act: OfItem, at: number): string[] {
  const isTheirs = decides(hand, item.owner)
  switch (act.does) {
    case 'change': {
      const base = item.versions[act.version - 1]
      if (base === undefined) return ['plan.itemHasChanged']
      if (!isOfKind(act.content, item.kind)) return ['plan.detailsNotUnderstood']
      const isSame = PARTS.every(part => part(act.content) === part(base.content))
      const latest = item.versions.at(-1)!
      const isOwn = latest.by === accountOf(hand) && act.version === item.versions.length
      const isLocked = act.putsRight && !(isOwn && at - latest.at <= PUT_RIGHT_MS)
      return [...reason(isSame, 'plan.wordsSame'), ...reason(isLocked, 'plan.locked')]
    }
    case 'answer': {
      const proposal = item.proposals.find(({ why }) => why === act.proposal)
      if (proposal === undefined) return ['plan.itemNotShown']
      const clashes = act.accepted && put(item, proposal).clashes
      return [
        ...reason(!isTheirs, 'plan.notYoursToAnswer'),
        ...reason(proposal.answer !== undefined && !saysAgain(proposal.answer, act, hand), 'plan.alreadyAnswered'),
        ...reason(proposal.answer === undefined && clashes, 'plan.itemHasChanged'),
      ]
    }
    case 'answer-offer': {
      if (item.offer === undefined) return ['plan.itemNotShown']
      const { answer } = item.offer
      const isOther = answer !== undefined && (answer.accepted !== act.accepted || answer.by !== accountOf(hand))
      return [...reason(!isTheirs, 'plan.notYoursToAnswer'), ...reason(isOther, 'plan.alreadyAnswered')]
    }
    case 'stance':
      return reason(act.version !== item.versions.length, 'plan.itemHasChanged')
    case 'strike': {
      const version = item.versions[act.version - 1]
      if (version === undefined) return ['plan.itemNotShown']
      return reason(!isTheirs && version.by !== accountOf(hand), 'plan.notYoursToStrike')
    }
    case 'score':
      if (item.kind !== 'goal') return ['plan.itemNotShown']
      return reason(accountOf(hand) !== 'mair', 'plan.notYoursToSay')
    case 'state':
      if (item.kind !== 'action') return ['plan.itemNotShown']
      return reason(!isTheirs, 'plan.notYoursToSay')
  }
}

function reason(holds: boolean, code: string): string[] {
  return holds ? [code] : []
}

function saysAgain(
  given: Said & { accepted: boolean },
  { accepted, words }: { accepted: boolean; words: string },
  hand: Hand,
): boolean {
  return given.accepted === accepted && given.words === words && given.by === accountOf(hand)
}

function does(model: Model, { act, hand, itemId }: Done, said: Said): [Model, string] {
  if (act.does === 'add') return add(model, act, { hand, said, itemId: itemId ?? '' })
  if (act.does === 'whole')
    return [{ ...model, whole: [...model.whole, { ...said, words: `${act.agrees} ${said.words}` }] }, 'done']
  if (isWish(act)) {
    const whom = 'whom' in act ? act.whom : undefined
    return [{ ...model, sharing: afterWish(model.sharing, act.does, whom) }, 'done']
  }
  const [item, became] = doesToItem(model.items[act.item]!, act, { hand, said })
  return [{ ...model, items: { ...model.items, [act.item]: item } }, became]
}

interface Adding {
  readonly hand: Hand
  readonly said: Said
  readonly itemId: string
}

/** Hers from somebody else is offered, an agency's is asked for; what its owner adds stands, and what is done is taken on. */
function add(model: Model, act: Extract<Act, { does: 'add' }>, { hand, said, itemId }: Adding): [Model, string] {
  const { kind, owner, content, why } = act
  const became = decides(hand, owner) ? 'added' : owner === 'person' ? 'offered' : 'asked'
  // The reason is told once: with an offer where it is one, and with the words either way.
  const versions = [{ content, why, putsRight: false, ...said }]
  const states =
    kind === 'action' && became !== 'offered'
      ? [{ ...said, words: '', state: became === 'asked' ? 'asked' : 'taken-on' }]
      : []
  const nothing = { proposals: [], stances: [], strikes: [], scores: [] }
  const offer = became === 'offered' ? { ...said, words: why } : undefined
  if (itemId === '' || itemId in model.items) return [model, 'an item of its own']
  return [
    { ...model, items: { ...model.items, [itemId]: { kind, owner, versions, states, offer, ...nothing } } },
    became,
  ]
}

function doesToItem(item: Item, act: OfItem, { hand, said }: { hand: Hand; said: Said }): [Item, string] {
  switch (act.does) {
    case 'change':
      return change(item, act, { hand, said })
    case 'answer': {
      const proposal = item.proposals.find(({ why }) => why === act.proposal)!
      if (proposal.answer !== undefined) return [item, 'done']
      const { content } = put(item, proposal)
      const isNew = act.accepted && !saysTheSame(content, item.versions.at(-1)!.content)
      const versions = isNew
        ? [...item.versions, { content, why: proposal.why, putsRight: false, ...said }]
        : item.versions
      const answer = { ...said, accepted: act.accepted, version: versions.length, isNew }
      const proposals = item.proposals.map(one => (one === proposal ? { ...one, answer } : one))
      return [{ ...item, versions, proposals }, 'done']
    }
    case 'answer-offer': {
      if (item.offer?.answer !== undefined) return [item, 'done']
      const offer = { ...item.offer!, answer: { ...said, accepted: act.accepted } }
      const isTakenOn = act.accepted && item.kind === 'action'
      const states = isTakenOn ? [...item.states, { ...said, words: '', state: 'taken-on' }] : item.states
      return [{ ...item, offer, states }, 'done']
    }
    case 'stance':
      return [{ ...item, stances: [...item.stances, { ...said, version: act.version, agrees: act.agrees }] }, 'done']
    case 'strike': {
      const isStruck = item.strikes.some(({ version }) => version === act.version)
      const strikes = isStruck ? item.strikes : [...item.strikes, { ...said, words: act.why, version: act.version }]
      return [{ ...item, strikes }, 'done']
    }
    case 'score':
      return [{ ...item, scores: [...item.scores, { ...said, score: act.score }] }, 'done']
    case 'state':
      return [{ ...item, states: [...item.states, { ...said, state: act.state }] }, 'done']
  }
}

/** Whoever decides the words changes what nobody else has changed since; what two changed stands beside, and nothing is gone. */
function change(
  item: Item,
  act: Extract<Act, { does: 'change' }>,
  { hand, said }: { hand: Hand; said: Said },
): [Item, string] {
  const { version, content: mine, why, putsRight } = act
  const { content, other, clashes } = put(item, { content: mine, version })
  const { by, at } = said
  if (!putsRight && !decides(hand, item.owner)) {
    const proposal = {
      content: clashes ? other : mine,
      by,
      why,
      version: clashes ? item.versions.length : version,
      isBeside: clashes,
    }
    return [{ ...item, proposals: [...item.proposals, proposal] }, 'proposed']
  }
  const isNew = !saysTheSame(content, item.versions.at(-1)!.content)
  const versions = isNew ? [...item.versions, { content, by, at, why, putsRight }] : item.versions
  if (!clashes) return [{ ...item, versions }, 'changed']
  const beside = { content: other, by, why, version: versions.length, isBeside: true }
  return [{ ...item, versions, proposals: [...item.proposals, beside] }, 'kept-beside']
}

/** The parts that are changed each on its own: the words with their language, the day, each detail. */
const PARTS: readonly ((content: Content) => string)[] = [
  ({ words, language }) => `${language} ${words}`,
  ({ dueOn }) => dueOn ?? '',
  ({ details }) => details.howWeKnow ?? '',
  ({ details }) => details.person ?? '',
  ({ details }) => details.funding ?? '',
]

function saysTheSame(one: Content, other: Content): boolean {
  return PARTS.every(part => part(one) === part(other))
}

function isOfKind({ details }: Content, kind: Kind): boolean {
  const known = kind === 'goal' ? ['howWeKnow'] : ['person', 'funding']
  return Object.keys(details).every(name => known.includes(name))
}

/** What was wanted of a version, put onto what stands by now, part by part. */
export function put(
  { versions }: Item,
  { content: mine, version }: { readonly content: Content; readonly version: number },
): { readonly content: Content; readonly other: Content; readonly clashes: boolean } {
  const [base, now] = [versions[version - 1]!.content, versions.at(-1)!.content]
  const wanted = PARTS.map(part => part(mine) !== part(base))
  const moved = PARTS.map(part => part(now) !== part(base))
  const asMine = PARTS.map((part, at) => wanted[at]! && part(mine) !== part(now))
  const taken = (isMine: readonly boolean[]) => ({
    words: isMine[0] ? mine.words : now.words,
    language: isMine[0] ? mine.language : now.language,
    dueOn: isMine[1] ? mine.dueOn : now.dueOn,
    details: Object.fromEntries(
      (['howWeKnow', 'person', 'funding'] as const).flatMap((name, at) => {
        const said = (isMine[at + 2] ? mine : now).details[name]
        return said === undefined ? [] : [[name, said]]
      }),
    ),
  })
  return {
    content: taken(asMine.map((is, at) => is && !moved[at])),
    other: taken(asMine),
    clashes: asMine.some((is, at) => is && moved[at]!),
  }
}
