import type { CodeableConcept } from 'fhir/r4.js'

/** What a code is called by whoever sent it: its words, or else the code. */
export function wordsOf(concept: CodeableConcept | undefined): string | undefined {
  const { text, coding = [] } = concept ?? {}
  return text ?? coding.find(({ display }) => display !== undefined)?.display ?? coding[0]?.code
}
