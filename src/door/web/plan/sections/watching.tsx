import type { JSX } from 'preact'
import { KindSection } from './kind-section.tsx'
import type { SectionProps } from './shown-plan.ts'

/** How it is seen whether the plan works: who looks at what, and how often. */
export function Watching({ shown }: SectionProps): JSX.Element {
  return <KindSection shown={shown} kind="monitoring" heading="plan.watching" />
}
