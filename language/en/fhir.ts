/** What apps are told at /fhir, and what `npm run token` prints. Its reader is whoever makes or mends the app. */
export default {
  noToken: 'Bring a token: this is open only to an app that somebody has lent their name to.',
  tokenRefused: 'This token is not accepted here. Get a new one, in a post that is still held.',
  issuerUnreachable:
    'Whoever gives out the tokens cannot be reached at the moment, so no token can be checked. Try again in a few minutes.',
  scopeTooNarrow: 'The token was not given for this. It needs the scope {needed}.',
  notFound: 'There is nothing here that you can see.',
  notServed: 'Nothing is served at this address. What is served is listed at /fhir/metadata.',
  onlyRead: 'What is at this address can be read, and cannot be changed.',
  unknownParameter:
    'The parameter {name} is not served, so nothing was searched. Leave it out, or ask with “Prefer: handling=lenient”.',
  unknownModifier:
    'The parameter {name} cannot be asked in this way, so nothing was searched. What it can be asked is at /fhir/metadata.',
  searchTooMuch: 'More is asked at {name} than is answered at once. Ask for less, or in several searches.',
  codesNotTold:
    'Which codes {name} means cannot be told here: the value set or the code system is not held, or has no end. Nothing was searched.',
  noNamedQuery: 'No named queries are served, so nothing was searched. Leave _query out, and ask by parameters.',
  containedNotSearched:
    'What is contained in another resource is not found by itself, so nothing was searched. Leave {name} out, and ask for the resource that holds it.',
  noScore:
    'What is found has no score to sort by: everything fits, and nothing better than the rest. Leave _score out.',
  searchBeginAgain:
    'So much has changed since the first page that the rest cannot be given in its order. Begin the search again.',
  searchLeftOut: 'The parameter {name} is not served and was left out: the answer is that of the link “self”.',
  wrongValue: 'The value of {name} cannot be read, or it stands there too often.',
  parameterMissing: 'Say {name}: nothing is searched without it.',
  everything:
    'All that is held of one person and that whoever the token names may see, and the workers, places and medicines that it refers to, page by page. It is in that person’s trail as a copy taken away.',
  everythingOfOne:
    'Everything is told of one person at a time, at Patient/ID/$everything. A system takes away what its own organisation has contributed with $export.',
  cursorNotTaken:
    'This page mark is not accepted: it belongs to another reader or another search, or Cydofal has been started anew since. Begin the search again.',
  queryTooLong: 'What comes after the question mark may be {bytes} bytes long at most.',
  formatNotOffered: 'JSON and XML are offered: ask for application/fhir+json or application/fhir+xml.',
  bodyNotUnderstood:
    'The part {part} of the body cannot be read. Send FHIR R4 Parameters, as the operation defines them.',
  matches:
    'Who a Patient may be, among those whom the worker that the token names may see. Every one that is answered is in that person’s trail.',
  mergeWaits:
    'Thank you. A records officer decides, unless something stands for good against their being one person’s; nothing is joined until then.',
  mergeAlready: 'The two records are one person’s already.',
  merges:
    'To say that two records are one person’s: by source-patient and target-patient, or by a Patient whose link names the others. It waits for a records officer; nothing is joined on an app’s word.',
  notUnderstood: 'We did not understand this request.',
  ours: 'Something went wrong on our side. Try again in a few minutes.',
  serves:
    'The trail: who looked at a person’s record, as what, what for, what they saw and what allowed it. The token says who asks; what they see is decided anew each time, from the agreements and the person’s wishes.',
  patient: 'Whose trail. Needed: nothing is searched without it.',
  planPatient: 'Whose plan. Needed: nothing is searched without it.',
  servesPlans:
    'A person’s own plan, as much of it as whoever the token names may see, with its goals, what is done for them, who does it, and who agrees and who does not. What they see is decided anew each time.',
  planDocument:
    'The plan as a document that holds all of its parts; by the id of the plan, here or at Composition. Whoever asks takes a copy away.',
  date: 'When it was recorded. May stand twice, as a beginning and an end; a day is a day in Wales.',
  agent: 'Who did it: a reference as it stands in agent.who.',
  outcome: 'Whether it was allowed (0) or refused (8).',
  count: 'How many to a page, 200 at most.',
  cursor: 'Where to read on. Take it from the link “next” as it is.',
  tokenUsage:
    'Say in whose name: npm run token -- ACCOUNT [EMPLOYER]. An account is named as in the front page’s links, such as mair-pritchard.',
  tokenDemoOnly: 'Tokens are given out only in the demo: SEED must be demo.',
  tokenNobodyThere: 'Cydofal does not answer at {url}: start it first, or set PORT to its port.',
  tokenNoAccount:
    'There is no account {account} that may act in this way: check the name, and the employer’s code if you gave one.',
  tokenNotGiven: 'Cydofal gives this token to nobody ({code}): ask on the machine it runs on, and not through a proxy.',
  tokenHolds: 'This token holds for an hour. Try it:',
  subscriptionPart:
    'The part {part} of the subscription cannot be taken: what can is said in the documents for those who build against /fhir.',
  subscriptionEndpoint:
    'This endpoint is not at, or below, an address that has been let in for this system. Ask the region’s integration team.',
  subscriptionTopic: 'This system is not told of that topic. Ask the region’s integration team.',
  subscriptionTooMany: 'This system has as many subscriptions as it may have. End one first.',
  onlyForSockets: 'Systems open a websocket at this address. Nothing else is done here.',
  subscribes:
    'A system that was let in subscribes, by topic, to what happens to those who are open to it. Each event is decided when it happens and again when it is sent.',
  takesBundles:
    'A system that was let in sends what it knows of one person, as a message or a transaction: it is kept, and answered when it is safe. Nothing is read or taken away by it.',
  takenApplied: 'It was taken in.',
  takenDuplicate: 'It had been taken in already, and has no further effect.',
  takenQuarantined: 'It is safe here and waits for somebody to look at it. Do not send it again.',
  tooManyExports:
    'This system has as many exports at once as it may have. End one first, or wait until one has run out.',
  exports:
    'All that the system’s own organisation has contributed, as it stood at one moment, as files of a line for each resource. It holds for a day, and each file is decided when it is fetched.',
  imports:
    'Resources of a system, a line each, sent at once and taken in one after another, each as if it had been sent alone. It is asked for how it stands, and why a line was refused.',
  importByUpload:
    'Nothing is fetched from an address. Send the resources themselves, a line each, as application/fhir+ndjson.',
  importTooLong: 'At most {lines} lines are taken at once. Send them in several files.',
  tooManyImports: 'Several imports of this system are still being taken in. Send more when one of them has been.',
  takenRefused: 'It could not be read, and was not taken in.',
} as const
