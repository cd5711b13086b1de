import type { Draw } from '../draw.ts'

/**
 * What happens to a few records and to the people behind them, drawn beforehand and told by numbers, so that the same
 * can happen in two worlds. Record and home have one number: a record's home is the person it is about by itself.
 */
export interface History {
  readonly records: readonly DrawnRecord[]
  readonly steps: readonly Step[]
}

export interface DrawnRecord {
  readonly keeper: Keeper
  readonly born: string
  /** A verified NHS number of its own, or none. */
  readonly isNumbered: boolean
}

/** Organisations of the invented region that keep a record of their own. */
export const KEEPERS = ['bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'cartrefi-gwennol'] as const
export type Keeper = (typeof KEEPERS)[number]

/** Workers of the region to whom people may be tied, by their keys, each with the kind of tie they have. */
export const TIES = {
  'sioned-evans': 'caseload',
  'ffion-gittins': 'tenancy',
  'priya-nair': 'practice-list',
} as const
export type Tied = keyof typeof TIES

/** `which` and `of` count steps: the one that is undone or added to. */
export type Step =
  | { readonly does: 'arrive' | 'change' | 'separate' | 'discharge'; readonly record: number }
  | { readonly does: 'link' | 'move'; readonly record: number; readonly other: number }
  | { readonly does: 'apart'; readonly record: number; readonly other: number }
  | { readonly does: 'unlink' | 'lift'; readonly which: number }
  | { readonly does: 'admit'; readonly record: number; readonly ward: 'ward-dyfi' | 'ward-banw' }
  | { readonly does: 'tie'; readonly home: number; readonly to: Tied }
  | { readonly does: 'family' | 'office' | 'finding' | 'goal'; readonly home: number; readonly at: number }
  | { readonly does: 'emergency'; readonly home: number; readonly by: Tied }
  | { readonly does: Wished; readonly home: number; readonly at: number }
  | { readonly does: 'untie'; readonly which: number }
  | { readonly does: 'withdraw'; readonly which: number; readonly home: number; readonly at: number }
  | { readonly does: 'look' }

/** What a person says of who may see their record: of their landlord, or of everybody. */
export const WISHED = ['allow', 'refuse', 'pause', 'resume'] as const
export type Wished = (typeof WISHED)[number]

const RECORDS_MAX = 4
const STEPS = { least: 8, more: 14 } as const
/** Of what is in force at the end, how much is left so, in a hundred. */
const KEPT = 30

/** Draws a history that ends with most of what was linked undone, and looks once in the middle. */
export function drawHistory(draw: Draw): History {
  const records = draw.many(2 + draw.below(RECORDS_MAX - 1), () => ({
    keeper: draw.one(KEEPERS),
    born: `19${40 + draw.below(50)}-0${1 + draw.below(9)}-1${draw.below(10)}`,
    isNumbered: draw.percent(25),
  }))
  const steps: Step[] = [arrive(0), arrive(1)]
  let arrived = 2
  const count = STEPS.least + draw.below(STEPS.more)
  for (let number = 0; number < count; number++) {
    if (arrived < records.length && draw.percent(25)) steps.push(arrive(arrived++))
    else steps.push(drawStep(draw, arrived, steps))
    if (number === count >> 1) steps.push({ does: 'look' })
  }
  const undone = standing(steps, 'link', 'unlink').filter(() => !draw.percent(KEPT))
  while (undone.length > 0) steps.push({ does: 'unlink', which: undone.splice(draw.below(undone.length), 1)[0]! })
  return { records, steps }
}

function drawStep(draw: Draw, arrived: number, steps: readonly Step[]): Step {
  const record = draw.below(arrived)
  const other = (record + 1 + draw.below(arrived - 1)) % arrived
  const undone = (does: Step['does'], by: Step['does']) => draw.one([undefined, ...standing(steps, does, by)])
  const drawn = draw.below(100)
  if (drawn < 28) return { does: 'link', record, other }
  if (drawn < 36) return unlessNone('unlink', undone('link', 'unlink')) ?? { does: 'link', record, other }
  if (drawn < 40) return { does: 'separate', record }
  if (drawn < 43) return { does: 'move', record, other }
  if (drawn < 47) return { does: 'apart', record, other }
  if (drawn < 49) return unlessNone('lift', undone('apart', 'lift')) ?? { does: 'apart', record, other }
  if (drawn < 57) return { does: 'admit', record, ward: draw.one(['ward-dyfi', 'ward-banw']) }
  if (drawn < 60) return { does: 'discharge', record }
  if (drawn < 64) return { does: 'change', record }
  if (drawn < 71) return { does: 'tie', home: record, to: draw.one(Object.keys(TIES) as Tied[]) }
  if (drawn < 73) return unlessNone('untie', undone('tie', 'untie')) ?? { does: 'change', record }
  if (drawn < 84) return drawWish(draw, arrived, steps)
  if (drawn < 86) return { does: 'emergency', home: record, by: draw.one(Object.keys(TIES) as Tied[]) }
  return {
    does: draw.one(['family', 'office', 'office', 'office', 'finding', 'goal', 'goal']),
    home: record,
    at: draw.below(arrived),
  }
}

/** Mostly it is whoever said it who withdraws it. */
function drawWish(draw: Draw, arrived: number, steps: readonly Step[]): Step {
  const [home, at] = [draw.below(arrived), draw.below(arrived)]
  const said = steps.flatMap((step, which) =>
    step.does === 'allow' || step.does === 'refuse' ? [{ home: step.home, which }] : [],
  )
  if (said.length === 0 || draw.percent(65)) return { does: draw.one(WISHED), home, at }
  const { home: theirs, which } = draw.one(said)
  return { does: 'withdraw', which, home: draw.percent(70) ? theirs : home, at }
}

function arrive(record: number): Step {
  return { does: 'arrive', record }
}

function unlessNone(does: 'unlink' | 'lift' | 'untie', which: number | undefined): Step | undefined {
  return which === undefined ? undefined : { does, which }
}

/** The steps that did one thing and of which no step yet undid it. */
function standing(steps: readonly Step[], does: Step['does'], by: Step['does']): number[] {
  const undone = new Set(steps.flatMap(step => (step.does === by && 'which' in step ? [step.which] : [])))
  return steps.flatMap((step, number) => (step.does === does && !undone.has(number) ? [number] : []))
}
