import type { JSX } from 'preact'
import { KindSection } from './kind-section.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What is being done about the home: adaptations, repairs, the tenancy. */
export function Home({ shown }: SectionProps): JSX.Element {
  return <KindSection shown={shown} kind="home" heading="plan.homeWorks" />
}
