export default {
  asked: 'Asked, and waiting for an answer',
  takenOn: 'Taken on',
  begun: 'Begun',
  done: 'Done',
  stuck: 'Stuck',
  willNotBeDone: 'Will not be done',
} as const
