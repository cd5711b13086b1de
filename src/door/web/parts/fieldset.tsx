import type { ComponentChildren, JSX } from 'preact'
import type { HeadingLevel } from './heading.tsx'
import type { LabelSize } from './label.tsx'
import { Legend } from './legend.tsx'
import { spaced } from './spaced.ts'

/** How the question of a group of fields is put. */
export interface QuestionProps {
  readonly legend: ComponentChildren
  readonly legendSize?: LabelSize | undefined
  readonly legendHeading?: HeadingLevel | undefined
  readonly legendCaption?: ComponentChildren
  readonly legendId?: string | undefined
  readonly legendClass?: string | undefined
}

export interface FieldsetProps extends QuestionProps {
  readonly role?: 'group' | undefined
  readonly describedBy?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** Fields that answer one question together, such as the lines of an address. */
export function Fieldset({ describedBy, role, ...props }: FieldsetProps): JSX.Element {
  return (
    <fieldset id={props.id} class={spaced('nhsuk-fieldset', props.class)} role={role} aria-describedby={describedBy}>
      <Legend
        size={props.legendSize}
        heading={props.legendHeading}
        caption={props.legendCaption}
        id={props.legendId}
        class={props.legendClass}
      >
        {props.legend}
      </Legend>
      {props.children}
    </fieldset>
  )
}
