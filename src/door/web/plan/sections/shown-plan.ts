import type { PageBanner } from '#door/web/person/page-banner.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Grant } from '#record/sharing/access.ts'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { WrittenPart } from '#work/about-me/about-me.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { isInPlan, type PlanItem, type Stance } from '#work/plan/plan.ts'
import type { Standing } from '#work/review/standing.ts'

/** What one reader is shown of one plan. */
export interface ShownPlan {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly items: readonly PlanItem[]
  /** The questions that wait about an item, by the item. */
  readonly asked: ReadonlyMap<string, readonly Entry[]>
  /** What the person says of themselves, part by part; none where that is not open. */
  readonly aboutMe: readonly WrittenPart[]
  /** When it is looked at next, or that it was closed. */
  readonly standing: Standing
  /** What people say of the plan as a whole, and whether this reader may say it too. */
  readonly wholeStances: readonly Stance[]
  readonly maySayOfWhole: boolean
  /** Whether there is anything that this reader may add. */
  readonly mayAdd: boolean
  readonly owners: ReadonlyMap<string, Bilingual>
  readonly grants: readonly Grant[]
  readonly emergency: OpenEmergency | undefined
  /** Emergencies that the person has not said they have read of; nobody else is told of them. */
  readonly unreadEmergencies: number
  readonly classes: ReadonlySet<DataClass>
}

/** A section of the plan page: a function from what is shown to its part of it, or to nothing. */
export interface SectionProps {
  readonly shown: ShownPlan
}

/** The items of one kind that are part of the plan, in the order the person keeps them. */
export function ofKind({ items }: ShownPlan, kind: ItemKind): PlanItem[] {
  return items.filter(item => item.kind === kind && isInPlan(item))
}

/** The organisation that decides an item's words; undefined when that is the person. */
export function ownerOf(item: PlanItem, owners: ReadonlyMap<string, Bilingual>): Bilingual | undefined {
  return item.ownerCode === THE_PERSON ? undefined : owners.get(item.ownerId)
}
