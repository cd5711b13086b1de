export default {
  mostImportant: 'What is most important to you?',
  people: 'Who is important to you?',
  communication: 'How do you like people to talk with you?',
  wellness: 'How are you on a good day, and on a bad one?',
  pleaseDo: 'What would you like people to do, and what should they not do?',
  support: 'When do you want help, and how?',
  also: 'What else should people know about you?',
} as const
