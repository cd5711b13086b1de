import type { Observation } from 'fhir/r4.js'
import type { CarriedPart } from './carried-plan.ts'
import { coded, factsAs, inLanguage } from './element.ts'
import { OUR } from './names.ts'
import { quotedNarrative } from './narrative.ts'
import { subjectOf } from './refer.ts'
import type { Telling } from './telling.ts'

/** One part of About me as a resource. */
export function aboutMeOf(part: CarriedPart, telling: Telling): Observation {
  const { say } = telling
  return {
    resourceType: 'Observation',
    id: aboutMeId(part),
    meta: { ...(part.versionId && { versionId: part.versionId }), lastUpdated: part.writtenAt.toISOString() },
    language: say.language,
    text: quotedNarrative(say, part),
    extension: [factsAs(OUR.aboutMeFacts, { part: part.part, helpedBy: part.helpedBy, writtenBy: part.writtenBy })],
    status: 'final',
    code: { coding: [coded(OUR.aboutMe, part.part, say.code('aboutMePart', part.part))] },
    subject: subjectOf(telling),
    issued: part.writtenAt.toISOString(),
    performer: [subjectOf(telling)],
    valueString: part.words,
    _valueString: inLanguage(part.language),
  }
}

/** A part has the id of its version, which nobody else's has. */
export function aboutMeId({ part, versionId }: CarriedPart): string {
  return versionId ?? part
}
