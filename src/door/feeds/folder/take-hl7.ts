import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Store } from '#ground/db/store.ts'
import { readBatch, splitMessages } from '#ground/hl7/batch.ts'
import { receiveFrame } from '../hl7/receive.ts'
import { folderLine } from '../stray.ts'
import type { ClaimedFile, Taken } from './claimed-file.ts'
import { writeOnce } from './files.ts'
import { type Place, TAKEN, takenName } from './place.ts'

/**
 * Takes in a file of HL7 v2: a batch, a file of batches, or messages one after another. Each is an arrival of its own, in
 * order. What each was answered is written beside the file; taken in again, what was taken in already is a repeat.
 */
export async function takeHl7(store: Store, { sender, path }: Place, { name, pieces }: ClaimedFile): Promise<Taken> {
  const bytes = Buffer.concat(pieces)
  const answers: Buffer[] = []
  for (const frame of framesIn(bytes)) answers.push(...(await receiveFrame(store, frame, folderLine(sender))))
  const taken = takenName(createHash('sha256').update(bytes).digest('hex'), name)
  await writeOnce(join(path, TAKEN, `${taken}.ack.hl7`), answers.map(endedBySegmentEnd).join(''))
  return { name: taken }
}

/** A batch is answered as one. What holds no message is one that cannot be read, and is kept as such. */
function framesIn(bytes: Buffer): readonly Buffer[] {
  if (readBatch(bytes) !== undefined) return [bytes]
  const messages = splitMessages(bytes)
  return messages.length === 0 ? [bytes] : messages
}

function endedBySegmentEnd(answer: Buffer): string {
  const text = answer.toString()
  return text.endsWith('\r') ? text : `${text}\r`
}
