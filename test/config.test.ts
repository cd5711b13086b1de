import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig, sayFault } from '#config'
import { sayIn } from '#ground/language/say.ts'

const ISSUER = { FHIR_ISSUER: 'https://tokens.example' }
const AUDIENCE = { FHIR_AUDIENCE: 'https://cydofal.example/fhir' }

test('Cydofal does not start when it is told whose tokens to take, and not by what name they call it', () => {
  for (const settings of [ISSUER, { ...ISSUER, SEED: 'none', ...PROVIDER }]) {
    const config = readConfig(settings)
    assert(!config.ok)
    const [fault, ...more] = config.problem
    assert(fault)
    assert.deepEqual([fault.setting, more], ['FHIR_AUDIENCE', []])
    assert.match(
      sayFault(sayIn('en'), fault),
      /a token given for another system would open this one: set FHIR_AUDIENCE/,
    )
    assert.match(sayFault(sayIn('cy'), fault), /byddai tocyn a roddwyd ar gyfer system arall yn agor hon/)
  }
})

test('nor when it is told the name alone, nor when the name is empty', () => {
  const alone = readConfig(AUDIENCE)
  assert.equal(!alone.ok && alone.problem[0]?.why, 'issuerMissing')
  const empty = readConfig({ ...ISSUER, FHIR_AUDIENCE: '' })
  assert.equal(!empty.ok && empty.problem[0]?.setting, 'FHIR_AUDIENCE')
})

test('with both it starts, and with neither', () => {
  assert.ok(readConfig({ ...ISSUER, ...AUDIENCE }).ok)
  assert.ok(readConfig({}).ok)
})

const PROVIDER = { OIDC_ISSUER: 'https://signin.example', OIDC_CLIENT_ID: 'cydofal', OIDC_CLIENT_SECRET: 'secret' }

test('Cydofal does not start when it is told where mails go out, and not who they come from', () => {
  const config = readConfig({ SMTP_URL: 'smtp://relay.example' })
  assert(!config.ok)
  assert.deepEqual(
    config.problem.map(({ setting }) => setting),
    ['MAIL_FROM'],
  )
  assert.match(sayFault(sayIn('cy'), config.problem[0]!), /nid yw MAIL_FROM yn dweud gan bwy/)
  assert(readConfig({ SMTP_URL: 'smtp://relay.example', MAIL_FROM: 'Cydofal <a@relay.example>' }).ok)
})

test('HL7 over TLS with something missing keeps Cydofal from starting, with one sentence that says what', () => {
  const whole = { MLLP_TLS_PORT: '2576', MLLP_TLS_CERT_FILE: 'cert.pem', MLLP_TLS_KEY_FILE: 'key.pem' }
  assert(readConfig(whole).ok)
  assert(readConfig({ ...whole, MLLP_TLS_CA_FILE: 'ca.pem' }).ok)
  for (const missing of Object.keys(whole)) {
    const config = readConfig({ ...whole, [missing]: undefined })
    assert(!config.ok && config.problem.length === 1)
    assert.match(sayFault(sayIn('en'), config.problem[0]!), new RegExp(`over TLS are there, but ${missing} is missing`))
    assert.match(sayFault(sayIn('cy'), config.problem[0]!), new RegExp(`mae ${missing} ar goll`))
  }
  assert(!readConfig({ MLLP_TLS_CA_FILE: 'ca.pem' }).ok)
})
