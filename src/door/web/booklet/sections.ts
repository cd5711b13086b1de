import type { Key } from '#ground/language/say.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { isInPlan, type PlanItem } from '#work/plan/plan.ts'
import type { PictureName } from './pictogram.tsx'

/** A part with what stands in it; what is done for an item stands below it. */
export interface BookletSection {
  readonly name: ItemKind
  readonly picture: PictureName
  readonly heading: Key
  /** In easy read, the sentence that says what the part is. */
  readonly explains: Key
  readonly entries: readonly BookletEntry[]
}

export interface BookletEntry {
  readonly item: PlanItem
  readonly actions: readonly PlanItem[]
}

/** Their own words first, and what to do when things go wrong last: there the booklet is opened in a hurry. */
const ORDER = [
  { kind: 'matters', picture: 'heart', heading: 'booklet.matters', explains: 'booklet.mattersEasy' },
  { kind: 'strength', picture: 'star', heading: 'booklet.strengths', explains: 'booklet.strengthsEasy' },
  { kind: 'need', picture: 'helping-hand', heading: 'booklet.needs', explains: 'booklet.needsEasy' },
  { kind: 'goal', picture: 'flag', heading: 'booklet.goals', explains: 'booklet.goalsEasy' },
  { kind: 'action', picture: 'people', heading: 'booklet.otherActions', explains: 'booklet.otherActionsEasy' },
  { kind: 'home', picture: 'home', heading: 'booklet.home', explains: 'booklet.homeEasy' },
  { kind: 'monitoring', picture: 'eye', heading: 'booklet.monitoring', explains: 'booklet.monitoringEasy' },
  {
    kind: 'direct-payment',
    picture: 'money',
    heading: 'booklet.directPayments',
    explains: 'booklet.directPaymentsEasy',
  },
  {
    kind: 'safeguarding-conclusion',
    picture: 'shield',
    heading: 'booklet.safeguarding',
    explains: 'booklet.safeguardingEasy',
  },
  { kind: 'anticipatory', picture: 'pill', heading: 'booklet.anticipatory', explains: 'booklet.anticipatoryEasy' },
  {
    kind: 'advance-statement',
    picture: 'letter',
    heading: 'booklet.advanceStatement',
    explains: 'booklet.advanceStatementEasy',
  },
  { kind: 'warning-sign', picture: 'warning', heading: 'booklet.warningSigns', explains: 'booklet.warningSignsEasy' },
  { kind: 'contingency', picture: 'umbrella', heading: 'booklet.contingency', explains: 'booklet.contingencyEasy' },
] as const satisfies readonly (Omit<BookletSection, 'name' | 'entries'> & { readonly kind: ItemKind })[]

/**
 * The parts of the booklet that have something in them. An action stands below what it serves, if the reader sees that.
 * On paper nothing stands that is only offered, or was struck through.
 */
export function sectionsOf(plan: readonly PlanItem[]): BookletSection[] {
  const items = plan.filter(item => isInPlan(item) && item.struck === undefined)
  const shown = new Set(items.map(({ id }) => id))
  const isBelow = ({ kind, partOf }: PlanItem) => kind === 'action' && partOf !== undefined && shown.has(partOf)
  const sections = ORDER.map(({ kind, ...part }) => ({
    ...part,
    name: kind,
    entries: items
      .filter(item => item.kind === kind && !isBelow(item))
      .map(item => ({ item, actions: items.filter(one => isBelow(one) && one.partOf === item.id) })),
  }))
  return sections.filter(({ entries }) => entries.length > 0)
}
