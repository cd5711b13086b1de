import type { JSX } from 'preact'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { useAsked } from '../asked.ts'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import type { Choices } from './choices.ts'
import { ReaderList } from './who.tsx'

interface ChoiceFieldProps {
  readonly choices: Choices
  /** The name of the person whose conversation it is. */
  readonly person: string
  readonly id: string
  /** What was chosen so far. */
  readonly value: string | undefined
  readonly error: string | undefined
}

/** In which part something is written, and so everybody who will be able to read it: said before it is sent. */
export function PartRadios({ choices, person, id, value, error }: ChoiceFieldProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Radios
      name="part"
      id={id}
      legend={say('conversation.partAsked')}
      legendSize="s"
      hint={say('conversation.partAskedHint')}
      options={choices.parts.map(({ dataClass, readers }) => ({
        value: dataClass,
        label: say('conversation.partOf', { part: say.code('conversation', `part-${dataClass}`) }),
        hint: <ReaderList readers={readers} person={person} />,
      }))}
      value={value ?? choices.parts[0]?.dataClass}
      error={error}
    />
  )
}

/** Which organisation is to do what is decided, or the person. */
export function DoerSelect({ choices, person, id, value, error }: ChoiceFieldProps): JSX.Element {
  const { say } = useAsked()
  const doers = choices.doers.map(one => ({
    value: one.id,
    label: one.code === THE_PERSON ? person || say('conversation.asPerson') : say.of(one.name),
  }))
  return (
    <Select
      name="doer"
      id={id}
      label={say('conversation.decisionOwner')}
      options={[{ value: '', label: say('conversation.choose') }, ...doers]}
      value={value}
      error={error}
    />
  )
}
