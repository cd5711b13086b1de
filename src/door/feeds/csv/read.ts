import { done, type Outcome } from '#ground/outcome.ts'
import { type RowFault, type RowValues, readRow, rowReading } from '#work/drop/read-row.ts'
import { keyGone, type RowMessage, readRowMessage } from '#work/drop/row-message.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Arrival } from '../arrival.ts'
import type { Reading } from '../take-in.ts'
import { applyRow, type RowEffect } from './apply.ts'
import { endGone } from './end-gone.ts'

/** Reads one row of a file, as `rawOfRow` has written it down, now or when it is replayed. */
export function readCsv({ raw }: Arrival): Outcome<Reading, string> {
  const message = readRowMessage(raw)
  return message.ok ? done(readingOfRow(message.value)) : message
}

/** What a row is known by, and what is done with it. Whoever takes it in is told what it did, once it was applied. */
export function readingOfRow(message: RowMessage, applied: (effect: RowEffect) => void = () => {}): Reading {
  const { application, facility, kind, dropId, row } = message
  return {
    application,
    facility,
    controlId: `${dropId}/${row}`,
    type: `CSV^${kind}`,
    apply: async (tx, { sender, messageId }) => {
      const key = keyGone(message)
      if (key !== undefined) {
        const gone = await endGone(tx, { message, sender, messageId, key })
        if (!gone.ok) return gone
        applied(gone.value)
        return done(undefined)
      }
      const values = valuesOf(message, sender, tx.now)
      if (!values.ok) return { ok: false, problem: `csv.${values.problem}` }
      const effect = await applyRow(tx, { message, sender, messageId, values: values.value })
      if (!effect.ok) return effect
      applied(effect.value)
      return done(undefined)
    },
  }
}

/** What the row says by the map of its sender, or what is wrong first. */
function valuesOf(
  { heading, values, kind }: RowMessage,
  sender: Sender,
  now: Date,
): Outcome<RowValues, RowFault['fault'] | 'too-few' | 'too-many'> {
  if (values.length !== heading.length)
    return { ok: false, problem: values.length < heading.length ? 'too-few' : 'too-many' }
  const read = readRow(values, rowReading(heading, kind, sender.files[kind], now))
  return read.ok ? read : { ok: false, problem: read.problem[0]?.fault ?? 'missing' }
}
