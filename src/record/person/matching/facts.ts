import type { MatchRecord } from './record.ts'

/** What is never compared, and what guards ask all the same. */
export interface Facts {
  /** "Baby" stands for the given name. */
  readonly isBaby: boolean
  /** Holds an NHS number whose check digit is right. */
  readonly hasValidNumber: boolean
  /** As the record says it; `''` of the living. */
  readonly died: string
}

/** The facts of a record. */
export function factsOf({ standard: { isBaby, nhsNumber, died } }: MatchRecord): Facts {
  return { isBaby, hasValidNumber: nhsNumber !== undefined, died: died ?? '' }
}

/** Facts as text. */
export function writeFacts({ isBaby, hasValidNumber, died }: Facts): string {
  return `${isBaby ? 'baby' : ''}/${hasValidNumber ? 'number' : ''}/${died}`
}

/** Facts from their text. */
export function readFacts(text: string): Facts {
  const [baby = '', number = '', died = ''] = text.split('/')
  return { isBaby: baby !== '', hasValidNumber: number !== '', died }
}

/** Whether a death is said by one alone: a link does not carry it over to the other. */
export function diedOnOneSide(one: Facts, other: Facts): boolean {
  return (one.died === '') !== (other.died === '')
}
