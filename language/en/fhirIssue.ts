/** What is wrong at one place of a resource, by kind. What FHIR itself says of it stands beside it, in English. */
export default {
  notResource: 'This is not a resource.',
  unknownType: 'There is no such type in FHIR R4.',
  unknownElement: 'There is no such element here in FHIR R4.',
  wrongForm: 'This has another form than belongs here.',
  empty: 'There is nothing in this.',
  tooMuch: 'More is wrong here than can be listed.',
  missing: 'Something that must be here is missing.',
  tooMany: 'There is more of this than there may be.',
  severalOfChoice: 'Only one of these may be here.',
  wrongValue: 'This value is not allowed here.',
  unknownCode: 'This code is not one of those that may be here.',
  wrongReference: 'This reference may not stand here.',
  brokenRule: 'A rule of FHIR R4 does not hold here.',
  unsafeNarrative: 'There is something in this narrative that may not be in it.',
} as const
