/**
 * What became of a message. `accepted`: it is safe with us and need not be sent again. `error`: something in it is
 * wrong, and sending the same again will not help. `rejected`: we did not take it in at all.
 */
export type Verdict = 'accepted' | 'error' | 'rejected'

/** MSH-15 and MSH-16 as they were sent. */
export interface Asked {
  readonly accept: string
  readonly application: string
}

/**
 * The codes (MSA-1) by which a message is answered, in the order in which they are sent.
 *
 * *Original mode*, one answer, AA, AE or AR: where MSH-16 is empty. The standard would have a sender that fills MSH-15
 * alone answered CA; Welsh PAS and many others fill it by habit and wait for an AA.
 * *Enhanced mode*: where MSH-16 is filled. First the accept acknowledgement, CA, CE or CR, if MSH-15 asks for one of
 * this outcome; then the application acknowledgement, AA, AE or AR, if MSH-16 does. `AL` asks always, `SU` on success,
 * `ER` on a fault, and `NE`, nothing, or anything else never; so a sender may have asked for no answer at all.
 * Source: HL7 v2.5.1 chapter 2.9 and table 0155.
 */
export function ackCodes(verdict: Verdict, asked: Asked): string[] {
  const outcome = { accepted: 'A', error: 'E', rejected: 'R' }[verdict]
  if (!isEnhanced(asked)) return [`A${outcome}`]
  return [
    ...(wants(asked.accept, verdict) ? [`C${outcome}`] : []),
    ...(wants(asked.application, verdict) ? [`A${outcome}`] : []),
  ]
}

/** Whether the sender tells apart that a message arrived and what became of it. */
export function isEnhanced({ application }: Asked): boolean {
  return application.trim() !== ''
}

function wants(condition: string, verdict: Verdict): boolean {
  const asked = condition.trim().toUpperCase()
  return asked === 'AL' || asked === (verdict === 'accepted' ? 'SU' : 'ER')
}
