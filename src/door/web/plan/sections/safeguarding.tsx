import type { JSX } from 'preact'
import { KindSection } from './kind-section.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What a safeguarding enquiry has concluded, for those who may know. The enquiry itself is never in a plan. */
export function Safeguarding({ shown }: SectionProps): JSX.Element {
  return <KindSection shown={shown} kind="safeguarding-conclusion" heading="plan.safeguarding" />
}
