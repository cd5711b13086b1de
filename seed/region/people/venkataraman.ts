import type { SeedPerson } from '../shape.ts'

/** A retired teacher finding her words and her right hand again after a stroke. */
export const venkataraman: readonly SeedPerson[] = [
  {
    key: 'lakshmi-venkataraman',
    family: 'Venkataraman',
    given: ['Lakshmi'],
    knownAs: 'Mrs Venkataraman',
    title: 'Mrs',
    born: '1948-04-26',
    sex: 'female',
    nhsNumber: '9990033951',
    language: 'en',
    home: { lines: ['Fflat 11', 'Llys Helyg'], town: 'Aberelwyn', postcode: 'GH1 2GE', uprn: '999000120111' },
    phone: '01632 960278',
    story:
      'A rich plan in English, with how she is to be addressed and fed at the top of it. Her husband’s name is not hers.',
    account: 'lakshmi-venkataraman',
    records: [
      { organisation: 'cyngor-bro-rhedyn', localId: 'BR-61533', nhsNumber: 'verified' },
      { organisation: 'tai-clicied', localId: 'TC-07011', nhsNumber: 'none', family: 'Venkatraman' },
      { organisation: 'bwrdd-iechyd', localId: 'H2009348', nhsNumber: 'verified' },
    ],
    ties: [
      { kind: 'caseload', account: 'hannah-whitfield', source: 'case-system' },
      { kind: 'care-package', account: 'kasia-nowak', source: 'care-package-list' },
      { kind: 'care-package', account: 'tomos-rees', source: 'reablement-list' },
      { kind: 'referral', account: 'glenys-tudge', source: 'referral' },
      { kind: 'tenancy', account: 'marc-bennett', source: 'tenancy-register' },
    ],
    aboutMe: [
      {
        part: 'communication',
        words:
          'Ask me one thing at a time, and wait. A pen and paper beside me help; so does a picture. Do not speak louder: I hear well.',
        language: 'en',
        helpedBy: 'Tomos Rees',
      },
      {
        part: 'please-do',
        words: 'Please take off your shoes at the door. Please do not finish my sentences, even kindly.',
        language: 'en',
      },
    ],
    plan: [
      {
        kind: 'matters',
        words:
          'I taught mathematics for thirty-one years. Speak to me as you would to a teacher, even when the words come slowly.',
        language: 'en',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'matters',
        words:
          'I eat no meat, fish or eggs, and I pray first. Please do not move anything on the small table by the window.',
        language: 'en',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'matters',
        words: 'I count in Tamil. If I lose a number in English, wait: I have it.',
        language: 'en',
        owner: 'person',
        dataClass: 'about-me',
      },
      {
        kind: 'goal',
        words: 'Write my own letters again with my right hand.',
        language: 'en',
        owner: 'person',
        dataClass: 'plan',
        dueInDays: 90,
      },
      {
        kind: 'goal',
        words: 'Be at the temple for Pongal in January, on my feet for the lighting of the lamp.',
        language: 'en',
        owner: 'person',
        dataClass: 'plan',
        dueInDays: 53,
      },
      {
        kind: 'action',
        words: 'Hand therapy at her own desk twice a week, with her own pen.',
        language: 'en',
        owner: 'bwrdd-iechyd',
        dataClass: 'care-and-support',
        goal: 3,
        dueInDays: 42,
        helpedBy: 'Tomos Rees',
      },
      {
        kind: 'action',
        words: 'A woman each morning at seven; breakfast is hers to choose and to season.',
        language: 'en',
        owner: 'gofal-cannwyll',
        dataClass: 'care-and-support',
        dueInDays: 14,
        helpedBy: 'Kasia Nowak',
      },
      {
        kind: 'action',
        words: 'Find a sixth-former who wants help with calculus on Thursdays.',
        language: 'en',
        owner: 'tegell',
        dataClass: 'care-and-support',
        goal: 3,
        dueInDays: 20,
        helpedBy: 'Glenys Tudge',
      },
      {
        kind: 'action',
        words: 'Put a second rail on the outside steps, so that both hands have one.',
        language: 'en',
        owner: 'tai-clicied',
        dataClass: 'housing-and-tenancy',
        goal: 4,
        dueInDays: 16,
        helpedBy: 'Marc Bennett',
      },
    ],
  },
]
