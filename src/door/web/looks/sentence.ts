import type { Say } from '#ground/language/say.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'

/** What somebody did, in one sentence to the person whose record it is. A machine is named by whose it is. */
export function sentenceOf(say: Say, entry: TrailEntry): string {
  const { doing, place, allowed, isThePerson } = entry
  if (isThePerson && allowed) {
    if (doing !== 'write') return say(OWN[place] ?? 'place.ownOther')
    return say(OWN_WRITE[place] ?? 'place.ownWrite')
  }
  const who = whoIn(say, entry)
  if (!allowed) return say(doing === 'write' ? 'place.triedWrite' : 'place.triedLook', { who })
  return say(SENTENCES[`${doing} ${place}`] ?? ANYWHERE[doing], { who })
}

/** Whoever it was: by name, a machine by whose it is; nobody where the reader may not know. */
function whoIn(say: Say, { who, isMachine, organisation, isWithheld }: TrailEntry): string {
  if (isWithheld) return say('looks.someone')
  return isMachine && organisation !== undefined ? say('looks.machine', { organisation: say.of(organisation) }) : who
}

const OWN_WRITE: Readonly<Record<string, OwnWrite>> = {
  question: 'place.ownAsk',
  assessment: 'place.ownAssessmentWrite',
  'about-me': 'place.ownAboutMeWrite',
  conversation: 'place.ownConversationWrite',
  sharing: 'place.ownSharingWrite',
  emergencies: 'place.ownReadEmergency',
  records: 'place.ownNotMine',
  language: 'place.ownLanguageWrite',
  confidence: 'place.ownConfidenceWrite',
  'growing-up': 'place.ownGrowingUpWrite',
  review: 'place.ownReviewWrite',
}

type OwnWrite =
  | 'place.ownAboutMeWrite'
  | 'place.ownAssessmentWrite'
  | 'place.ownConversationWrite'
  | 'place.ownAsk'
  | 'place.ownSharingWrite'
  | 'place.ownReadEmergency'
  | 'place.ownNotMine'
  | 'place.ownLanguageWrite'
  | 'place.ownConfidenceWrite'
  | 'place.ownGrowingUpWrite'
  | 'place.ownReviewWrite'

const OWN: Readonly<Record<string, OwnLook>> = {
  emergencies: 'place.ownEmergencies',
  record: 'place.ownRecord',
  assessment: 'place.ownAssessment',
  'about-me': 'place.ownAboutMe',
  plan: 'place.ownPlan',
  app: 'place.ownApp',
  booklet: 'place.ownBooklet',
  'other-plans': 'place.ownOtherPlans',
  conversation: 'place.ownConversation',
  'plan-copy': 'place.ownPlanCopy',
  looks: 'place.ownLooks',
  sharing: 'place.ownSharing',
  fhir: 'place.ownLooks',
  questions: 'place.ownQuestions',
  records: 'place.ownRecords',
  'hand-over': 'place.ownHandOver',
  results: 'place.ownResults',
  documents: 'place.ownDocuments',
  language: 'place.ownLanguage',
  confidence: 'place.ownConfidence',
  'growing-up': 'place.ownGrowingUp',
  review: 'place.ownReview',
  timeline: 'place.ownTimeline',
  team: 'place.ownTeam',
}

type OwnLook =
  | 'place.ownConversation'
  | 'place.ownSharing'
  | 'place.ownRecord'
  | 'place.ownAssessment'
  | 'place.ownAboutMe'
  | 'place.ownPlan'
  | 'place.ownApp'
  | 'place.ownBooklet'
  | 'place.ownOtherPlans'
  | 'place.ownPlanCopy'
  | 'place.ownLooks'
  | 'place.ownQuestions'
  | 'place.ownRecords'
  | 'place.ownEmergencies'
  | 'place.ownHandOver'
  | 'place.ownResults'
  | 'place.ownDocuments'
  | 'place.ownLanguage'
  | 'place.ownConfidence'
  | 'place.ownGrowingUp'
  | 'place.ownReview'
  | 'place.ownTimeline'
  | 'place.ownTeam'

/** By what is done and the place in the product; what is done at a place not named here is said without it. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'look record': 'place.lookRecord',
  'list app': 'place.listApp',
  'look app': 'place.lookApp',
  'look plan': 'place.lookPlan',
  'look assessment': 'place.lookAssessment',
  'write assessment': 'place.writeAssessment',
  'look about-me': 'place.lookAboutMe',
  'write about-me': 'place.writeAboutMe',
  'tell about-me': 'place.tellAboutMe',
  'export booklet': 'place.exportBooklet',
  'look other-plans': 'place.lookOtherPlans',
  'write other-plans': 'place.writeOtherPlans',
  'export other-plans': 'place.exportOtherPlans',
  'export plan-copy': 'place.exportPlanCopy',
  'look results': 'place.lookResults',
  'look documents': 'place.lookDocuments',
  'export documents': 'place.exportDocuments',
  'look looks': 'place.lookLooks',
  // Nothing but the trail is served there yet; that it was an app is said beside it.
  'look fhir': 'place.lookLooks',
  'look sharing': 'place.lookSharing',
  'write sharing': 'place.writeSharing',
  'look emergency-review': 'place.lookEmergencyReview',
  'look emergencies': 'place.lookEmergencies',
  'list emergency': 'place.listEmergency',
  'write claim': 'place.writeClaim',
  'look acting': 'place.lookActing',
  'write acting': 'place.writeActing',
  'list home': 'place.listHome',
  'list people': 'place.listPeople',
  'list quality': 'place.listQuality',
  'list second-record': 'place.listSecondRecord',
  'look records': 'place.lookRecords',
  'look conversation': 'place.lookConversation',
  'tell conversation': 'place.tellConversation',
  'tell confidence': 'place.tellConfidence',
  'write conversation': 'place.writeConversation',
  'list waiting-questions': 'place.listWaitingQuestions',
  'tell waiting-questions': 'place.tellWaitingQuestions',
  'look meeting': 'place.lookMeeting',
  'list meeting': 'place.listMeeting',
  'tell meeting': 'place.tellMeeting',
  'write meeting': 'place.writeMeeting',
  'look visits': 'place.lookVisits',
  'write records': 'place.writeRecords',
  'tell people': 'place.tellPeople',
  'tell plan': 'place.tellPlan',
  'tell partner-system': 'place.tellPartnerSystem',
  'write plan': 'place.writePlan',
  'list hand-overs': 'place.listHandOvers',
  'tell hand-overs': 'place.tellHandOvers',
  'look review': 'place.lookReview',
  'look timeline': 'place.lookTimeline',
  'look team': 'place.lookTeam',
  'write team': 'place.writeTeam',
  'write review': 'place.writeReview',
  'list reviews': 'place.listReviews',
  'tell reviews': 'place.tellReviews',
  'look hand-over': 'place.lookHandOver',
  'write hand-over': 'place.writeHandOver',
  'look privacy': 'place.lookPrivacy',
  'write privacy': 'place.writePrivacy',
  'write inquiry': 'place.writeInquiry',
  'write notice': 'place.writeNotice',
  'write visits': 'place.writeVisits',
  'write feed': 'place.writeFeed',
  'look confidence': 'place.lookConfidence',
  'write confidence': 'place.writeConfidence',
  'look growing-up': 'place.lookGrowingUp',
  'write growing-up': 'place.writeGrowingUp',
  'look language': 'place.lookLanguage',
  'write language': 'place.writeLanguage',
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
  | 'place.lookGrowingUp'
  | 'place.writeGrowingUp'
  | 'place.lookConfidence'
  | 'place.writeConfidence'
  | 'place.lookLanguage'
  | 'place.writeLanguage'
  | 'place.lookRecord'
  | 'place.listApp'
  | 'place.lookApp'
  | 'place.lookPlan'
  | 'place.lookAssessment'
  | 'place.writeAssessment'
  | 'place.lookAboutMe'
  | 'place.writeAboutMe'
  | 'place.tellAboutMe'
  | 'place.exportBooklet'
  | 'place.lookOtherPlans'
  | 'place.writeOtherPlans'
  | 'place.exportOtherPlans'
  | 'place.exportPlanCopy'
  | 'place.lookResults'
  | 'place.lookDocuments'
  | 'place.exportDocuments'
  | 'place.lookLooks'
  | 'place.lookSharing'
  | 'place.writeClaim'
  | 'place.lookActing'
  | 'place.writeActing'
  | 'place.writeSharing'
  | 'place.lookEmergencyReview'
  | 'place.lookEmergencies'
  | 'place.listEmergency'
  | 'place.listHome'
  | 'place.listPeople'
  | 'place.listQuality'
  | 'place.listSecondRecord'
  | 'place.lookRecords'
  | 'place.lookConversation'
  | 'place.tellConversation'
  | 'place.tellConfidence'
  | 'place.writeConversation'
  | 'place.listWaitingQuestions'
  | 'place.tellWaitingQuestions'
  | 'place.lookMeeting'
  | 'place.listMeeting'
  | 'place.tellMeeting'
  | 'place.writeMeeting'
  | 'place.lookVisits'
  | 'place.writeRecords'
  | 'place.tellPeople'
  | 'place.tellPlan'
  | 'place.tellPartnerSystem'
  | 'place.writePlan'
  | 'place.listHandOvers'
  | 'place.lookReview'
  | 'place.lookTimeline'
  | 'place.lookTeam'
  | 'place.writeTeam'
  | 'place.writeReview'
  | 'place.listReviews'
  | 'place.tellReviews'
  | 'place.tellHandOvers'
  | 'place.lookHandOver'
  | 'place.writeHandOver'
  | 'place.lookPrivacy'
  | 'place.writePrivacy'
  | 'place.writeInquiry'
  | 'place.writeNotice'
  | 'place.writeVisits'
  | 'place.writeFeed'
