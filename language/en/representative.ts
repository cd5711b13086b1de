export default {
  notYours: 'Only those who add to this person’s care and support may record this. Nothing was changed',
  unknownPerson: 'Choose somebody from the list',
  referenceMissing: 'Enter the reference of the registered power or order',
  referenceTooLong: 'The reference may have at most 100 characters',
  registeredLater: 'It cannot have been registered after today',
  already: 'They are recorded with this power already',
  reasonMissing: 'Say why it has ended',
  reasonTooLong: 'The reason may have at most 500 characters',
  unknown: 'That power is not there, or has ended already',
} as const
