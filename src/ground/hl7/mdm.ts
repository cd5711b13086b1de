import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Attachment, attachmentsIn } from './attachment.ts'
import { clinicianIn, codedField, entityId, linesOf } from './coded.ts'
import { findSegment, repetitions, segmentsNamed } from './field.ts'
import { onlySaid } from './header.ts'
import { MDM_TRIGGERS, type MdmEvent, type MdmTrigger, type SentDocument } from './mdm-event.ts'
import type { Hl7Message, Segment } from './message.ts'
import { readPersonEvent } from './person-event.ts'
import type { MdmProblem } from './problem.ts'
import { statedMoment, statedText } from './reading.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

/**
 * Reads an MDM message as a document about one person. One without a number could never be replaced or taken back, and
 * one whose content should be there and is not would be half a letter: both are problems. A pure function of the
 * message and what is known of its sender.
 */
export function readMdm(message: Hl7Message, sender: SenderMap = DEFAULT_SENDER): Outcome<MdmEvent, MdmProblem> {
  const triggers = Object.keys(MDM_TRIGGERS) as MdmTrigger[]
  const read = readPersonEvent(message, sender, { type: 'MDM', triggers })
  if (!read.ok) return read
  const { event, reading } = read.value
  const txa = findSegment(message, 'TXA')
  const number = entityId(txa, 12)
  if (number === undefined) return refused('mdm.noDocument')
  const parent = entityId(txa, 13)
  const { does, brings } = MDM_TRIGGERS[event.trigger]
  if ((does === 'adds' || does === 'replaces') && parent === undefined) return refused('mdm.noParent')
  const content = contentOf(segmentsNamed(message, 'OBX'))
  if (content === undefined || (brings && content.length === 0)) return refused('mdm.noContent')
  const document: SentDocument = {
    number,
    ...onlySaid({
      parent,
      type: codedField(txa, 2),
      title: statedText(txa, 25) ?? undefined,
      writtenAt: statedMoment(reading, txa, 6) ?? statedMoment(reading, txa, 4) ?? undefined,
      author: clinicianIn(txa, 9) ?? clinicianIn(txa, 5),
      authenticator: clinicianIn(txa, 10),
      fileName: statedText(txa, 16) ?? undefined,
      completion: statedText(txa, 17) ?? undefined,
      confidentiality: statedText(txa, 18) ?? undefined,
      availability: statedText(txa, 19) ?? undefined,
    }),
    content,
  }
  return done({ ...event, document })
}

/** All lines of text as one text, and each file; undefined when one of them is not what it says. */
function contentOf(sent: readonly Segment[]): Attachment[] | undefined {
  const isFile = (obx: Segment) => ['ED', 'RP'].includes(statedText(obx, 2) ?? '')
  const files = sent.filter(isFile)
  const attachments = files.flatMap(attachmentsIn)
  if (attachments.length < files.reduce((sum, obx) => sum + repetitions(obx, 5).length, 0)) return undefined
  const lines = sent.filter(obx => !isFile(obx)).map(obx => linesOf(obx, 5) ?? '')
  const text = lines.join('\n').trimEnd()
  if (text.trim() === '') return attachments
  return [{ contentType: 'text/plain; charset=utf-8', data: Buffer.from(text).toString('base64') }, ...attachments]
}
