import { type HandOnProblem, handOnReferral } from '#door/feeds/hand-on.ts'
import { classFor, type KeepAboutProblem, keep, keepAbout } from '#door/feeds/keep-about.ts'
import type { Told } from '#door/feeds/told.ts'
import type { Tx } from '#ground/db/store.ts'
import type { RefEvent } from '#ground/hl7/ref-event.ts'
import type { Outcome } from '#ground/outcome.ts'
import { referralAfter } from './service-request.ts'

/** Keeps a referral, made, changed or cancelled, and asks the team it is to. */
export function applyRef(tx: Tx, told: Told<RefEvent>): Promise<Outcome<undefined, KeepAboutProblem | HandOnProblem>> {
  return keepAbout(tx, told, async about => {
    const { event } = told
    const { number, asked, type, reasons, diagnoses, to, from } = event.referral
    const coded = [asked, type, ...reasons, ...diagnoses].flatMap(one => [one?.code, one?.other?.code])
    const codes = [...coded, to?.code, from?.code, event.visit?.specialty?.code, event.visit?.location?.ward]
    const rules = about.sender.classes.referrals
    const thing = { type: 'ServiceRequest', businessKey: `referral/${number.value}`, rules, codes } as const
    const dataClass = await classFor(about, thing)
    if (!dataClass.ok) return dataClass
    const written = await keep(about, { ...thing, dataClass: dataClass.value }, event.saidAt.at, held =>
      referralAfter(held, event, about.subject, about.naming),
    )
    return handOnReferral(about, thing.businessKey, written.now)
  })
}
