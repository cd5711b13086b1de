import assert from 'node:assert/strict'
import { transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, type Ground } from '#test/kit.ts'
import { type AskedEmergency, type EmergencyProblem, type OpenedEmergency, openEmergency } from './open.ts'

/** People of the region as somebody at a bedside knows them: by a wristband. */
export const WRISTBANDS = {
  'owen-griffiths': { nhsNumber: '9990004331', birthDate: '1958-01-29' },
  'rhiannon-vaughan': { nhsNumber: '9990014701', birthDate: '1991-10-14' },
  'cadi-prydderch': { nhsNumber: '9990036179', birthDate: '2003-03-08' },
  'mair-pritchard': { nhsNumber: '9990000042', birthDate: '1942-03-17' },
} as const

export type Wristband = keyof typeof WRISTBANDS

/** What a ward nurse writes at three in the morning. */
export const WORDS = 'Brought in by ambulance with no notes, barely conscious and breathing badly.'
export const SENSITIVE_WORDS = 'Her pupils are pinpoint: I must know which medicines and drugs she takes.'

type Changed = Partial<Omit<AskedEmergency, 'nhsNumber'>> & { readonly nhsNumber?: string }

/** Opens somebody's record in an emergency, for the worker of a key or for an actor. What is changed replaces the usual. */
export function opens(
  here: Pick<Ground, 'store' | 'chance'>,
  who: string | WorkerActor,
  person: Wristband,
  changed: Changed = {},
): Promise<Outcome<OpenedEmergency, EmergencyProblem>> {
  const { nhsNumber = WRISTBANDS[person].nhsNumber, ...rest } = changed
  const asked: AskedEmergency = {
    id: here.chance.id(),
    birthDate: WRISTBANDS[person].birthDate,
    category: 'life',
    words: WORDS,
    sensitive: [],
    sensitiveWords: '',
    ...rest,
    nhsNumber: parseNhsNumber(nhsNumber) ?? assert.fail(nhsNumber),
  }
  const actor = typeof who === 'string' ? workerOf(who) : who
  return transactionInTurn(here.store, tx => openEmergency(tx, actor, asked))
}

/** The same, where nothing should stand in its way. */
export async function opened(...asked: Parameters<typeof opens>): Promise<OpenedEmergency> {
  const outcome = await opens(...asked)
  assert(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

export function workerOf(key: string): WorkerActor {
  const actor = actorOf(key)
  assert(actor.kind === 'worker', key)
  return actor
}
