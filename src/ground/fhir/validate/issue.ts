/** What is wrong with a resource, at one place in it. The kinds never change: programs know them. */
export interface Issue {
  readonly severity: 'error' | 'warning'
  /** Source: FHIR R4, value set issue-type. */
  readonly code: IssueCode
  readonly problem: IssueProblem
  /** For whoever makes or mends the app, in FHIR's English: the rule, and the value as far as it may be shown. */
  readonly diagnostics: string
  /** The element, as a path of names and places: `Patient.contact[0].gender`. */
  readonly expression: string
  /** The profile, or the definition of an extension, that wants it otherwise; undefined where it is FHIR R4 itself. */
  readonly profile?: string
}

export type IssueCode = (typeof CODES)[IssueProblem]

/** What can be wrong, with FHIR's code for each. */
const CODES = {
  /** Nothing that could be a resource at all. */
  notResource: 'structure',
  /** A type that R4 does not know. */
  unknownType: 'structure',
  /** An element that the type does not have. */
  unknownElement: 'structure',
  /** An object where a list belongs, a text where an object belongs, and the like. */
  wrongForm: 'structure',
  /** An empty object, list or text, or a null that stands for nothing. */
  empty: 'structure',
  /** Too deep, or more wrong than is listed. */
  tooMuch: 'too-costly',
  /** An element that must be there. */
  missing: 'required',
  /** More than there may be. */
  tooMany: 'structure',
  /** Two values of one choice. */
  severalOfChoice: 'structure',
  /** A value that its type does not allow. */
  wrongValue: 'value',
  /** A code that its value set does not have. */
  unknownCode: 'code-invalid',
  /** A code that is outside a value set from which one is to be taken where one fits. */
  otherCode: 'code-invalid',
  /** A reference that is none, or points to a type it may not point to. */
  wrongReference: 'value',
  /** A rule of its type that does not hold. */
  brokenRule: 'invariant',
  /** Narrative with what may not be in it. */
  unsafeNarrative: 'invariant',
  /** Another value than a profile fixes. */
  otherValue: 'value',
  /** A type that a profile does not allow. */
  otherType: 'structure',
  /** Nothing that a profile foresees, where it foresees all. */
  noSlice: 'structure',
  /** An extension where its own definition does not let it stand. */
  misplacedExtension: 'extension',
} as const

export type IssueProblem = keyof typeof CODES

/** FHIR's code for a problem. */
export function issueCode(problem: IssueProblem): IssueCode {
  return CODES[problem]
}

/** Whether what is wrong is its form, so that nothing more can be asked of what stands there. */
export function isAboutForm(problem: IssueProblem): boolean {
  return !BESIDES_FORM.has(problem)
}

const BESIDES_FORM: ReadonlySet<IssueProblem> = new Set([
  'unknownCode',
  'wrongReference',
  'brokenRule',
  'unsafeNarrative',
])
