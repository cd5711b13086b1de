import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { mayAsk } from '#door/route/may-ask.ts'
import { Routes } from '#door/route/routes.ts'
import { sayIn } from '#ground/language/say.ts'
import { ProblemError } from '#ground/problem.ts'
import { serveAssets } from './assets.ts'
import { UPLOAD_LIMITS } from './files/upload.ts'
import { languageOf, languageToggle } from './language.ts'
import type { Visits, WebMeans } from './means.ts'
import { outboxSubscriptionSteps } from './outbox/subscription-steps.ts'
import { aboutMePage } from './pages/about-me.tsx'
import { aboutMePartPages } from './pages/about-me-part.tsx'
import { actingPage } from './pages/acting.tsx'
import { actingFormPages } from './pages/acting-forms.tsx'
import { activeOfferPage } from './pages/active-offer.tsx'
import { agreementEndPages } from './pages/agreement-end.tsx'
import { agreementEverPage } from './pages/agreement-ever.tsx'
import { agreementLooksPage } from './pages/agreement-looks.tsx'
import { agreementSignPages } from './pages/agreement-sign.tsx'
import { agreementPages } from './pages/agreements.tsx'
import { agreementsToSignPage } from './pages/agreements-to-sign.tsx'
import { appAsksPages } from './pages/app-asks.tsx'
import { appRegisterPage } from './pages/app-register.tsx'
import { appsPage } from './pages/apps.tsx'
import { askedAgainPage } from './pages/asked-again.tsx'
import { assessmentRecordPages } from './pages/assessment-record.tsx'
import { assessmentsPages } from './pages/assessments.tsx'
import { calendarPage } from './pages/calendar.tsx'
import { careTeamPage } from './pages/care-team.tsx'
import { circlePage } from './pages/circle.tsx'
import { claimPage } from './pages/claim.tsx'
import { confidencePage } from './pages/confidence.tsx'
import { conversationPage } from './pages/conversation.tsx'
import { conversationEntryPages } from './pages/conversation-entry.tsx'
import { conversationWritePage } from './pages/conversation-write.tsx'
import { documentPages } from './pages/documents.tsx'
import { draftPages } from './pages/draft.tsx'
import { draftImportPages } from './pages/draft-import.tsx'
import { draftPartPages } from './pages/draft-part.tsx'
import { draftsPages } from './pages/drafts.tsx'
import { emergencyPages } from './pages/emergency.tsx'
import { emergencyCeilingPages } from './pages/emergency-ceiling.tsx'
import { emergencyReviewPage } from './pages/emergency-review.tsx'
import { emergencyReviewsPage } from './pages/emergency-reviews.tsx'
import { familyPage } from './pages/family.tsx'
import { familyCodePage } from './pages/family-code.tsx'
import { filePages } from './pages/file.tsx'
import { filesPages } from './pages/files.tsx'
import { frontPage } from './pages/front.tsx'
import { growingUpPage } from './pages/growing-up.tsx'
import { handOnPage } from './pages/hand-on.tsx'
import { handOverPage } from './pages/hand-over.tsx'
import { handOversPage } from './pages/hand-overs.tsx'
import { identityPage } from './pages/identity.tsx'
import { identityFactPages } from './pages/identity-facts.tsx'
import { identityTaskPages } from './pages/identity-task.tsx'
import { informationPages } from './pages/information.tsx'
import { joinedPage } from './pages/joined.tsx'
import { joinedFormPages } from './pages/joined-forms.tsx'
import { languageSkillPage } from './pages/language-skill.tsx'
import { lookQuestionPage } from './pages/look-question.tsx'
import { looksPage } from './pages/looks.tsx'
import { matchingPage } from './pages/matching.tsx'
import { matchingModelPages } from './pages/matching-model.tsx'
import { meetingPage } from './pages/meeting.tsx'
import { meetingPlanPage } from './pages/meeting-plan.tsx'
import { meetingsPage } from './pages/meetings.tsx'
import { messagePage } from './pages/message.tsx'
import { messageReplayPage } from './pages/message-replay.tsx'
import { messagesPage } from './pages/messages.tsx'
import { myAppsPage } from './pages/my-apps.tsx'
import { myNoticesPage } from './pages/my-notices.tsx'
import { myPhotographPages } from './pages/my-photograph.tsx'
import { myQuestionsPage } from './pages/my-questions.tsx'
import { otherPlanPages } from './pages/other-plan.tsx'
import { otherPlansPages } from './pages/other-plans.tsx'
import { outboxPage } from './pages/outbox.tsx'
import { outboxDestinationPage } from './pages/outbox-destination.tsx'
import { outboxLetterPage } from './pages/outbox-letter.tsx'
import { outboxRegisterPage } from './pages/outbox-register.tsx'
import { partnershipPage } from './pages/partnership.tsx'
import { peoplePage } from './pages/people.tsx'
import { personPage } from './pages/person.tsx'
import { personAppsPages } from './pages/person-apps.tsx'
import { personEmergenciesPage } from './pages/person-emergencies.tsx'
import { personVisitsPage } from './pages/person-visits.tsx'
import { planPages } from './pages/plan.tsx'
import { planAgreePage } from './pages/plan-agree.tsx'
import { planBookletPage } from './pages/plan-booklet.tsx'
import { planCopyPages } from './pages/plan-copy.tsx'
import { planItemPages } from './pages/plan-item.tsx'
import { planNewPages } from './pages/plan-new.tsx'
import { planProgressPage } from './pages/plan-progress.tsx'
import { planReviewPage } from './pages/plan-review.tsx'
import { planReviewArrangePage } from './pages/plan-review-arrange.tsx'
import { planReviewAskPages } from './pages/plan-review-ask.tsx'
import { planReviewEndPages } from './pages/plan-review-end.tsx'
import { planReviewsPage } from './pages/plan-reviews.tsx'
import { privacyDeferralPages } from './pages/privacy-deferrals.tsx'
import { privacyFindingPages } from './pages/privacy-finding.tsx'
import { privacyOfficePages } from './pages/privacy-office.tsx'
import { privacyQuestionPages } from './pages/privacy-question.tsx'
import { qualityPages } from './pages/quality.tsx'
import { qualityListPage } from './pages/quality-list.tsx'
import { questionsPage } from './pages/questions.tsx'
import { resultsPage } from './pages/results.tsx'
import { reviewsPage } from './pages/reviews.tsx'
import { sealPage } from './pages/seal.tsx'
import { senderPage } from './pages/sender.tsx'
import { senderLetInPage } from './pages/sender-let-in.tsx'
import { senderMapPage } from './pages/sender-map.tsx'
import { sendersPage } from './pages/senders.tsx'
import { sharingPage } from './pages/sharing.tsx'
import { sharingKindPage } from './pages/sharing-kind.tsx'
import { sharingPausePage } from './pages/sharing-pause.tsx'
import { sharingWishPage } from './pages/sharing-wish.tsx'
import { teamPhotographs } from './pages/team-photographs.ts'
import { timelinePage } from './pages/timeline.tsx'
import { notShown } from './person/person-id.ts'
import { answerProblems } from './problems.tsx'
import { secureHeaders } from './security.ts'

/** The largest form anybody may send, bytes. The longest field of ours is 4,000 characters. */
const FORM_BYTES_MAX = 64 * 1024

/** Every page, for whoever it is for, in the language of whoever asks. */
export async function webDoor(app: FastifyInstance, means: WebMeans): Promise<void> {
  await app.register(formbody, { bodyLimit: FORM_BYTES_MAX })
  // What is sent this way is read by the one page that takes files, and by no other.
  await app.register(multipart, { limits: UPLOAD_LIMITS })
  app.addHook('onRequest', async request => {
    const visitor = asksNobody(request.url) ? undefined : await means.visits.whoAsks(request)
    request.asked = {
      say: sayIn(languageOf(request, visitor?.language)),
      visitor,
      path: request.url,
      nonce: means.store.chance.secret(),
      now: means.store.clock.now(),
      isDemo: means.offered.length > 0,
    }
  })
  secureHeaders(app, means.providerSource)
  answerProblems(app)
  onlyWhoMayAsk(app, means.visits)

  const routes = new Routes(app)
  serveAssets(routes)
  languageToggle(routes)
  for (const add of PAGES) add(routes, means)
}

/** Each adds the routes of its pages; in the order a newcomer meets them. */
const PAGES: readonly ((routes: Routes, means: WebMeans) => void)[] = [
  frontPage,
  informationPages,
  calendarPage,
  agreementPages,
  agreementsToSignPage,
  agreementSignPages,
  agreementEndPages,
  sealPage,
  agreementLooksPage,
  agreementEverPage,
  draftsPages,
  draftImportPages,
  draftPages,
  draftPartPages,
  peoplePage,
  myNoticesPage,
  languageSkillPage,
  myPhotographPages,
  personPage,
  activeOfferPage,
  confidencePage,
  personVisitsPage,
  resultsPage,
  documentPages,
  planPages,
  planItemPages,
  aboutMePage,
  aboutMePartPages,
  planBookletPage,
  conversationPage,
  conversationWritePage,
  conversationEntryPages,
  myQuestionsPage,
  planCopyPages,
  planProgressPage,
  planReviewsPage,
  planReviewArrangePage,
  planReviewAskPages,
  planReviewPage,
  planReviewEndPages,
  reviewsPage,
  timelinePage,
  careTeamPage,
  teamPhotographs,
  assessmentsPages,
  assessmentRecordPages,
  otherPlansPages,
  otherPlanPages,
  planNewPages,
  planAgreePage,
  looksPage,
  sharingPage,
  sharingKindPage,
  sharingWishPage,
  sharingPausePage,
  emergencyPages,
  emergencyReviewsPage,
  emergencyReviewPage,
  emergencyCeilingPages,
  personEmergenciesPage,
  circlePage,
  growingUpPage,
  familyPage,
  familyCodePage,
  actingPage,
  actingFormPages,
  joinedPage,
  joinedFormPages,
  claimPage,
  handOversPage,
  handOverPage,
  handOnPage,
  lookQuestionPage,
  questionsPage,
  meetingsPage,
  meetingPlanPage,
  meetingPage,
  messagesPage,
  messagePage,
  messageReplayPage,
  sendersPage,
  senderLetInPage,
  senderPage,
  senderMapPage,
  outboxPage,
  outboxRegisterPage,
  outboxDestinationPage,
  outboxLetterPage,
  outboxSubscriptionSteps,
  filesPages,
  filePages,
  identityPage,
  identityTaskPages,
  partnershipPage,
  askedAgainPage,
  qualityPages,
  qualityListPage,
  matchingPage,
  matchingModelPages,
  appAsksPages,
  myAppsPage,
  personAppsPages,
  appsPage,
  appRegisterPage,
  privacyOfficePages,
  identityFactPages,
  privacyQuestionPages,
  privacyFindingPages,
  privacyDeferralPages,
]

/** What is the same for everybody: asking for it is no use of a session. */
function asksNobody(path: string): boolean {
  return path.startsWith('/assets/') || path.startsWith('/stand-in/')
}

/**
 * Holds every route, of this door and of the others, to whom it declares to be for. Whoever is not signed in is sent to
 * sign in and back again: what they had typed into a form is kept for them, and the page of a form that is posted to
 * `/x` is read at `/x`. A visitor for whom it is not finds nothing there.
 */
function onlyWhoMayAsk(app: FastifyInstance, visits: Visits): void {
  app.addHook('preHandler', async (request, reply) => {
    const { declared } = request.routeOptions.config
    const { visitor } = request.asked
    if (request.is404 || (declared !== undefined && mayAsk(declared.for, visitor))) return
    if (visitor !== undefined) throw notShown()
    if (request.method !== 'POST') return reply.redirect(signInFor(request.url), 303)
    const held = await visits.holdForm(request, request.url, (request.body ?? {}) as Record<string, string>)
    if (!held) throw new ProblemError('problem.signedOut', 401)
    return reply.redirect(signInFor(request.url), 303)
  })
}

function signInFor(path: string): string {
  return `/sign-in?return_to=${encodeURIComponent(path)}`
}
