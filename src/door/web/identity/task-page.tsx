import type { JSX } from 'preact'
import type { OpenRecord } from '#record/chart/source-records.ts'
import type { ComparedPair, ComparedTask } from '#work/identity/read-task.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Tag } from '../parts/tag.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { DecisionHistory } from './decision-history.tsx'
import { ExposureList } from './exposure-list.tsx'
import { DecisionForm, SecondForm, type Sent } from './forms.tsx'
import { reviewReasonIn } from './reason.ts'
import { Scale } from './scale.tsx'
import { SideBySide } from './side-by-side.tsx'

/** A record and those it may belong with, one under another. */
export function TaskPage({ task, sent }: { task: ComparedTask; sent: Sent | undefined }): JSX.Element {
  const { say, path } = useAsked()
  const base = path.split(/[?#]|\/(?:pairs|decisions)\//)[0] ?? path
  const problems = sent === undefined ? [] : listedProblems(say, atForm(sent))
  const isOpen = task.record !== undefined
  return (
    <Page
      title={say('identity.taskTitle')}
      problems={problems}
      back={{ href: '/identity', text: say('identity.back') }}
    >
      <h1 class="nhsuk-heading-xl">{say('identity.taskTitle')}</h1>
      <p>
        {reviewReasonIn(say, task.reason)} {say('identity.dueBy', { moment: say.moment(task.dueAt) })}{' '}
        {task.isLate && <Tag colour="red">{say('identity.late')}</Tag>}
      </p>
      {task.takenBy !== undefined && <p>{say('identity.takenBy', { name: task.takenBy })}</p>}
      {!isOpen && <TakeFirst action={`${base}/take`} waits={task.pairs.some(({ isWaiting }) => isWaiting)} />}
      {task.pairs.map((pair, at) => (
        <Pair key={pair.candidateId} base={base} task={task} pair={pair} number={at + 1} sent={sent} />
      ))}
    </Page>
  )
}

/** The names of the fields as they stand in the form that was sent, so that a problem leads to its field. */
function atForm({ form, problems }: Sent): Sent['problems'] {
  return Object.fromEntries(
    Object.entries(problems).map(([field, key]) => [field === 'form' ? field : `${field}-${form}`, key]),
  )
}

function TakeFirst({ action, waits }: { action: string; waits: boolean }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <InsetText>{say(waits ? 'identity.takeFirst' : 'identity.isOver')}</InsetText>
      <form method="post" action={action}>
        <Button variant={waits ? undefined : 'secondary'} preventDoubleClick>
          {say(waits ? 'identity.take' : 'identity.lookAgain')}
        </Button>
      </form>
    </>
  )
}

interface PairProps {
  readonly base: string
  readonly task: ComparedTask
  readonly pair: ComparedPair
  readonly number: number
  readonly sent: Sent | undefined
}

function Pair({ base, task, pair, number, sent }: PairProps): JSX.Element {
  const { say } = useAsked()
  const { record: other } = pair
  const explanation = pair.weighed
  const heading =
    task.pairs.length === 1 ? say('identity.pair') : say('identity.pairNumber', { number, count: task.pairs.length })
  return (
    <section class="app-pair" aria-labelledby={`pair-${pair.candidateId}`}>
      <h2 class="nhsuk-heading-l" id={`pair-${pair.candidateId}`}>
        {heading}
      </h2>
      {pair.reason !== task.reason && <p>{reviewReasonIn(say, pair.reason)}</p>}
      {task.record !== undefined && other !== undefined && (
        <>
          {explanation !== undefined && (
            <Scale probability={explanation.probability} otherwise={explanation.otherwise} />
          )}
          {pair.doubt !== undefined && <SaidDoubt doubt={pair.doubt} />}
          <SideBySide one={task.record} other={other} explanation={explanation} />
          <JoinedWith records={[task.record, other]} />
        </>
      )}
      {explanation !== undefined && explanation.guards.length > 0 && (
        <WarningCallout heading={say('identity.guards')}>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {explanation.guards.map(guard => (
              <li key={guard}>{say.code('identityGuard', guard)}</li>
            ))}
          </ul>
        </WarningCallout>
      )}
      {task.record !== undefined && other !== undefined && pair.isWaiting && (
        <ToDecide base={base} pair={pair} sent={sent} />
      )}
      <DecisionHistory decisions={pair.decisions} base={base} sent={sent} />
    </section>
  )
}

function SaidDoubt({ doubt }: { doubt: NonNullable<ComparedPair['doubt']> }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h3 class="nhsuk-heading-m">{say('identity.doubtSaid')}</h3>
      <blockquote class="app-words-said" lang={doubt.language}>
        {doubt.words}
      </blockquote>
      <p>{say('identity.byAt', { name: doubt.by, moment: say.moment(doubt.at) })}</p>
    </>
  )
}

/** From each of the two to everything that is joined with it, and who joined it. */
function JoinedWith({ records }: { records: readonly OpenRecord[] }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h3 class="nhsuk-heading-s">{say('identity.joinedWith')}</h3>
      <ul class="nhsuk-list">
        {records.map(({ id, personId, organisation }) => (
          <li key={id}>
            <a href={`/people/${personId}/records`}>{say.of(organisation)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function ToDecide({ base, pair, sent }: Pick<PairProps, 'base' | 'pair' | 'sent'>): JSX.Element {
  const { say, visitor } = useAsked()
  const pending = pair.decisions.find(({ id }) => id === pair.pendingDecisionId)
  return (
    <>
      {!pair.isDoubt && <ExposureList exposure={pair.exposure} />}
      {pair.risks.length > 0 && (
        <InsetText>
          <p>{say('identity.needsTwo')}</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {pair.risks.map(risk => (
              <li key={risk}>{say.code('identity', `risk-${risk}`)}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {pending === undefined ? (
        <DecisionForm
          action={`${base}/pairs/${pair.candidateId}`}
          id={pair.candidateId}
          isDoubt={pair.isDoubt}
          sent={sent}
        />
      ) : pending.byAccount === visitor?.accountId ? (
        <p>{say('identity.waitsForAnother')}</p>
      ) : (
        <SecondForm action={`${base}/decisions/${pending.id}/second`} id={pending.id} sent={sent} />
      )}
    </>
  )
}
