import type { Rule, TypeFacts } from '../definitions/types.ts'
import { holdsByPath } from './by-path.ts'
import { checkNarrative, NARRATIVE_RULE } from './narrative.ts'
import { shortcutOf } from './shortcuts.ts'
import type { Check } from './visit.ts'

/**
 * That a rule of R4 holds of a value of a type. One that is often asked has a shortcut, which answers where it is easy; the
 * expression itself is asked of everything else. A rule holds when the answer is yes: no answer is no.
 */
export function checkOfRule(rule: Rule, type: TypeFacts): Check | undefined {
  const { key, severity, human, expression } = rule
  // Two rules say the same of a narrative.
  if (expression === NARRATIVE_RULE) return key === 'txt-1' ? checkNarrative : undefined
  if (expression === '') return undefined
  const shortcut = shortcutOf(expression)
  const base = baseOf(type)
  return (value, visit) => {
    const holds = shortcut?.(value, visit) ?? holdsByPath(expression, base, value, visit)
    if (!holds) visit.find('brokenRule', `${key}: ${human}`, undefined, severity)
  }
}

/** The type at which an expression begins. A resource says its own; a profile of Quantity is one to the engine. */
export function baseOf({ kind, name, base }: TypeFacts): string | undefined {
  if (kind === 'resource') return undefined
  return base === 'Quantity' && name.endsWith('Quantity') ? base : name
}
