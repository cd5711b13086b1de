import type { JSX } from 'preact'
import { KindSection } from './kind-section.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What a direct payment is for, and who looks after it. */
export function Money({ shown }: SectionProps): JSX.Element {
  return <KindSection shown={shown} kind="direct-payment" heading="plan.money" />
}
