import type { JSX } from 'preact'
import type { ReadCarePlan } from '#ground/fhir/care-plan/care-plans.ts'
import type { Line } from '#ground/fhir/care-plan/line.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { dayWords, FACT_WORDS, statusWords } from './fact-words.ts'

/** One care plan of somebody else's, in its own words. */
export function CarePlanPart({ plan }: { plan: ReadCarePlan }): JSX.Element {
  const say = useSay()
  const { title, about, by, writtenOn, status, notes } = plan
  const rows = [
    { key: say('otherPlan.about'), value: about },
    { key: say('otherPlan.by'), value: by },
    { key: say('otherPlan.writtenOn'), value: writtenOn && dayWords(say, writtenOn) },
    { key: say('otherPlan.status'), value: status && statusWords(say, status) },
  ]
  const parts = [
    { heading: say('otherPlan.needs'), lines: plan.needs },
    { heading: say('otherPlan.goals'), lines: plan.goals },
    { heading: say('otherPlan.activities'), lines: plan.activities },
    { heading: say('otherPlan.team'), lines: plan.team },
    { heading: say('otherPlan.others'), lines: plan.others },
  ]
  return (
    <section class="app-other-plan">
      <h2 class="nhsuk-heading-l">{title ?? say('otherPlan.nameless')}</h2>
      <SummaryList rows={rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []))} />
      {parts.map(({ heading, lines }) => lines.length > 0 && <Lines key={heading} heading={heading} lines={lines} />)}
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

function Lines({ heading, lines }: { heading: string; lines: readonly Line[] }): JSX.Element {
  return (
    <>
      <h3 class="nhsuk-heading-m">{heading}</h3>
      <ul class="app-other-plan__lines">
        {lines.map((line, place) => (
          <li key={place}>
            <OneLine line={line} />
          </li>
        ))}
      </ul>
    </>
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
