export default {
  about: 'About Cydofal',
  aboutLede:
    'Cydofal is the shared working record of a region’s health, social care and housing. Each organisation keeps its own systems; here they work together, and here the person and their family hold the plan.',
  aboutName: 'The name joins two Welsh words: cyd, together, and gofal, care. Say “kud-OV-al”.',
  promises: 'Six promises',
  promisePlan: 'The person holds the plan',
  promisePlanMeans:
    'Your own words come first. You and those you choose read the plan, offer changes to it, and agree or disagree with it in your own words.',
  promiseClause: 'Nothing is shared without a clause, and nothing shared goes unseen',
  promiseClauseMeans:
    'Every look at a record rests on a clause of a signed agreement or on your own choice. You can read which one it was, and who looked.',
  promiseLost: 'Nothing is lost, and nothing waits unseen',
  promiseLostMeans:
    'What an organisation’s system sends, and we have said we received, is kept and takes effect once. What cannot be understood waits with its reason, with somebody who answers for it.',
  promiseLinked: 'People are linked, never merged',
  promiseLinkedMeans:
    'Each organisation’s record of you stays whole. Records that are about one person are linked, with the reason, and a link that was wrong can be undone.',
  promiseWord: 'The partnership can be held to its word',
  promiseWordMeans:
    'Anybody can read what the organisations have agreed and who has signed. Their board sees how the sharing works without seeing any person.',
  promiseLanguage: 'Cymraeg a Saesneg, from the start',
  promiseLanguageMeans:
    'Welsh and English are equal: every page says everything in both. Every page works without scripts, with a keyboard alone, and on a small screen.',
  toAgreements: 'Read the sharing agreements',

  accessibility: 'Accessibility statement',
  accessibilityLede:
    'This statement is about Cydofal as the Glan Hafren Regional Partnership runs it. It is made under the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
  usable: 'What you should be able to do',
  usableZoom: 'make the text four times as large without having to scroll from side to side',
  usableKeyboard: 'get to everything and do everything with a keyboard alone',
  usableReader: 'have the pages read out by a screen reader',
  usableColours: 'change colours, spacing and typeface and still use everything',
  usableScripts: 'use every page with scripts turned off',
  usableLanguage: 'read everything that Cydofal itself says in Welsh or in English',
  compliance: 'How far it meets the rules',
  partlyCompliant:
    'Cydofal partially complies with the Web Content Accessibility Guidelines version 2.2 at level AA. It falls short in the ways listed here.',
  limits: 'What we know is not right',
  limitReload:
    'With scripts turned off, the pages that are kept up to date load themselves again once a minute, and you cannot stop it. This fails success criterion 2.2.1, timing adjustable.',
  limitLanguage:
    'What hospitals’ systems send, such as a ward or a reason, is shown in the language it was written in and is not marked with it. This fails success criterion 3.1.2, language of parts.',
  limitSignIn:
    'The pages where you give your password belong to the service you sign in with. They are outside this statement.',
  noBurden: 'We do not say that putting these right would be a disproportionate burden. We mean to put them right.',
  tested: 'How it was tested',
  testedHow:
    'Those who make Cydofal check its pages in a browser with axe-core, a program that looks for faults in accessibility, in Welsh and in English, on a wide screen and on a narrow one.',
  notTested:
    'It has not yet been tested by people who use assistive technology every day, nor by anybody independent of those who make it. A program finds only some of the faults there are.',
  feedback: 'Tell us, or complain',
  feedbackHow:
    'If something does not work for you, or you need what is here in another form such as large print, easy read, British Sign Language or a recording, write to the Partnership Office. You will have an answer within 10 working days.',
  feedbackNotHappy:
    'If you are not happy with the answer, turn to the Equality Advisory and Support Service (EASS). The Equality and Human Rights Commission enforces the regulations.',
  prepared: 'This statement was prepared on {day}.',

  privacy: 'Privacy and cookies',
  privacyLede:
    'Cydofal brings together what organisations already hold about you. It opens only what their agreements, or you yourself, allow.',
  answerable: 'Who answers for it',
  answerableWho:
    'Each organisation answers for what it put in. The agreements say who gives what to whom, what for, and under which law.',
  kept: 'What is kept',
  keptSent: 'what each organisation’s systems sent about you, every version of it',
  keptPlan: 'your plan: your words, and what others proposed, agreed to or disagreed with',
  keptChoices: 'your choices about who may see what',
  keptLooks: 'every look at your record',
  keptAccount: 'if you sign in: your name, your language, and your sessions until a week after they are over',
  keptForms: 'what you had typed in a form when your session ran out, for one hour, for you alone',
  keptLong:
    'What has happened is never changed or rubbed out: a correction stands beside it. Each organisation’s own rules say how long its records are kept.',
  trail: 'Who looked',
  trailHow:
    'Each look is written down together with what was shown: who it was, for whom they work, in which job, what for, and the clause or choice that allowed it. So is each refusal. When you sign in, “Who has looked” shows you all of it.',
  rights: 'Your rights',
  rightRead:
    'You may read what is held about you. Most of it is on your own pages; for the rest, ask the organisation.',
  rightCorrect: 'You may have what is wrong put right, by the organisation that holds it.',
  rightRefuse: 'You may object to what is done with what is held about you, and you may say who is not to see it.',
  rightComplain:
    'You may complain to the organisation, and to the Information Commissioner, who watches over data protection in the United Kingdom.',
  leaving: 'Leaving quickly',
  leavingHow: 'Press “Leave quickly”, or the Escape key three times within five seconds.',
  leavingShows:
    'You see a calendar that does not say what you were reading, and every other tab of Cydofal leaves too.',
  leavingBack: 'You are signed out. Going back opens nothing: you are asked again who you are.',
  leavingKept:
    'The browser itself may still list the addresses of pages that you opened before. If somebody looks at your device, ask a friend or worker you trust how to clear its history, or use another device.',
  cookies: 'Cookies',
  cookiesNeeded:
    'These are the only things Cydofal keeps in your browser. The pages cannot work without them, so you are not asked about them. Nobody follows you, and nothing is fetched from anybody else.',
  cookie: 'Cookie',
  cookieFor: 'What it is for',
  cookieLasts: 'How long it lasts',
  cookieSession: 'knows that you are signed in',
  cookieSessionLasts:
    'until you close the browser or sign out; it opens nothing after 12 hours, or after a while without use',
  cookieSigningIn: 'brings you back to the right page while you are signing in',
  cookieSigningInLasts: '10 minutes',
  cookieLeft: 'makes sure that you are asked who you are again, after leaving quickly',
  cookieLeftLasts: 'until you next sign in, and one day at most',
  cookieLanguage: 'remembers the language you chose',
  cookieLanguageLasts: 'one year',
} as const
