export default {
  mostImportant: 'The things, places, animals, habits or beliefs that make a day a good one.',
  people:
    'Family, friends, neighbours, and how you keep in touch with them. Say who should be told when something happens.',
  communication:
    'Which language, how loud, how fast; glasses, hearing aids, pictures; somebody who should be with you.',
  wellness: 'What keeps you well, and how others can tell that you are not.',
  pleaseDo: 'Small things count: how you take your tea, whether people should knock, what frightens or annoys you.',
  support: 'What you do yourself and want to go on doing, and where a hand is welcome.',
  also: 'Work you have done, where you come from, what makes you laugh, anything that has no other place.',
} as const
