import assert from 'node:assert/strict'
import type { Hl7Message } from './message.ts'
import { parseMessage } from './parse-message.ts'

/** An invented admission, the pattern of most tests: override a segment by its name, or leave it out with ''. */
export function exampleAdmission(changes: Readonly<Record<string, string>> = {}): string {
  const segments: Record<string, string> = {
    MSH: 'MSH|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701093000||ADT^A01^ADT_A01|GH0001|P|2.5.1|||AL|NE|GBR|UNICODE UTF-8',
    EVN: 'EVN||20260701093000||||20260701091500',
    PID: 'PID|1||H100200^^^GH1^PI~9990000018^01^^NHS^NH||Pritchard^Mair^Ann^^Mrs^^L||19420311|F|||12 Heol y Bont^Tŷ Newydd^Aberglan^Glan Hafren^SY99 1AA^^H||01999 555012^PRN^PH~07999 555013^PRS^CP||cy^Cymraeg',
    PD1: 'PD1|||Meddygfa Aberglan^^^^^^^^^W99001',
    PV1: 'PV1|1|I|WARD7^BAY2^B3^GHG^^^^^|||ED^^^GHG|C1234567^Rees^Non^^^Dr|||430|||||||||V5550001|||||||||||||||||||||||||20260701090000',
    PV2: 'PV2|||R29.6^Falls^ICD10||||||20260708',
    ...changes,
  }
  return Object.values(segments)
    .filter(segment => segment !== '')
    .map(segment => `${segment}\r`)
    .join('')
}

/** The message those bytes or that text make; fails the test when they make none. */
export function read(message: string | Uint8Array): Hl7Message {
  const parsed = parseMessage(typeof message === 'string' ? Buffer.from(message) : message)
  assert(parsed.ok, parsed.ok ? '' : parsed.problem)
  return parsed.value
}
