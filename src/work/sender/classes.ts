import { own } from '#ground/own.ts'
import { DATA_CLASSES, type DataClass, isSensitive } from '#record/sharing/vocabulary.ts'

/** What a sender's map says of one kind of thing: which class of data it is. */
export interface ClassRules {
  /**
   * By a code that it comes with: of the test, the section of the laboratory, the type of document, the clinic, the
   * specialty. As sent, capitals and all.
   */
  readonly codes?: Readonly<Record<string, DataClass>>
  /** What holds where none of its codes is named. Left out, such a thing is put aside until the map says. */
  readonly otherwise?: DataClass
}

/** The part of a sender's map that says how private what it sends is. A kind that it leaves out is not taken in. */
export interface ClassMap {
  readonly results?: ClassRules
  readonly documents?: ClassRules
  readonly appointments?: ClassRules
  readonly referrals?: ClassRules
  /** What comes as FHIR: by its codes, or the type of resource. */
  readonly resources?: ClassRules
}

/**
 * The class of something that came with these codes, the most telling first. A medicine, a clinic and a letter betray
 * the condition that they serve, so one sensitive code makes all of it sensitive. Undefined where the map does not say,
 * names a class that there is not, or names two sensitive ones: on doubt it is not taken in.
 */
export function classOf(rules: ClassRules | undefined, codes: readonly (string | undefined)[]): DataClass | undefined {
  const named = codes.flatMap(code => own(rules?.codes ?? {}, code) ?? [])
  const classes = [...new Set(named.length > 0 ? named : [rules?.otherwise])]
  if (!classes.every(isClass)) return undefined
  const [sensitive, another] = classes.filter(isSensitive)
  return another === undefined ? (sensitive ?? classes[0]) : undefined
}

function isClass(name: string | undefined): name is DataClass {
  return (DATA_CLASSES as readonly (string | undefined)[]).includes(name)
}
