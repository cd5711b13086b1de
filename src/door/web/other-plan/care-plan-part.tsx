import type { JSX } from 'preact'
import type { ReadCarePlan } from '#ground/fhir/care-plan/care-plans.ts'
import type { Line } from '#ground/fhir/care-plan/line.ts'
import type { TakenPart } from '#work/other-plan/other-plan.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { dayWords, FACT_WORDS, statusWords } from './fact-words.ts'

/** How one thing of a plan is taken over, where the reader may. */
export interface TakingOver {
  readonly action: string
  readonly isOwn: boolean
  /** Which of the plans in the file. */
  readonly plan: number
}

/** One care plan of somebody else's, in its own words. */
export function CarePlanPart({ plan, taking }: { plan: ReadCarePlan; taking: TakingOver | undefined }): JSX.Element {
  const say = useSay()
  const { title, about, by, writtenOn, status, notes } = plan
  const rows = [
    { key: say('otherPlan.about'), value: about },
    { key: say('otherPlan.by'), value: by },
    { key: say('otherPlan.writtenOn'), value: writtenOn && dayWords(say, writtenOn) },
    { key: say('otherPlan.status'), value: status && statusWords(say, status) },
  ]
  const parts: { heading: string; lines: readonly Line[]; part: TakenPart | undefined }[] = [
    { heading: say('otherPlan.needs'), lines: plan.needs, part: 'needs' },
    { heading: say('otherPlan.goals'), lines: plan.goals, part: 'goals' },
    { heading: say('otherPlan.activities'), lines: plan.activities, part: 'activities' },
    { heading: say('otherPlan.team'), lines: plan.team, part: undefined },
    { heading: say('otherPlan.others'), lines: plan.others, part: undefined },
  ]
  return (
    <section class="app-other-plan">
      <h2 class="nhsuk-heading-l">{title ?? say('otherPlan.nameless')}</h2>
      <SummaryList rows={rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []))} />
      {parts.map(
        ({ heading, lines, part }) =>
          lines.length > 0 && <Lines key={heading} heading={heading} lines={lines} part={part} taking={taking} />,
      )}
      {notes.length > 0 && (
        <>
          <h3 class="nhsuk-heading-m">{say('otherPlan.notes')}</h3>
          {notes.map(note => (
            <p key={note} class="app-other-plan__words">
              {note}
            </p>
          ))}
        </>
      )}
    </section>
  )
}

interface LinesProps {
  readonly heading: string
  readonly lines: readonly Line[]
  readonly part: TakenPart | undefined
  readonly taking: TakingOver | undefined
}

function Lines({ heading, lines, part, taking }: LinesProps): JSX.Element {
  return (
    <>
      <h3 class="nhsuk-heading-m">{heading}</h3>
      <ul class="app-other-plan__lines">
        {lines.map((line, place) => (
          <li key={place}>
            <OneLine line={line} />
            {taking && part && line.words !== '' && (
              <TakeForm {...taking} part={part} line={place} words={line.words} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface TakeFormProps extends TakingOver {
  readonly part: TakenPart
  readonly line: number
  readonly words: string
}

function TakeForm({ action, isOwn, plan, part, line, words }: TakeFormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="line" value={line} />
      <Button variant="secondary" small preventDoubleClick>
        {say(isOwn ? 'otherPlan.take' : 'otherPlan.offer')}
        <Hidden> {words}</Hidden>
      </Button>
    </form>
  )
}

function OneLine({ line: { words, language, facts } }: { line: Line }): JSX.Element {
  const say = useSay()
  return (
    <>
      {words !== '' && (
        <p class="app-other-plan__words" lang={language}>
          {words}
        </p>
      )}
      {facts.length > 0 && (
        <dl class="app-facts">
          {facts.map(({ name, value }, place) => (
            <div key={place}>
              <dt>{say.plain(FACT_WORDS[name])}</dt>
              <dd>{name === 'status' || name === 'progress' ? statusWords(say, value) : dayWords(say, value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
