import type { Encounter, Extension } from 'fhir/r4.js'

/** R4 has no element for it; this is R5's `Encounter.plannedEndDate`, carried by HL7's cross-version extension. */
const PLANNED_END = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate'

/** The expected day of going home as an extension of the hospital spell. The day is ISO 8601. */
export function expectedHome(day: string): Extension {
  return { url: PLANNED_END, valueDateTime: day }
}

/** The expected day of going home, ISO 8601, when one is set. */
export function expectedHomeOn(spell: Encounter): string | undefined {
  return spell.extension?.find(({ url }) => url === PLANNED_END)?.valueDateTime?.slice(0, 10)
}
