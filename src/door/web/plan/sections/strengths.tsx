import type { JSX } from 'preact'
import { KindSection } from './kind-section.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What the person is good at, and who and what they can count on. */
export function Strengths({ shown }: SectionProps): JSX.Element {
  return <KindSection shown={shown} kind="strength" heading={shown.isOwn ? 'plan.strengthsMine' : 'plan.strengths'} />
}
