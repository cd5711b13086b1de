import type { Key } from '#ground/language/say.ts'

/** What the types of resources hold that people have heard of. The others are called by their type. */
export const TYPE_WORDS: Readonly<Record<string, Key>> = {
  AllergyIntolerance: 'app.typeAllergyIntolerance',
  Appointment: 'app.typeAppointment',
  AuditEvent: 'app.typeAuditEvent',
  CarePlan: 'app.typeCarePlan',
  CareTeam: 'app.typeCareTeam',
  Composition: 'app.typeComposition',
  Condition: 'app.typeCondition',
  DiagnosticReport: 'app.typeDiagnosticReport',
  DocumentReference: 'app.typeDocumentReference',
  Encounter: 'app.typeEncounter',
  Flag: 'app.typeFlag',
  Goal: 'app.typeGoal',
  Immunization: 'app.typeImmunization',
  MedicationRequest: 'app.typeMedicationRequest',
  MedicationStatement: 'app.typeMedicationStatement',
  Observation: 'app.typeObservation',
  Patient: 'app.typePatient',
  Procedure: 'app.typeProcedure',
  QuestionnaireResponse: 'app.typeQuestionnaireResponse',
  ServiceRequest: 'app.typeServiceRequest',
  Task: 'app.typeTask',
}
