/** Administrative sex, in the words and codes that senders use. Anything else, and what is not known, is undefined. */
export function standardSex(text: string | undefined): 'F' | 'M' | undefined {
  return text === undefined ? undefined : SEXES.get(text.trim().toLowerCase())
}

/** HL7 table 0001, FHIR, the NHS Data Dictionary's digits, and words of both languages. */
const SEXES: ReadonlyMap<string, 'F' | 'M'> = new Map([
  ['f', 'F'],
  ['female', 'F'],
  ['woman', 'F'],
  ['girl', 'F'],
  ['benyw', 'F'],
  ['menyw', 'F'],
  ['merch', 'F'],
  ['2', 'F'],
  ['m', 'M'],
  ['male', 'M'],
  ['man', 'M'],
  ['boy', 'M'],
  ['gwryw', 'M'],
  ['dyn', 'M'],
  ['bachgen', 'M'],
  ['1', 'M'],
])
