/** What apps are told at /fhir about resources that they send or ask for. */
export default {
  done: 'It was done.',
  gone: 'It was deleted.',
  valid: 'It is as FHIR R4 wants it, and would be taken.',
  wrongType: 'The address is for resources of the type {type}; what was sent is of another.',
  aboutWhom: 'Say whom it is about by a reference to a Patient that is open to you here.',
  aboutSeveral: 'It names several people. Send one for each of them.',
  anotherPerson: 'It is about somebody else than before. Delete it, and create another.',
  restrictedWithoutWhy:
    'It is marked as restricted, and nothing in it says why. Add a label that says what kind of thing it is, such as PSY, ETH or SEX.',
  twoKindsOfPrivate:
    'It says things of two kinds that are kept apart, such as mental health and sexual health. Send one for each.',
  beyondScope: 'The token was given for some resources of this type, and this is none of them.',
  mayNotAdd: 'Nothing that has been agreed lets you add information of this kind about this person.',
  notYours: 'Another organisation wrote this, and only that organisation changes it.',
  noOrganisation: 'Only who acts for an organisation can write this.',
  hasChanged: 'It is no longer as you read it. Read it again, and then change it.',
  matchesSeveral:
    'More than one that is open to you is as you ask. Ask so that it can be one alone. Nothing was changed.',
  anotherId: 'What is as you ask has another id than what you sent. Nothing was changed.',
  conditionEmpty: 'Say what must be there, or must not: as it stands, anything would do.',
  referenceNotOne:
    'The reference {reference} must mean exactly one that is open to you, and does not. Nothing was done.',
  patientBySystem: 'Only a system that was let in keeps Patients here. People are added on the pages.',
  patientStays: 'A Patient is not deleted: what hangs on it would hang on nobody.',
  patientKnown: 'Your organisation holds a Patient under that identifier already. Update that one.',
  numberOfSomebodyElse:
    'The NHS number is held for somebody of another name and another date of birth. Check it before you send it again.',
  bundlePart: 'The part {part} of the bundle cannot be done, so nothing of it was.',
  patchMalformed:
    'This is no patch that can be done: send a JSON Patch (RFC 6902) or a FHIRPath Patch (FHIR R4). It is about: {place}.',
  patchDoesNotFit:
    'The patch does not fit what is there, or a test in it does not hold. It is about: {place}. Nothing was changed.',
  requestIdTaken: 'Another request had this X-Request-ID. Nothing was changed: send it again under one of its own.',
  jsonMalformed: 'What was sent is not JSON.',
  xmlMalformed: 'What was sent is not XML as FHIR has it.',
  xmlDoctype: 'What was sent has a document type (DOCTYPE), which is not read: leave it out.',
  xmlTooLarge: 'What was sent in XML is too deep, or has too many elements.',
  jsonCharset: 'What was sent is not UTF-8.',
  jsonNul: 'There is a NUL character in it, which no record can hold.',
  jsonTooDeep: 'Its parts stand too deep in one another.',
  jsonTooManyKeys: 'There are too many names in it.',
  jsonDuplicateKey: 'The same name stands twice in one part of it.',
  jsonKey: 'A name in it means something else to programs than to people.',
  jsonNumber: 'A number in it has more digits than can be kept.',
  summaryTitle: 'Summary of the record',
  summaryProblems: 'Problems',
  summaryAllergies: 'Allergies and intolerances',
  summaryMedicines: 'Medicines',
  summaryVaccinations: 'Vaccinations',
  summaryResults: 'Results',
  summaryProcedures: 'Procedures',
  summaryPastIllnesses: 'Past illnesses',
  summaryVitalSigns: 'Vital signs',
  summaryWayOfLife: 'Way of life',
  summaryNothing: 'Nothing is open to you here. That does not mean that there is nothing.',
  summaryWhat: 'What',
  summaryWhen: 'When',
  summaryFound: 'What was found',
  summaryFrom: 'Recorded by',
  summaryUnnamed: 'Without a name',
  summarises:
    'A summary of what is recorded of one person, as far as whoever the token names may see it, as a document by the International Patient Summary. An empty section does not say that there is nothing. It is in that person’s trail as a copy taken away.',
  tellsWriting:
    'Who wrote each version of what is open to whoever the token names, made of the record when it is asked for: nobody writes it. What an app writes as Provenance itself is kept beside it.',
  makesDocument:
    'A Composition and what it refers to, as far as it is open to whoever the token names, as a document. It is not kept. It is in the trail of whom it is about as a copy taken away.',
} as const
