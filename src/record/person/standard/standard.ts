import type { NhsNumber } from '#ground/nhs-number.ts'

/**
 * What matching compares of one source record: a pure function of what was received (`standardise`). What is not known
 * is `undefined` or empty and never guessed. Names are folded to `a` to `z`. Never shown to anybody.
 */
export interface Standard {
  /** Check digit right, no placeholder. */
  readonly nhsNumber: NhsNumber | undefined
  /** Ten digits whose check digit is wrong: one of them was written down wrongly. */
  readonly nhsNumberDamaged: string | undefined
  /** Whether the sender says that the number was verified. Never true without a number. */
  readonly nhsNumberVerified: boolean
  /** The official name first, then aliases: maiden, previous, known as. Empty when no name was given. */
  readonly names: readonly StandardName[]
  /** A placeholder such as "Baby" or "Twin 1" stands for the given name. */
  readonly isBaby: boolean
  readonly born: StandardBirth | undefined
  /** Administrative sex alone. Gender identity is kept with the record and never compared. */
  readonly sex: 'F' | 'M' | undefined
  readonly addresses: readonly StandardAddress[]
  /** The last nine digits, which are the same with and without the country; placeholders dropped. */
  readonly phones: readonly string[]
  /** Lower case; placeholders dropped. */
  readonly emails: readonly string[]
  /** That somebody has died: the day in ISO 8601, or the month or year where no more is known, or `unknown`. */
  readonly died: string | undefined
}

export interface StandardName {
  /** The first given name, without the rest. Empty when unknown. */
  readonly given: string
  /** Further given names, in the order written; an initial is one letter. */
  readonly middle: readonly string[]
  /** All of the surname in one, without spaces, patronymic particle included. Empty when unknown. */
  readonly surname: string
  /** The surname as its parts (`garcia`, `jones` of Garcia-Jones), particles left out. At least one if there is one. */
  readonly surnameParts: readonly string[]
}

export interface StandardBirth {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
  /** The first of January: what is written down when only the year is known. It may all the same be right. */
  readonly isProxy: boolean
}

export interface StandardAddress {
  /** Digits, without leading zeroes. */
  readonly uprn: string | undefined
  /** Without a space, `GH12AB`; a pseudo postcode (ZZ99) is none. */
  readonly postcode: string | undefined
  /** Of `GH12AB` it is `GH1`. */
  readonly district: string | undefined
  /** Of `GH12AB` it is `GH12`. */
  readonly sector: string | undefined
  /** Every number of the lines, in the order written, a letter kept with it: `3`, `12a`; and the `b` of "Flat B". */
  readonly numbers: readonly string[]
  /** The words of the lines and the town, folded, Welsh and English forms as one, sorted, each once. */
  readonly words: readonly string[]
  /** Known to be a place where people who are not of one household live. `undefined`: not known. */
  readonly institution: boolean | undefined
  /** Not where they live now: before, or only for post. Compared all the same. Left out where it is. */
  readonly isPast?: true
}

/**
 * What is known of one record as flat text, as a row of a file or a Patient gives it, before anything is made of it.
 * Every field may be missing, and may hold anything.
 */
export interface RawIdentity {
  readonly nhsNumber?: string | undefined
  /** As the sender codes it: `01`, or words. Only `01` and the Welsh `nn` say that it was traced. */
  readonly nhsNumberStatus?: string | undefined
  readonly title?: string | undefined
  readonly given?: string | undefined
  readonly middle?: string | undefined
  readonly surname?: string | undefined
  /** All of a name in one, for senders that have no more. */
  readonly fullname?: string | undefined
  readonly aliases?: readonly RawName[] | undefined
  readonly born?: string | undefined
  /** The order in which the sender writes a date of birth that is not ISO 8601. Day first when not said. */
  readonly bornOrder?: 'dmy' | 'mdy' | 'ymd' | undefined
  /** The year after which nobody of these records was born; without it a year of two digits is not read. */
  readonly bornNotAfter?: number | undefined
  /** The year before which nobody of these records was born: 1850 when not said, for they are of the living. */
  readonly bornNotBefore?: number | undefined
  readonly sex?: string | undefined
  readonly addresses?: readonly RawAddress[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  /** A date; or a word that says yes, where only that is known. */
  readonly died?: string | undefined
}

export interface RawName {
  readonly given?: string | undefined
  readonly middle?: string | undefined
  readonly surname?: string | undefined
  readonly fullname?: string | undefined
}

export interface RawAddress {
  readonly lines?: readonly string[] | undefined
  readonly town?: string | undefined
  readonly postcode?: string | undefined
  readonly uprn?: string | undefined
  readonly institution?: boolean | undefined
  /** Where they lived before, or only have their post sent to. */
  readonly isPast?: boolean | undefined
}
