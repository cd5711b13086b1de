import type { CodeSystemConceptDesignation } from 'fhir/r4.js'
import type { Concept } from './held-system.ts'

/** What a code is called: as it is known, and what is said of it elsewhere. */
export interface Named {
  readonly display: string | undefined
  readonly concept: Pick<Concept, 'designations'> | undefined
}

/** Its name in a language (`cy`, `cy-GB`) where there is one, else as it is known. */
export function displayIn({ display, concept }: Named, language: string | undefined): string | undefined {
  if (language === undefined) return display
  return concept?.designations.find(one => speaks(one, language))?.value ?? display
}

/** All its names. */
export function namesOf({ display, concept }: Named): string[] {
  return [...(display === undefined ? [] : [display]), ...(concept?.designations ?? []).map(({ value }) => value)]
}

/** Whether a name is in a language, or in a regional kind of it. */
function speaks({ language }: CodeSystemConceptDesignation, asked: string): boolean {
  return language?.toLowerCase().split('-')[0] === asked.toLowerCase().split('-')[0]
}
