import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { VISIT_KINDS } from '#work/sender/map.ts'
import type { NamedTeam } from '#work/sender/read-senders.ts'
import { useSay } from '../asked.ts'
import { Fieldset } from '../parts/fieldset.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select, type SelectOption } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Typed } from '../typed.ts'
import { linesOf, type MapProblems } from './map-form.ts'
import { teamName } from './map-words.ts'

interface MapFieldsProps {
  readonly typed: Typed
  readonly wrong: MapProblems
  readonly teams: readonly NamedTeam[]
}

/** A map to be filled in, part by part. */
export function MapFields({ typed, wrong, teams }: MapFieldsProps): JSX.Element {
  const say = useSay()
  const problem = (field: string) => {
    const key = wrong.problems[field]
    return key === undefined ? undefined : say.plain(key)
  }
  const wards = [{ value: '', label: say('sender.chooseTeam') }, ...teams.map(teamOption(say))]
  const kinds = VISIT_KINDS.map(kind => ({ value: kind, label: say.code('mapWord', kind) }))
  return (
    <>
      <Lines name="ward" typed={typed} options={wards} problem={problem} />
      <Textarea
        name="authorities"
        rows={3}
        label={say('sender.authorities')}
        labelSize="m"
        hint={say('sender.authoritiesHint')}
        value={typed.authorities}
      />
      <Radios
        name="verified"
        legend={say('sender.verified')}
        legendSize="m"
        hint={say('sender.verifiedHint')}
        inline
        options={[
          { value: 'true', label: say('sender.yes') },
          { value: 'false', label: say('sender.no') },
        ]}
        value={typed.verified ?? 'false'}
      />
      <Lines
        name="kind"
        typed={typed}
        options={[{ value: '', label: say('sender.chooseKind') }, ...kinds]}
        problem={problem}
      />
      <Input
        name="everyMinutes"
        label={say('sender.byDay')}
        width={5}
        inputMode="numeric"
        value={typed.everyMinutes}
        error={problem('everyMinutes')}
      />
      <Input
        name="nightMinutes"
        label={say('sender.byNight')}
        width={5}
        inputMode="numeric"
        value={typed.nightMinutes}
        error={problem('nightMinutes')}
      />
      <Textarea
        name="rest"
        rows={8}
        label={say('sender.rest')}
        labelSize="m"
        hint={say('sender.restHint')}
        class="app-code"
        spellcheck={false}
        value={typed.rest}
        error={problem('rest') && <RestFaults wrong={wrong} />}
      />
    </>
  )
}

/** Exactly where what was written by hand is wrong. */
function RestFaults({ wrong: { faults, notJson } }: { wrong: MapProblems }): JSX.Element {
  const say = useSay()
  if (notJson !== undefined) return <>{say('sender.restNotJson', { fault: notJson })}</>
  return (
    <>
      {say('sender.mapWrong')} {faults.map(({ at, fault }) => `${at}: ${fault}`).join('; ')}
    </>
  )
}

interface LinesProps {
  readonly name: 'ward' | 'kind'
  readonly typed: Typed
  readonly options: readonly SelectOption[]
  problem(field: string): string | undefined
}

/** A table of codes and what each means, with empty lines under it. */
function Lines({ name, typed, options, problem }: LinesProps): JSX.Element {
  const say = useSay()
  return (
    <Fieldset
      legend={say(name === 'ward' ? 'sender.wardsTitle' : 'sender.kindsTitle')}
      legendSize="m"
      describedBy={`${name}-hint`}
    >
      <p class="nhsuk-hint" id={`${name}-hint`}>
        {say(name === 'ward' ? 'sender.wardsHint' : 'sender.kindsHint')}
      </p>
      {linesOf(typed, name).map(({ code, means }, place) => {
        const number = String(place + 1)
        return (
          <div key={place} class="app-code-line">
            <Input
              name={`${name}-${place}-code`}
              label={say(name === 'ward' ? 'sender.wardCode' : 'sender.kindCode', { number })}
              width={10}
              value={code}
              error={problem(`${name}-${place}-code`)}
            />
            <Select
              name={`${name}-${place}-means`}
              label={say(name === 'ward' ? 'sender.wardTeam' : 'sender.kind', { number })}
              options={options}
              value={means}
              error={problem(`${name}-${place}-means`)}
            />
          </div>
        )
      })}
    </Fieldset>
  )
}

function teamOption(say: Say) {
  return (team: NamedTeam): SelectOption => ({ value: team.code, label: teamName(say, team) })
}
