import { referencesIn } from '#ground/fhir/references-in.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { classOfResource, type KeptClass, neverLess } from '../class-of.ts'
import { isAboutNobody, isDirectory, type SaysWhom, saysWhom } from '../scope-of.ts'
import type { Opening } from './open.ts'
import { namedBy, type Place } from './place.ts'
import type { ToWrite, WriteProblem } from './to-write.ts'

/** Something that is to be written, as far as it is known yet how. */
export interface Draft {
  readonly asked: ToWrite
  /** The names that it refers to, each as it stands in it and what it means here. */
  readonly references: ReadonlyMap<string, string>
  /** By which others refer to it, once it is written: `Type/id`. */
  readonly name: string
  readonly says: SaysWhom
  /** Whether it is known whom it is about. */
  isPlaced: boolean
  /** The record of whom it is about; undefined for what is about no one person. */
  about: Place | undefined
  dataClass: KeptClass
}

/** A draft of something that is to be written, under the name it will have. */
export function draftOf(asked: ToWrite, name: string, base: string): Draft {
  const { resource } = asked
  const references = new Map(
    referencesIn(resource).flatMap(reference => {
      const named = namedBy(reference, base)
      return named === undefined ? [] : [[reference, `${named.type}/${named.id}`] as const]
    }),
  )
  const isPlaced = isAboutNobody(resource.resourceType)
  const dataClass = isDirectory(resource.resourceType) ? 'directory' : 'organisation'
  return { asked, name, references, says: saysWhom(resource), isPlaced, about: undefined, dataClass }
}

/** What a reference of a draft may mean: something that is open here, or another draft. */
export type Meant = (name: string) => Place | Draft | undefined

/**
 * Finds whom each draft is about: by the Patients that it names, else by what else it refers to, where that is about one
 * person. Drafts may refer to one another, in a circle too.
 */
export function placeDrafts(drafts: readonly Draft[], meant: Meant): Outcome<undefined, WriteProblem> {
  for (const draft of drafts.filter(({ isPlaced }) => !isPlaced)) {
    const { patients, isUnsure } = draft.says
    if (isUnsure) return refused('chart.aboutWhom')
    if (patients.length === 0) continue
    const named = patients.flatMap(reference => meant(draft.references.get(reference) ?? '') ?? []).filter(isPlace)
    if (named.length < patients.length) return refused('chart.aboutWhom')
    if (new Set(named.map(({ personId }) => personId)).size > 1) return refused('chart.aboutSeveral')
    place(draft, named[0])
  }
  for (let before = -1; before !== countOf(drafts); ) {
    before = countOf(drafts)
    for (const draft of drafts.filter(({ isPlaced }) => !isPlaced)) {
      const about = [...draft.references.values()].flatMap(name => recordOf(meant(name)) ?? [])
      if (new Set(about.map(({ personId }) => personId)).size === 1) place(draft, about[0])
    }
  }
  return done(undefined)
}

/** Finds the class of each draft: what refers to something sensitive of the same person is as private as that. */
export function classifyDrafts(
  drafts: readonly Draft[],
  { meant, overOf }: { readonly meant: Meant; overOf(draft: Draft): Place | undefined },
): Outcome<undefined, WriteProblem> {
  const about = drafts.filter(draft => draft.about !== undefined)
  for (let changed = true; changed; ) {
    changed = false
    for (const draft of about) {
      const found = classOfResource(draft.asked.resource, inheritedBy(draft, meant))
      if (!found.ok) return found
      const dataClass = neverLess(overOf(draft)?.dataClass as DataClass | undefined, found.value)
      changed ||= dataClass !== draft.dataClass
      draft.dataClass = dataClass
    }
  }
  return done(undefined)
}

function inheritedBy(draft: Draft, meant: Meant): KeptClass[] {
  return [...draft.references.values()].flatMap(name => {
    const target = meant(name)
    const isTheirs = target !== undefined && recordOf(target)?.personId === draft.about?.personId
    return isTheirs ? [target.dataClass] : []
  })
}

function place(draft: Draft, about: Place | undefined): void {
  draft.isPlaced = true
  draft.about = about
}

function countOf(drafts: readonly Draft[]): number {
  return drafts.filter(({ isPlaced }) => isPlaced).length
}

/** The place of whom something is about; undefined where that is nobody, or not known. */
function recordOf(target: Place | Draft | undefined): Place | undefined {
  if (target === undefined) return undefined
  const about = isPlace(target) ? target : target.about
  return about?.personId === undefined ? undefined : about
}

function isPlace(target: Place | Draft): target is Place {
  return 'contributorId' in target
}

/** What names mean among drafts and what is open of what is held. */
export function meaning(open: Opening, held: ReadonlyMap<string, readonly Place[]>, drafts: readonly Draft[]): Meant {
  const byName = new Map(drafts.map(draft => [draft.name, draft]))
  return name => byName.get(name) ?? open.find(held.get(name) ?? [])
}
