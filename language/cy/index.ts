import aboutMe from './aboutMe.ts'
import aboutMeAsk from './aboutMeAsk.ts'
import aboutMeHint from './aboutMeHint.ts'
import aboutMePart from './aboutMePart.ts'
import accuracy from './accuracy.ts'
import acting from './acting.ts'
import action from './action.ts'
import activeOffer from './activeOffer.ts'
import acts from './acts.ts'
import ageGroup from './ageGroup.ts'
import agreement from './agreement.ts'
import agreementFault from './agreementFault.ts'
import agreementField from './agreementField.ts'
import agreementIssue from './agreementIssue.ts'
import ahead from './ahead.ts'
import alertSource from './alertSource.ts'
import app from './app.ts'
import askedAgain from './askedAgain.ts'
import assessment from './assessment.ts'
import because from './because.ts'
import booklet from './booklet.ts'
import capacity from './capacity.ts'
import capacityDecision from './capacityDecision.ts'
import careService from './careService.ts'
import careTeam from './careTeam.ts'
import cellFault from './cellFault.ts'
import chart from './chart.ts'
import check from './check.ts'
import circle from './circle.ts'
import claim from './claim.ts'
import classBranch from './classBranch.ts'
import clause from './clause.ts'
import clinical from './clinical.ts'
import closureReason from './closureReason.ts'
import cohort from './cohort.ts'
import collect from './collect.ts'
import confidence from './confidence.ts'
import conversation from './conversation.ts'
import dataClass from './dataClass.ts'
import deferral from './deferral.ts'
import draft from './draft.ts'
import dropField from './dropField.ts'
import dropKind from './dropKind.ts'
import emergency from './emergency.ts'
import emergencyCeiling from './emergencyCeiling.ts'
import emergencyPerson from './emergencyPerson.ts'
import emergencyReview from './emergencyReview.ts'
import ever from './ever.ts'
import family from './family.ts'
import familyOrder from './familyOrder.ts'
import feed from './feed.ts'
import fhir from './fhir.ts'
import fhirIssue from './fhirIssue.ts'
import files from './files.ts'
import frame from './frame.ts'
import freshness from './freshness.ts'
import front from './front.ts'
import growingUp from './growingUp.ts'
import handOver from './handOver.ts'
import home from './home.ts'
import identity from './identity.ts'
import identityFact from './identityFact.ts'
import identityGuard from './identityGuard.ts'
import identityLevel from './identityLevel.ts'
import information from './information.ts'
import institution from './institution.ts'
import invitation from './invitation.ts'
import joined from './joined.ts'
import joinedReason from './joinedReason.ts'
import lack from './lack.ts'
import languageNeed from './languageNeed.ts'
import languageSkill from './languageSkill.ts'
import learn from './learn.ts'
import leave from './leave.ts'
import linkFiles from './linkFiles.ts'
import live from './live.ts'
import looks from './looks.ts'
import mapPart from './mapPart.ts'
import mapWord from './mapWord.ts'
import matching from './matching.ts'
import matchingField from './matchingField.ts'
import meeting from './meeting.ts'
import messages from './messages.ts'
import nameGroup from './nameGroup.ts'
import notice from './notice.ts'
import noticeMail from './noticeMail.ts'
import office from './office.ts'
import openLooks from './openLooks.ts'
import organisationKind from './organisationKind.ts'
import otherPlan from './otherPlan.ts'
import outbox from './outbox.ts'
import packageState from './packageState.ts'
import partnership from './partnership.ts'
import parts from './parts.ts'
import people from './people.ts'
import person from './person.ts'
import personAlert from './personAlert.ts'
import place from './place.ts'
import plan from './plan.ts'
import planDetail from './planDetail.ts'
import planDocument from './planDocument.ts'
import planFunding from './planFunding.ts'
import planKind from './planKind.ts'
import planKindHint from './planKindHint.ts'
import planReview from './planReview.ts'
import planState from './planState.ts'
import privacyOffice from './privacyOffice.ts'
import problem from './problem.ts'
import procedure from './procedure.ts'
import progress from './progress.ts'
import protection from './protection.ts'
import purpose from './purpose.ts'
import quality from './quality.ts'
import quarantine from './quarantine.ts'
import question from './question.ts'
import receipt from './receipt.ts'
import recordFault from './recordFault.ts'
import recordFaultFix from './recordFaultFix.ts'
import relationship from './relationship.ts'
import relink from './relink.ts'
import remedy from './remedy.ts'
import replay from './replay.ts'
import representative from './representative.ts'
import residence from './residence.ts'
import resultFlag from './resultFlag.ts'
import resultStatus from './resultStatus.ts'
import reviewReason from './reviewReason.ts'
import role from './role.ts'
import seal from './seal.ts'
import sender from './sender.ts'
import sharing from './sharing.ts'
import signin from './signin.ts'
import signing from './signing.ts'
import start from './start.ts'
import tenancyKind from './tenancyKind.ts'
import terminology from './terminology.ts'
import tieKind from './tieKind.ts'
import tieSource from './tieSource.ts'
import timeline from './timeline.ts'
import told from './told.ts'
import trailFault from './trailFault.ts'
import visitState from './visitState.ts'
import visits from './visits.ts'
import when from './when.ts'
import wish from './wish.ts'
import workKind from './workKind.ts'
import workStage from './workStage.ts'
import workTie from './workTie.ts'

/** Every sentence the product says in Welsh, by area. */
export default {
  aboutMe,
  aboutMeAsk,
  aboutMeHint,
  aboutMePart,
  accuracy,
  acting,
  action,
  activeOffer,
  acts,
  ageGroup,
  agreement,
  agreementFault,
  agreementField,
  agreementIssue,
  ahead,
  alertSource,
  app,
  askedAgain,
  assessment,
  because,
  booklet,
  capacity,
  capacityDecision,
  careService,
  careTeam,
  cellFault,
  chart,
  check,
  circle,
  claim,
  classBranch,
  clause,
  closureReason,
  clinical,
  cohort,
  collect,
  conversation,
  confidence,
  dataClass,
  deferral,
  draft,
  dropField,
  dropKind,
  emergency,
  emergencyCeiling,
  emergencyPerson,
  emergencyReview,
  ever,
  family,
  familyOrder,
  feed,
  fhir,
  fhirIssue,
  files,
  frame,
  freshness,
  front,
  growingUp,
  handOver,
  home,
  identity,
  identityFact,
  identityGuard,
  identityLevel,
  information,
  institution,
  invitation,
  joined,
  joinedReason,
  lack,
  languageNeed,
  languageSkill,
  learn,
  leave,
  linkFiles,
  live,
  looks,
  mapPart,
  mapWord,
  matching,
  matchingField,
  meeting,
  messages,
  nameGroup,
  notice,
  noticeMail,
  office,
  openLooks,
  organisationKind,
  otherPlan,
  outbox,
  packageState,
  partnership,
  parts,
  people,
  person,
  personAlert,
  place,
  plan,
  planDetail,
  planDocument,
  planFunding,
  planKind,
  planKindHint,
  planState,
  planReview,
  privacyOffice,
  problem,
  procedure,
  progress,
  protection,
  purpose,
  quality,
  quarantine,
  question,
  receipt,
  recordFault,
  recordFaultFix,
  relationship,
  relink,
  remedy,
  replay,
  representative,
  residence,
  resultFlag,
  resultStatus,
  reviewReason,
  role,
  seal,
  sender,
  sharing,
  signin,
  signing,
  start,
  tenancyKind,
  terminology,
  tieKind,
  tieSource,
  timeline,
  told,
  trailFault,
  visitState,
  visits,
  when,
  wish,
  workKind,
  workStage,
  workTie,
} as const
