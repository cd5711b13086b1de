/** What the commands that send messages and reset the data print. */
export default {
  usage: 'Say what to send: npm run feed -- FILE_OR_FOLDER...',
  noFile: 'There is no file or folder {file}.',
  nobodyListens: 'Nobody listens for HL7 messages at {host}:{port}: start Cydofal first, or set MLLP_PORT to its port.',
  sent: '{number}/{of}  {file}  {id}  {code}',
  progress: '{number} of {of} sent ...',
  done: '{accepted, plural, one {# message} other {# messages}} acknowledged, {refused} refused.',
  notAsked: 'sent; no answer asked for',
  noConnection: 'no connection',
  timeout: 'no answer in time',
  cut: 'connection cut before the answer',
  badAck: 'the answer is not an acknowledgement',
  wrongAck: 'the answer is to another message',
  notFrameable: 'the message holds the marks of a frame',
  resetNotOurs: 'DATABASE_URL is set: Cydofal throws away only the database that it brings itself.',
  resetRunning: 'Cydofal is running on the data in {folder}: stop it first.',
  resetDone: 'The data is gone. The next start plants the invented region anew.',
} as const
