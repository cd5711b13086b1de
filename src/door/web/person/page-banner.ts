import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { type Banner, bannersOf, nameless } from '#record/chart/banner.ts'
import { type LanguageAnswer, readLanguageAnswer } from '#record/chart/language-answer.ts'
import type { Access } from '#record/sharing/access.ts'
import { ABOUT_ME_CLASS } from '#work/about-me/about-me.ts'
import { type SecondRecord, secondRecordsOf } from '#work/identity/joined/second-records.ts'
import { isThePerson } from '#work/plan/owner.ts'

/** Whom a page is about, and what may be of the same person and is not joined to them. */
export interface PageBanner extends Banner {
  readonly second?: readonly SecondRecord[]
  /** Whether the person's own account of themselves is open to a reader who is somebody else. */
  readonly opensAboutMe?: boolean
  /** What they answered to the Active Offer; it goes before the language that some agency's system holds. */
  readonly languageAnswer?: LanguageAnswer | undefined
}

/** The banner of a page about one person, as far as it is open to the reader. */
export async function pageBanner(tx: Tx, access: Access): Promise<PageBanner> {
  const [[banner], second, languageAnswer] = await together([
    bannersOf(tx, [access]),
    secondRecordsOf(tx, access),
    readLanguageAnswer(tx, access),
  ])
  return {
    ...(banner ?? nameless(access.personId)),
    second,
    opensAboutMe: access.opens(ABOUT_ME_CLASS) && !isThePerson(access),
    languageAnswer,
  }
}
