import type { Say } from '#ground/language/say.ts'
import type { TrailEntry } from '#record/sharing/trail/read.ts'

/** What somebody did, in one sentence to the person whose record it is. A machine is named by whose it is. */
export function sentenceOf(say: Say, entry: TrailEntry): string {
  const { doing, place, allowed, isThePerson, isMachine, organisation } = entry
  if (isThePerson && allowed) return say(doing === 'write' ? 'place.ownWrite' : (OWN[place] ?? 'place.ownOther'))
  const who =
    isMachine && organisation !== undefined ? say('looks.machine', { organisation: say.of(organisation) }) : entry.who
  if (!allowed) return say(doing === 'write' ? 'place.triedWrite' : 'place.triedLook', { who })
  return say(SENTENCES[`${doing} ${place}`] ?? ANYWHERE[doing], { who })
}

const OWN: Readonly<Record<string, 'place.ownRecord' | 'place.ownPlan' | 'place.ownLooks'>> = {
  record: 'place.ownRecord',
  plan: 'place.ownPlan',
  looks: 'place.ownLooks',
  fhir: 'place.ownLooks',
}

/** By what is done and the place in the product; what is done at a place not named here is said without it. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'look record': 'place.lookRecord',
  'look plan': 'place.lookPlan',
  'look looks': 'place.lookLooks',
  // Nothing but the trail is served there yet; that it was an app is said beside it.
  'look fhir': 'place.lookLooks',
  'list people': 'place.listPeople',
  'tell people': 'place.tellPeople',
  'tell plan': 'place.tellPlan',
  'write plan': 'place.writePlan',
  'write notice': 'place.writeNotice',
  'write feed': 'place.writeFeed',
}

const ANYWHERE = {
  look: 'place.look',
  list: 'place.list',
  tell: 'place.tell',
  search: 'place.search',
  export: 'place.export',
  emergency: 'place.emergency',
  write: 'place.write',
} as const satisfies Record<TrailEntry['doing'], string>

type Sentence =
  | 'place.lookRecord'
  | 'place.lookPlan'
  | 'place.lookLooks'
  | 'place.listPeople'
  | 'place.tellPeople'
  | 'place.tellPlan'
  | 'place.writePlan'
  | 'place.writeNotice'
  | 'place.writeFeed'
