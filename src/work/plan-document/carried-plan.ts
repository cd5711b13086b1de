import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Banner, bannersOf, nameless } from '#record/chart/banner.ts'
import { organisationsById } from '#record/organisation/organisation-names.ts'
import { type Phone, phonesByOrganisation } from '#record/organisation/phones.ts'
import type { Access } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { WrittenPart } from '#work/about-me/about-me.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'

/** What the person says of themselves, a part each, by the codes of PRSB's About Me. */
export type CarriedPart = Pick<
  WrittenPart,
  'part' | 'versionId' | 'words' | 'language' | 'helpedBy' | 'writtenBy' | 'writtenAt'
>

/** A plan on its way out of here: what one reader may see of it, at one moment, and nothing that points at more. */
export interface CarriedPlan {
  readonly planId: string
  readonly banner: Banner
  /** What they say of themselves, but for pictures and sounds. */
  readonly aboutMe: readonly CarriedPart[]
  readonly items: readonly PlanItem[]
  /** Those who decide the words of something in it, but for the person. */
  readonly organisations: readonly CarriedOrganisation[]
  readonly takenAt: Date
}

export interface CarriedOrganisation {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly phones: readonly Phone[]
}

/**
 * What this access opens of the person's plan, to be carried away. Undefined when nothing of it is open. What was declined,
 * or turned out to be about somebody else, stays behind; so does what an item is part of, where that is not open.
 */
export async function readCarriedPlan(tx: Tx, access: Access): Promise<CarriedPlan | undefined> {
  const read = await readPlan(tx, access)
  const items = read.filter(({ struck, offer }) => struck?.because !== 'wrong-person' && offer?.declined === undefined)
  const planId = await findPlan(tx, access)
  const aboutMe = await readAboutMe(tx, access)
  if (items.length === 0 || planId === undefined) return undefined
  const [banner] = await bannersOf(tx, [access])
  const ids = new Set(items.map(({ id }) => id))
  const names = await organisationsById(tx)
  const phones = await phonesByOrganisation(tx)
  const owners = [...new Set(items.filter(({ ownerCode }) => ownerCode !== THE_PERSON).map(({ ownerId }) => ownerId))]
  return {
    planId,
    banner: banner ?? nameless(access.personId),
    aboutMe: (aboutMe ?? []).filter(({ words }) => words !== '').map(partOf),
    items: items.map(item => ({ ...item, partOf: item.partOf && ids.has(item.partOf) ? item.partOf : undefined })),
    organisations: owners.flatMap(id => {
      const organisation = names.get(id)
      return organisation === undefined ? [] : [{ id, ...organisation, phones: phones.get(id) ?? [] }]
    }),
    takenAt: tx.now,
  }
}

function partOf(written: WrittenPart): CarriedPart {
  const { part, versionId, words, language, helpedBy, writtenBy, writtenAt } = written
  return { part, versionId, words, language, helpedBy, writtenBy, writtenAt }
}

/** The person whose plan has this id, as they are now. */
export async function findPersonOfPlan(tx: Tx, planId: string): Promise<string | undefined> {
  const plan = await tx.db.selectFrom('planNow').select('personId').where('id', '=', planId).executeTakeFirst()
  return plan?.personId ?? undefined
}

/** Of two plans that are one person's now, the one that was opened first. */
async function findPlan(tx: Tx, access: Access): Promise<string | undefined> {
  const plan = await tx.db
    .selectFrom('planNow')
    .innerJoin('plan', 'plan.id', 'planNow.id')
    .select('plan.id')
    .where('planNow.personId', '=', access.personId)
    .orderBy('plan.openedAt')
    .orderBy('plan.id')
    .executeTakeFirst()
  return plan?.id
}
