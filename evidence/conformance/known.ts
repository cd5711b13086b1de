/** Narrative with nothing but blanks in it. */
const EMPTY_NARRATIVE = 'txt-2: the narrative is empty'
const NO_BASE = 'base is needed, and is an empty element'
const NO_BASE_DEFINITION = 'sdf-4: it is not abstract and has no baseDefinition'
const NO_NAME = 'name and status are needed, and are not there'
const BLANK_IN_CODE = 'three codes end in a blank that does not break, from a file read in the wrong character set'
const ADMISSION_ELSEWHERE = 'UK Core lets AdmissionMethod stand in hospitalization, and it stands in the Encounter'
const CONTAINED_SYSTEM = 'names a code system by #hacked, which valueset.html does not allow'

/** What is decided otherwise than it was published, by name, and why. Most are official examples that are wrong. */
export const KNOWN: Readonly<Record<string, string>> = {
  'examples/ActivityDefinition-blood-tubes-supply.json': EMPTY_NARRATIVE,
  'examples/ActivityDefinition-heart-valve-replacement.json': EMPTY_NARRATIVE,
  'examples/Bundle-dataelements.json': 'bdl-7: the same fullUrl stands there three times, as for de-Quantity.value',
  'examples/Bundle-v2-valuesets.json': BLANK_IN_CODE,
  'examples/Bundle-valuesets.json': CONTAINED_SYSTEM,
  'examples/CodeSystem-v2-0550.json': BLANK_IN_CODE,
  'examples/DeviceMetric-example.json': 'parent may point to a Device, and points to a DeviceDefinition',
  'examples/DeviceUseStatement-example.json': 'reasonReference may not point to a Procedure, and does',
  'examples/EventDefinition-example.json': EMPTY_NARRATIVE,
  'examples/ImplementationGuide-fhir.json': NO_NAME,
  'examples/MedicationRequest-medrx0301.json':
    'dispenseRequest.performer may point to an Organization, and points to a Practitioner',
  'examples/Observation-clinical-gender.json': 'performer may not point to an Encounter, and does',
  'examples/Questionnaire-qs1.json': 'linkId is needed of every item, and several have none',
  'examples/Questionnaire-zika-virus-exposure-assessment.json': EMPTY_NARRATIVE,
  'examples/SearchParameter-codesystem-extensions-CodeSystem-author.json': NO_BASE,
  'examples/SearchParameter-codesystem-extensions-CodeSystem-effective.json': NO_BASE,
  'examples/SearchParameter-codesystem-extensions-CodeSystem-end.json': NO_BASE,
  'examples/SearchParameter-codesystem-extensions-CodeSystem-keyword.json': NO_BASE,
  'examples/SearchParameter-codesystem-extensions-CodeSystem-workflow.json': NO_BASE,
  'examples/SearchParameter-questionnaireresponse-extensions-QuestionnaireResponse-item-subject.json':
    'its id has 69 letters, and may have 64',
  'examples/SearchParameter-valueset-extensions-ValueSet-author.json': NO_BASE,
  'examples/SearchParameter-valueset-extensions-ValueSet-effective.json': NO_BASE,
  'examples/SearchParameter-valueset-extensions-ValueSet-end.json': NO_BASE,
  'examples/SearchParameter-valueset-extensions-ValueSet-keyword.json': NO_BASE,
  'examples/SearchParameter-valueset-extensions-ValueSet-workflow.json': NO_BASE,
  'examples/StructureDefinition-Definition.json': NO_BASE_DEFINITION,
  'examples/StructureDefinition-Event.json': NO_BASE_DEFINITION,
  'examples/StructureDefinition-FiveWs.json': NO_BASE_DEFINITION,
  'examples/StructureDefinition-Request.json': NO_BASE_DEFINITION,
  'examples/ValueSet-example-hierarchical.json': CONTAINED_SYSTEM,
  'examples/ig-r4.json': NO_NAME,
  'fhir-conformance/validator-cases/maiden-name.json':
    'an extension stands where its own definition, which is of a later FHIR, does not let it',
  'fhir-conformance/validator-cases/nested-questionnaire-nested-valueset.json':
    'an extension has no definition: R4 lets any stand whose address says who knows it',
  'fhir-conformance/validator-cases/obs-mz.json':
    'the type is as R4 wants it; what is wrong is a profile that is made of it',
  'fhir-conformance/validator-cases/obs-temp-code2.json':
    'a code that SNOMED CT does not have, which is not here to be asked',
  'fhir-conformance/validator-cases/vs-params-2.json':
    'a parameter of a value set of a later FHIR, which R4 knows as an extension only',
  'pds-fhir/mocks__Personal_Details_RelatedPersonBundle.json': 'patient is an empty object',
  'wales-fhir/examples/json/Example-DataStandardsWales-Encounter-EmergencyAdmission.json': ADMISSION_ELSEWHERE,
  'wales-fhir/examples/json/Example-DataStandardsWales-Encounter-InProgressEmergencyAdmission.json':
    ADMISSION_ELSEWHERE,
  'wales-fhir/examples/json/Example-DataStandardsWales-Immunization-FluVaccine.json':
    'its profile needs performer.actor.type of each, and one has none',
  'wales-fhir/examples/json/Example-DataStandardsWales-ObservationResult-FBCWBC.json':
    'an extension of UK Core has an Identifier in it by its definition, and has an id',
  'wales-fhir/examples/json/Example-DataStandardsWales-DocumentReference-MisfiledNotEventBased.json':
    'its id has more than the 64 letters that it may have',
}
