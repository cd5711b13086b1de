import { URGENCIES } from '#work/conversation/clock.ts'
import { CONVERSATION_CLASSES, ENTRY_KINDS } from '#work/conversation/conversation.ts'
import { AGENDA_REASONS, ASKED, CAME_OF_IT, WAYS } from '#work/meeting/meeting.ts'

/** The codes of conversations and meetings that are said by words of their area. */
export const TALK_CODES: Readonly<Record<string, readonly string[]>> = {
  conversation: [
    ...ENTRY_KINDS,
    ...CONVERSATION_CLASSES.map(dataClass => `part-${dataClass}`),
    ...URGENCIES.map(urgency => `urgency-${urgency}`),
  ],
  meeting: [
    ...AGENDA_REASONS,
    ...CAME_OF_IT.map(one => `came-${one}`),
    ...ASKED.map(whom => `whom-${whom}`),
    ...WAYS.flatMap(way => [`way-${way}`, `am-${way}`]),
    'way-invited',
  ],
}
