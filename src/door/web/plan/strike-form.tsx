import type { JSX } from 'preact'
import { STRUCK_BECAUSE } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'

export interface StrikeFormProps {
  readonly version: number
  readonly action: string
  /** A form that comes back, of this version or of another. */
  readonly filled: Filled | undefined
}

/** Striking a version through, folded away until it is wanted. What is struck stays readable. */
export function StrikeForm({ version, action, filled: sent }: StrikeFormProps): JSX.Element {
  const say = useSay()
  const own = sent?.form === 'strike' && sent.typed.version === String(version)
  const filled = own ? sent : undefined
  const idOf = (field: string) => (own ? fieldId('strike', field) : `strike-${field}-${version}`)
  return (
    <Details summary={say('plan.strikeTitle')} open={own}>
      <form method="post" action={action} noValidate>
        <p>{say('plan.strikeWhat')}</p>
        <HiddenFields version={version} />
        <Radios
          name="because"
          id={idOf('because')}
          legend={say('plan.strikeBecause')}
          legendSize="s"
          options={STRUCK_BECAUSE.map(because => ({ value: because, label: say.code('plan', `because-${because}`) }))}
          value={filled?.typed.because}
          error={problemOf(say, filled, 'because')}
        />
        <Textarea
          name="why"
          id={idOf('why')}
          label={say('plan.strikeWhy')}
          labelSize="s"
          rows={2}
          value={filled?.typed.why}
          error={problemOf(say, filled, 'why')}
        />
        <Button preventDoubleClick variant="secondary">
          {say('plan.strike')}
        </Button>
      </form>
    </Details>
  )
}
