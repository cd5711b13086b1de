import type { Language } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/**
 * The parts that are written, in the order in which they are read. Source: PRSB, About Me 2.01, whose two others, who
 * helped to write it and when, are kept with each of these.
 */
export const ABOUT_ME_PARTS = [
  'most-important',
  'people',
  'communication',
  'wellness',
  'please-do',
  'support',
  'also',
] as const
export type AboutMePart = (typeof ABOUT_ME_PARTS)[number]

/** Of what class all of it is; the contributor is the person. */
export const ABOUT_ME_CLASS: DataClass = 'about-me'

/** The announcement's topic; its id is the person's, a slash, and the part. */
export const ABOUT_ME_TOPIC = 'about-me'

/** One part as it stands, and what others offer for it. A part that nobody has written has no version. */
export interface WrittenPart {
  readonly part: AboutMePart
  /** The version that stands, to write after it. Undefined when nobody has ever written it. */
  readonly versionId: string | undefined
  /** Empty where a picture or a sound stands instead, or nothing does. */
  readonly words: string
  readonly language: Language
  readonly media: AboutMeMedia | undefined
  readonly helpedBy: string | undefined
  readonly writtenBy: string
  readonly writtenAt: Date
  readonly proposals: readonly PartProposal[]
}

/** A picture or a sound, without its bytes. */
export interface AboutMeMedia {
  readonly id: string
  readonly kind: 'picture' | 'sound'
  /** What is to be seen, or what is said. */
  readonly tells: string
  readonly language: Language
}

/** Words that somebody offers, waiting for the person's answer. */
export interface PartProposal {
  readonly id: string
  /** The version it was offered against. Once another stands, it can no longer be accepted as it is. */
  readonly afterId: string | undefined
  readonly words: string
  readonly language: Language
  readonly why: string | undefined
  readonly proposedBy: string
  readonly proposedById: string
  readonly proposedAt: Date
}

export type AboutMeProblem =
  | 'aboutMe.notShown'
  | 'aboutMe.wordsMissing'
  | 'aboutMe.wordsTooLong'
  | 'aboutMe.wordsSame'
  | 'aboutMe.helpedByTooLong'
  | 'aboutMe.hasChanged'
  | 'aboutMe.notYours'
  | 'aboutMe.alreadyAnswered'
  | 'aboutMe.fileMissing'
  | 'aboutMe.fileTooLarge'
  | 'aboutMe.fileKind'
  | 'aboutMe.tellsMissing'
  | 'aboutMe.tellsTooLong'

/** The longest words of one part, characters: a page, and still short enough for a phone. */
export const PART_LENGTH_MAX = 4000
/** The longest name of whoever helped, characters. */
export const HELPER_LENGTH_MAX = 200
/** The longest account of what a picture shows or a sound says, characters. */
export const TELLS_LENGTH_MAX = 1000
/** The largest picture or sound, bytes: what a phone takes at its best, or ten minutes of speech. */
export const MEDIA_BYTES_MAX = 8 * 1024 * 1024

/** Whether there is anything in a part now. */
export function isWritten({ words, media }: WrittenPart): boolean {
  return words !== '' || media !== undefined
}
