/** The five marks of MSH-1 and MSH-2, and from version 2.7 a sixth. */
export interface Delimiters {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
  readonly truncation?: string
}

/** `|^~\&`, which nearly everybody uses. */
export const USUAL_DELIMITERS: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
}

/**
 * The marks that MSH-1 and MSH-2 name. Undefined unless they are punctuation, all different and all there: a missing
 * mark would change every reading, and a quotation mark could not be told from HL7's sign for "take away".
 */
export function parseDelimiters(field: string, marks: string): Delimiters | undefined {
  const all = field + marks
  if (field.length !== 1 || !/^[!#-/:-@[-`{-~]{5,6}$/.test(all) || new Set(all).size !== all.length) return undefined
  const truncation = marks[4]
  return {
    field,
    component: marks.charAt(0),
    repetition: marks.charAt(1),
    escape: marks.charAt(2),
    subcomponent: marks.charAt(3),
    ...(truncation && { truncation }),
  }
}

/** MSH-2 again. */
export function marksOf(delimiters: Delimiters): string {
  const { component, repetition, subcomponent, truncation = '' } = delimiters
  return component + repetition + delimiters.escape + subcomponent + truncation
}
