/** What apps are told about codes at /fhir. Its reader is whoever makes or mends the app. */
export default {
  setNotHeld: 'The value set {about} is not held here.',
  systemNotHeld: 'The code system {about} is not held here, so nobody here can say which codes it has.',
  mapNotHeld: 'The concept map {about} is not held here.',
  codeNotHeld: 'The code {about} is not in its code system, as it is held here.',
  heldInPart:
    'The code system of {about} is held here in part only, and the code is not in that part: nobody here can say whether it is valid.',
  withoutEnd:
    'The codes of {about} are too many to name them all. Ask about one code, or about a value set that names fewer.',
  tooMany:
    'The value set {about} has more codes than are sent at once. Ask page by page, with count and offset, or with a filter.',
  filterNotServed: 'The value set has a filter that is not served: {about}.',
  circular: 'The value set {about} is made of itself.',
  notAmongThem: 'The code {code} is not among those that may stand there.',
  inSeveralSystems: 'The code {code} is in more than one code system: say in which.',
  calledOtherwise: 'The code {code} is valid, but that is not its name.',
  abstract: '{code} stands for a group of codes, and is not recorded itself.',
  noTranslation: 'No translation is known.',
  textFilter:
    'Each word must begin a word of one of the names of a code, in any language, or the code itself. Neither capitals nor accents make a difference.',
  expands: 'Which codes a value set has, page by page, in Welsh where they have a Welsh name.',
  validatesInSet: 'Whether a code is in a value set. Where nobody here can tell, that is the answer.',
  validatesInSystem: 'Whether a code is in a code system. Where nobody here can tell, that is the answer.',
  looksUp: 'What a code system says of a code: its names, and what is above and below it.',
  subsumes: 'How one code stands to another of its code system.',
  translates: 'What a code is in another code system, by the concept maps that are held.',
} as const
