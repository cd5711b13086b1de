export default {
  mostImportant: 'What is most important to me',
  people: 'People who are important to me',
  communication: 'How I communicate, and how to communicate with me',
  wellness: 'My wellness',
  pleaseDo: 'Please do, and please don’t',
  support: 'How and when to support me',
  also: 'Also worth knowing about me',
} as const
