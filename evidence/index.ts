import { cuts } from './cuts/cuts.ts'
import { decisionEquality } from './decision-equality.ts'
import { decisionReplay } from './decision-replay.ts'
import type { Evidence } from './evidence.ts'
import { hostileInput } from './hostile-input/hostile-input.ts'
import { identityUndo } from './identity-undo/identity-undo.ts'
import { kill } from './kill/kill.ts'
import { noninterference } from './noninterference/noninterference.ts'
import { planConcurrency } from './plan-concurrency/plan-concurrency.ts'
import { powerLoss } from './power-loss/power-loss.ts'
import { revocation } from './revocation/revocation.ts'
import { routes } from './routes/routes.ts'
import { searchMetamorphic } from './search-metamorphic/search-metamorphic.ts'
import { tamper } from './tamper/tamper.ts'

/** Every claim that can be tried, by the name it is asked for. A new one is one file and one line here. */
export const EVIDENCE: Readonly<Record<string, Evidence>> = {
  cuts,
  'decision-equality': decisionEquality,
  'decision-replay': decisionReplay,
  'hostile-input': hostileInput,
  'identity-undo': identityUndo,
  kill,
  noninterference,
  'plan-concurrency': planConcurrency,
  'power-loss': powerLoss,
  revocation,
  routes,
  'search-metamorphic': searchMetamorphic,
  tamper,
}
