import { createTransport } from 'nodemailer'
import { type Answer, type Carrier, TRY_SECONDS_MAX } from '#work/outbox/carrier.ts'
import { readMail } from '#work/outbox/mail.ts'

/** The region's own relay, and who its mails come from. */
export interface Relay {
  /** `smtp://…` or `smtps://…`, with a name and a password in it where the relay asks for them. */
  readonly url: string
  readonly from: string
}

const STEP_MS = (TRY_SECONDS_MAX / 4) * 1000

/** Carries mails to a relay. One mail has one Message-ID, however often it is tried. */
export function smtpCarrier({ url, from }: Relay): Carrier {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  return async ({ id, recipient = '', body }) => {
    const relay = createTransport({
      url,
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      const mail = { from, to: { name: '', address: recipient }, messageId: `<${id}@${domain}>`, ...readMail(body) }
      const { response } = await relay.sendMail(mail)
      return { result: 'accepted', code: response.slice(0, 3), said: response }
    } catch (fault) {
      return fromFault(fault)
    } finally {
      relay.close()
    }
  }
}

/** Source: RFC 5321 section 4.2.1: what begins with 5 will not be taken however often it is tried; 4 may pass. */
function fromFault(fault: unknown): Answer {
  const { responseCode, response } = fault as { responseCode?: number; response?: string }
  if (responseCode === undefined) return { result: 'unknown', code: 'smtp.noConnection', said: '' }
  const isFinal = responseCode >= 500 && responseCode !== 530 && responseCode !== 535
  return { result: isFinal ? 'rejected' : 'unknown', code: String(responseCode), said: response ?? '' }
}
