import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { USUAL_DELIMITERS } from './delimiters.ts'
import { encodeEscapes } from './escape.ts'
import { read } from './example.ts'
import { readMdm } from './mdm.ts'
import { readOru } from './oru.ts'
import { readRef } from './ref.ts'
import { readSiu } from './siu.ts'

/** What somebody might type, with HL7's own marks in it and without edges of white space. */
const words = fc
  .string({ unit: fc.constantFrom(...'aŵÂ1 .^~|&\\\n#H"'), minLength: 1, maxLength: 30 })
  .map(text => text.trim())
  .filter(text => /[^\s"]/.test(text))
const code = fc.stringMatching(/^[A-Z][A-Z0-9-]{0,9}$/)
const coded = fc.record({ code, text: words, system: code }, { noNullPrototype: true })
const number = fc.stringMatching(/^\d{1,4}(\.\d{1,3})?$/)
const moment = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2038-01-01T00:00:00Z'), noInvalidDate: true })
  .map(at => new Date(Math.floor(at.getTime() / 1000) * 1000))

const safe = (text: string) => encodeEscapes(text, USUAL_DELIMITERS)
const field = (one: { code: string; text: string; system: string }) =>
  [one.code, one.text, one.system].map(safe).join('^')
const time = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+0000`

function message(type: string, ...segments: string[]) {
  const head = [`MSH|^~\\&|A|B|C|D|20260701093000||${type}|1|P|2.5.1|||||||UNICODE UTF-8`, 'PID|1||H1^^^GH1^PI']
  return read([...head, ...segments].join('\r'))
}

test('a result that is written down is read as the same result, whatever stands in it', () => {
  const result = fc.record({ code: coded, value: fc.oneof(words, number), units: coded, range: words, comment: words })
  fc.assert(
    fc.property(
      fc.uniqueArray(result, { selector: one => one.code.code, minLength: 1, maxLength: 4 }),
      moment,
      (results, at) => {
        const written = results.flatMap(({ code, value, units, range, comment }) => [
          `OBX|1|TX|${field(code)}||${safe(value)}|${field(units)}|${safe(range)}||||F`,
          `NTE|1||${safe(comment)}`,
        ])
        const event = readOru(message('ORU^R01', `OBR|1||F1|UE|||${time(at)}`, ...written))
        assert(event.ok, event.ok ? '' : event.problem)
        const [report] = event.value.reports
        assert.equal(report?.observedAt?.at.getTime(), at.getTime())
        assert.deepEqual(
          report?.results.map(({ code, value, units, range, comments }) => ({ code, value, units, range, comments })),
          results.map(({ code, value, units, range, comment }) => ({
            code,
            value: { kind: 'text', text: value },
            units,
            range,
            comments: [comment],
          })),
        )
      },
    ),
  )
})

test('a number that is written down is read to its last place', () => {
  fc.assert(
    fc.property(number, written => {
      const event = readOru(message('ORU^R01', 'OBR|1||F1|UE', `OBX|1|NM|K||${written}`))
      assert(event.ok)
      assert.deepEqual(event.value.reports[0]?.results[0]?.value, { kind: 'number', number: written })
    }),
  )
})

test('a letter and a file that are written down are read to the last byte', () => {
  fc.assert(
    fc.property(words, fc.uint8Array({ minLength: 1, maxLength: 200 }), (text, bytes) => {
      const data = Buffer.from(bytes).toString('base64')
      const obx = [`OBX|1|TX|L||${safe(text)}`, `OBX|2|ED|L||^application^pdf^Base64^${data}`]
      const event = readMdm(message('MDM^T02', `TXA|1|CL||${'|'.repeat(8)}D1`, ...obx))
      assert(event.ok, event.ok ? '' : event.problem)
      const [letter, file] = event.value.document.content
      assert.equal(Buffer.from(letter?.data ?? '', 'base64').toString(), text)
      assert.deepEqual(Buffer.from(file?.data ?? '', 'base64'), Buffer.from(bytes))
    }),
  )
})

test('an appointment and a referral that are written down are read as the same', () => {
  fc.assert(
    fc.property(coded, coded, moment, words, (service, reason, at, comment) => {
      const sch = `SCH|P1^A|F1^B|||||${field(reason)}`
      const siu = readSiu(
        message('SIU^S12', sch, `TQ1|1||||||${time(at)}`, `NTE|1||${safe(comment)}`, `AIS|1||${field(service)}`),
      )
      assert(siu.ok, siu.ok ? '' : siu.problem)
      const { appointment } = siu.value
      assert.deepEqual([appointment.services, appointment.reason, appointment.comments], [[service], reason, [comment]])
      assert.equal(appointment.startsAt?.at.getTime(), at.getTime())
      const rf1 = `RF1|P|S|${field(service)}|||R1^A|${time(at)}|||${field(reason)}`
      const ref = readRef(message('REF^I12', rf1, `NTE|1||${safe(comment)}`))
      assert(ref.ok, ref.ok ? '' : ref.problem)
      const { referral } = ref.value
      assert.deepEqual([referral.type, referral.reasons, referral.comments], [service, [reason], [comment]])
      assert.equal(referral.madeAt?.at.getTime(), at.getTime())
    }),
  )
})
