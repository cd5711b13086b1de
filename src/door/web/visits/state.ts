import type { Hold } from '#work/notice/visits/visit.ts'

/** The key of the words for how a visit that has not been made stands. */
export function stateOf(hold: Hold | undefined) {
  if (hold === undefined) return 'visits.planned'
  if (hold.answer?.goesAhead) return 'visits.goesAhead'
  if (hold.because === 'died') return 'visits.stopped'
  return hold.because === 'in-hospital' ? 'visits.heldInHospital' : 'visits.held'
}
