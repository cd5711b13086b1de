/** What an officer can do about a message that was not taken in. */
export default {
  askSender:
    'Tell whoever runs the sending system what is wrong with it, and ask for it to be sent again, put right. Then set this one aside.',
  askNetwork:
    'Tell whoever runs the sender’s connection. A sender that gets no answer sends again by itself: look whether it has.',
  letIn:
    'If you know the system, let it in under Systems that send; what it has sent can then be read again. If you do not, find out who runs it first.',
  beSure:
    'Do not have it read before you know who sent it. Ring the sender on a number you had before. If it was not theirs, tell your privacy officer at once.',
  mendMap: 'Put what is missing into the sender’s map, try the map on what was sent, and then have it read again.',
  tellReferrer:
    'Tell whoever made the referral that it has reached nobody. Another team may be able to take it, or an agreement has to be changed.',
  waitForIt: 'What it rests on may have been held up and come yet. Have it read again when it has.',
  decideWhose: 'A records officer has to say whose record it is. Once they have, have it read again.',
  notYet:
    'Nothing here uses this kind of message yet, so nothing of it takes effect. Ask the sender to leave it out, or set it aside.',
  tellUs: 'Tell whoever runs Cydofal. Nothing is lost: once it is mended, have it read again.',
  noneNeeded: 'Nothing more has to be done.',
} as const
