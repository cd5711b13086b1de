import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { xmlText } from '#ground/xml/write.ts'
import { acksFor, nakForUnreadable } from '../ack.ts'
import { readAdt } from '../adt.ts'
import { exampleAdmission, read } from '../example.ts'
import { field, findSegment, rawField } from '../field.ts'
import type { Hl7Message } from '../message.ts'
import { parseMessage } from '../parse-message.ts'
import { PROBLEM_PLACES } from '../problem.ts'
import { V2_XML } from './form.ts'

/** What a Welsh PAS sends, in three forms of the same; outside the repository because of its licence. */
const POC = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'hl7v2', 'dhcw-poc')
const absent = existsSync(POC) ? false : 'the shared message corpus is not on this machine'
const sample = (name: string) => read(readFileSync(join(POC, name)))

const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/'
const enveloped = (inside: string, namespace = SOAP_11) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="${namespace}"><s:Header/><s:Body>${inside}</s:Body></s:Envelope>`
const xmlOf = (inside: string) =>
  `<ADT_A05 xmlns="${V2_XML}"><MSH><MSH.1>|</MSH.1><MSH.2>^~\\&amp;</MSH.2><MSH.9><MSG.1>ADT</MSG.1><MSG.2>A31</MSG.2></MSH.9><MSH.10>X1</MSH.10></MSH>${inside}</ADT_A05>`

function problemOf(text: string | Buffer): string {
  const parsed = parseMessage(Buffer.from(text))
  return parsed.ok ? 'read' : parsed.problem
}

test('the XML of a PAS says what its bar-and-hat form says', { skip: absent }, () => {
  const [piped, xml, bare] = [sample('ADT_A28.txt'), sample('ADT_A28.xml'), sample('wpas-adt_a28.hl7.xml')]
  assert.deepEqual(texts(xml), texts(bare))
  for (const [name, numbers] of Object.entries(COMPARED)) {
    for (const number of numbers) {
      const said = rawField(findSegment(piped, name), number)
      assert.equal(rawField(findSegment(xml, name), number), said, `${name}-${number}`)
    }
  }
})
/** All but where the two name other receivers, and repetitions of nothing. */
const COMPARED = {
  MSH: [1, 2, 3, 4, 7, 9, 10, 11, 12, 15],
  EVN: [2, 5, 6],
  PID: [1, 3, 5, 7, 8, 11, 16, 30],
  PD1: [3, 4],
}

test('what a PAS exports in a language of its own is an update of that person', { skip: absent }, () => {
  const [piped, native] = [sample('ADT_A28.txt'), sample('wpas-mpi.xml')]
  assert.equal(native.encoding.charset, 'utf-16be')
  for (const [name, numbers] of Object.entries({ MSH: [3, 4], PID: [5, 7, 8, 11, 16, 22, 33], PD1: [3, 4] })) {
    for (const number of numbers) {
      const said = rawField(findSegment(piped, name), number)
      assert.equal(rawField(findSegment(native, name), number), said, `${name}-${number}`)
    }
  }
  assert.deepEqual([field(native, 'MSH', 9, 2), field(native, 'MSH', 10)], ['A31', '28038161'])
  assert.equal(rawField(findSegment(native, 'PID'), 3), 'B3159251^^^109^PI')
  const simple = sample('wpas-simple-mpi.xml')
  assert.equal(rawField(findSegment(simple, 'PID'), 3), 'H123^^^system456^PI~9876543210^^^NHS^NH')
})

test('an export of something else than one person is refused as what it is', () => {
  const exported = (...kinds: string[]) =>
    `<MAINDATA xmlns="http://PAS_Demographics">${kinds.map(kind => `<TRANSACTION><MSG_ID>${kind}</MSG_ID></TRANSACTION>`).join('')}</MAINDATA>`
  assert.equal(problemOf(exported('OPD')), 'hl7.pasExport')
  assert.equal(problemOf(exported()), 'hl7.pasExport')
  assert.equal(problemOf(exported('MPI', 'MPI')), 'hl7.severalMessages')
})

test('repetitions, parts, marks in text and line breaks stand where they stand in bar-and-hat', () => {
  const message = read(
    xmlOf(`<PID><PID.3><CX.1>A1</CX.1><CX.4><HD.1>GH</HD.1><HD.2>1.2</HD.2></CX.4></PID.3><PID.3/><PID.3> B2 </PID.3>
      <PID.5><XPN.1><FN.1>O^Tŷ &amp; | ~</FN.1></XPN.1></PID.5><PID.8>""</PID.8></PID>
      <ADT_A05.INSURANCE><IN1><IN1.1>7</IN1.1></IN1></ADT_A05.INSURANCE>
      <OBX><OBX.5>one<escape V=".br"/>two \\</OBX.5></OBX>`),
  )
  const pid = findSegment(message, 'PID')
  assert.equal(rawField(pid, 3), 'A1^^^GH&1.2~~B2')
  assert.equal(field(message, 'PID', 5, 1, 1), 'O^Tŷ & | ~')
  assert.equal(field(message, 'PID', 8), null)
  assert.equal(field(message, 'IN1', 1), '7')
  assert.equal(field(message, 'OBX', 5), 'one\ntwo \\')
})

test('a message in a SOAP envelope is read, however it is wrapped', () => {
  const piped = exampleAdmission({ PID: 'PID|1||A1^^^GH||Tŷ^Siân' })
  const xml = xmlOf('<PID><PID.3>A1</PID.3><PID.5><XPN.1><FN.1>Tŷ</FN.1></XPN.1></PID.5></PID>')
  const send = (inside: string) => `<gh:Send xmlns:gh="urn:glan-hafren"><gh:Message>${inside}</gh:Message></gh:Send>`
  for (const [inside, kind] of [
    [xmlText(piped), 'pipes'],
    [`<![CDATA[${piped}]]>`, 'pipes'],
    [xml, 'xml'],
    [xmlText(xml), 'xml'],
    [`<![CDATA[<?xml version="1.0" encoding="UTF-8"?>${xml}]]>`, 'xml'],
  ] as const) {
    for (const namespace of [SOAP_11, 'http://www.w3.org/2003/05/soap-envelope']) {
      const message = read(enveloped(send(inside), namespace))
      assert.equal(field(message, 'PID', 3), 'A1')
      assert.equal(field(message, 'PID', 5, 1, 1), 'Tŷ')
      assert.deepEqual(message.form, { kind: 'soap', envelope: namespace, inside: kind })
    }
  }
})

test('XML in two bytes a character, with its mark and without, and in an old character set is read', () => {
  const xml = xmlOf('<PID><PID.5><XPN.1><FN.1>Siân</FN.1></XPN.1></PID.5></PID>')
  const little = Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>\n${xml}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1')
  const marked = (mark: number[], bytes: Buffer) => Buffer.concat([Buffer.from(mark), bytes])
  for (const bytes of [little, big, marked([0xff, 0xfe], little), marked([0xfe, 0xff], big), latin]) {
    assert.equal(field(read(bytes), 'PID', 5, 1, 1), 'Siân')
  }
  assert.equal(problemOf(Buffer.from(xml, 'latin1')), 'hl7.charset', 'nothing says that it is not UTF-8')
  assert.equal(problemOf(`<?xml version="1.0" encoding="EBCDIC-CP-GB"?>${xml}`), 'hl7.charset')
})

test('XML that is no message is refused as what it is', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['<html><body/></html>', 'hl7.otherXml'],
    ['<Bundle xmlns="http://hl7.org/fhir"/>', 'hl7.otherXml'],
    [xmlOf('<PID>').replace('</ADT_A05>', ''), 'hl7.xmlMalformed'],
    [`<!DOCTYPE a>${xmlOf('')}`, 'hl7.xmlDoctype'],
    [xmlOf('<a>'.repeat(40) + '</a>'.repeat(40)), 'hl7.xmlTooLarge'],
    [xmlOf('<PID><NK1.5>x</NK1.5></PID>'), 'hl7.xmlField'],
    [xmlOf('<PID><PID.5><XPN.1>a</XPN.1><XPN.1>b</XPN.1></PID.5></PID>'), 'hl7.xmlField'],
    [xmlOf('<PID><PID.501>x</PID.501></PID>'), 'hl7.tooManyFields'],
    [xmlOf('<MSH/>'), 'hl7.severalMessages'],
    [xmlOf('').replace('^~\\&amp;', '^^\\&amp;'), 'hl7.delimiters'],
    [enveloped(''), 'hl7.soapEmpty'],
    [enveloped('<Send>hello</Send>'), 'hl7.soapEmpty'],
    [enveloped('<Send>MSH|</Send>'), 'hl7.delimiters'],
    [enveloped(`<Send>${xmlText('<a/>')}</Send>`), 'hl7.otherXml'],
    [enveloped(`<Send>${xmlText('<!DOCTYPE a><a/>')}</Send>`), 'hl7.xmlDoctype'],
  ]
  for (const [text, problem] of wrong) assert.equal(problemOf(text), problem, text.slice(0, 200))
})

const own = { controlId: 'ACK7', at: new Date('2026-07-01T08:30:05Z') }
const fault = { problem: 'adt.noPatientId', text: 'Nid oes rhif claf <ŵ> & dim' }

test('who sends XML is answered in XML, and who sends in an envelope in an envelope', () => {
  const xml = xmlOf('<PID/>').replace('</MSH>', '<MSH.12><VID.1>2.5.1</VID.1></MSH.12></MSH>')
  for (const sent of [
    xml,
    enveloped(`<Send>${xml}</Send>`),
    enveloped(`<Send>${xmlText(exampleAdmission())}</Send>`),
  ]) {
    const message = read(sent)
    const [answer] = acksFor(message, 'error', () => own, fault).map(read)
    assert.ok(answer)
    assert.deepEqual(answer.form, message.form)
    assert.match(String(field(answer, 'MSA', 1)), /^[AC]E$/)
    assert.equal(field(answer, 'MSA', 2), field(message, 'MSH', 10))
    assert.deepEqual(
      [field(answer, 'ERR', 2, 1), field(answer, 'ERR', 2, 3), field(answer, 'ERR', 3)],
      ['PID', '3', '101'],
    )
    assert.equal(field(answer, 'ERR', 8), fault.text)
    assert.equal(field(answer, 'MSH', 10), 'ACK7')
  }
})

test('XML that cannot be read is refused in XML, by name where its name can be seen', () => {
  const broken = xmlOf('<PID>')
  for (const [sent, kind, name] of [
    [broken, 'xml', 'X1'],
    [enveloped(`<Send>${broken}</Send>`), 'soap', 'X1'],
    [enveloped('<Send>hello</Send>'), 'soap', undefined],
    ['<html/>', 'xml', undefined],
  ] as const) {
    const answer = read(nakForUnreadable(Buffer.from(sent), own, { problem: 'hl7.xmlMalformed' }))
    assert.deepEqual([answer.form.kind, field(answer, 'MSA', 1), field(answer, 'MSA', 2)], [kind, 'AR', name])
  }
})

test('10,000 spoilt messages in XML and envelopes are each read, or refused for a documented reason, and answered', () => {
  const piped = exampleAdmission()
  const starts = [xmlOf(RICH), enveloped(xmlOf(RICH)), enveloped(`<a>${xmlText(piped)}</a>`), EXPORT]
  const pieces = [
    '<',
    '>',
    '</',
    '&',
    '&lt;',
    '"',
    '|',
    '~',
    '<escape V="X00"/>',
    '<!DOCTYPE a>',
    '\0',
    '\r',
    'MSH.2',
    '500',
    ']]>',
  ]
  const mutation = fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 }), fc.constant('')),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(mutation, { minLength: 1, maxLength: 5 }), (start, mutations) => {
      const text = mutations.reduce((all, { place, drop, put }) => {
        const at = Math.floor(place * all.length)
        return all.slice(0, at) + put + all.slice(at + drop)
      }, start)
      const bytes = Buffer.from(text, mutations.length === 5 ? 'utf16le' : 'utf8')
      const message = parseMessage(bytes)
      const event = message.ok ? readAdt(message.value) : message
      seen.add(event.ok ? 'event' : event.problem)
      assert.ok(event.ok || event.problem in PROBLEM_PLACES)
      const answers = message.ok
        ? acksFor(message.value, 'accepted', () => own)
        : [nakForUnreadable(bytes, own, message)]
      for (const answer of answers) assert.match(String(field(read(answer), 'MSA', 1)), /^[AC][AER]$/)
    }),
    { numRuns: 10_000 },
  )
  for (const often of ['event', 'hl7.notHl7', 'hl7.xmlMalformed', 'hl7.xmlDoctype']) assert.ok(seen.has(often), often)
})
const RICH = `<EVN><EVN.2><TS.1>20260701</TS.1></EVN.2></EVN><PID><PID.3><CX.1>H1</CX.1></PID.3>
  <PID.5><XPN.1><FN.1>Tŷ</FN.1></XPN.1><XPN.2>Siân</XPN.2></PID.5></PID><G.X><NK1><NK1.1>1</NK1.1></NK1></G.X>`
const EXPORT = `<MAINDATA xmlns="http://PAS_Demographics"><TRANSACTION><TRANSACTION_ID>1</TRANSACTION_ID><MSG_ID>MPI</MSG_ID>
  <UNIT_NUMBER>H1</UNIT_NUMBER><SURNAME>Tŷ</SURNAME><UPDATE_DATE>2026-07-01T10:00:00</UPDATE_DATE></TRANSACTION></MAINDATA>`

function texts({ segments }: Hl7Message): string[] {
  return segments.map(({ fields }) => fields.join('|'))
}
