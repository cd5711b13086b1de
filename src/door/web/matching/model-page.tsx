import type { JSX } from 'preact'
import type { Model } from '#record/person/matching/model.ts'
import type { DifferenceTold, ModelTold, RunTold } from '#record/person/model/read-models.ts'
import { useSay } from '../asked.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { modelName } from '../pages/matching-models.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Differences } from './differences.tsx'
import { LevelsTables } from './levels-table.tsx'
import { ProposeForm, type Sent, SignForm, ThresholdForm } from './model-forms.tsx'
import { ModelHistory } from './model-history.tsx'
import { ModelState } from './model-state.tsx'
import { certaintyIn, digitsIn } from './numbers.ts'
import { ThresholdsTable } from './thresholds-table.tsx'

export interface ModelPageProps {
  readonly told: ModelTold
  readonly model: Model
  readonly inForce: Model
  readonly differences: readonly DifferenceTold[]
  readonly reader: { readonly accountId: string; readonly mayPropose: boolean }
  readonly sent: Sent | undefined
  readonly isDone: boolean
}

/** One model: where it comes from, what it would do, what it weighs, and the forms of those who decide. */
export function ModelPage({ told, model, inForce, differences, reader, sent, isDone }: ModelPageProps): JSX.Element {
  const say = useSay()
  const title = modelName(say, told.version)
  const problems = listedProblems(say, sent?.problems ?? {})
  return (
    <Page title={title} problems={problems} back={{ href: '/matching/models', text: say('matching.backToModels') }}>
      {isDone && problems.length === 0 && <NotificationBanner success message={say('matching.done')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <ModelFacts told={told} />
      {told.isInForce && told.version > 0 && <InsetText>{say('matching.relink')}</InsetText>}
      {told.run && <RunFacts run={told.run} />}
      {told.run && <ThresholdsTable offered={told.run.atThresholds} link={told.link} />}
      {told.run && <p class="nhsuk-hint">{say('matching.thresholdsHow')}</p>}
      <WhatNext told={told} reader={reader} sent={sent} />
      {told.learnt && reader.mayPropose && (
        <ThresholdForm action={`/matching/models/${told.version}`} sent={sent} link={told.link} />
      )}
      {told.run && <Differences differences={differences} />}
      <LevelsTables model={model} before={told.isInForce ? undefined : inForce} />
      <ModelHistory model={told} />
    </Page>
  )
}

function ModelFacts({ told }: { told: ModelTold }): JSX.Element {
  const say = useSay()
  const { learnt } = told
  const rows = [
    { key: say('matching.state'), value: <ModelState model={told} /> },
    { key: say('matching.linksFrom'), value: say('matching.certain', { percent: certaintyIn(say, told.link) }) },
    ...(learnt === undefined
      ? []
      : [
          { key: say('matching.learntAt'), value: say.moment(learnt.at) },
          {
            key: say('matching.learntBy'),
            value: learnt.by === 'program' ? say('matching.learntByProgram') : learnt.by,
          },
          { key: say('matching.fromRecords'), value: digitsIn(say, learnt.records) },
          { key: say('matching.fromPairs'), value: digitsIn(say, learnt.pairs) },
          { key: say('matching.fingerprint'), value: <code class="app-fingerprint">{learnt.fingerprint}</code> },
        ]),
  ]
  return (
    <>
      {learnt === undefined && <p class="nhsuk-lede-text">{say('matching.shippedHow')}</p>}
      <SummaryList rows={rows} />
    </>
  )
}

function RunFacts({ run }: { run: RunTold }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('matching.wouldDo')}</h2>
      <p>{say('matching.wouldDoHow')}</p>
      <SummaryList
        rows={[
          { key: say('matching.kept'), value: digitsIn(say, run.kept) },
          { key: say('matching.gained'), value: digitsIn(say, run.gained) },
          { key: say('matching.lost'), value: digitsIn(say, run.lost) },
          { key: say('matching.asked'), value: digitsIn(say, run.asked) },
          { key: say('matching.triedAt'), value: say.moment(run.at) },
          { key: say('matching.triedRecords'), value: digitsIn(say, run.records) },
        ]}
      />
    </>
  )
}

/** What the reader can do about it now. */
function WhatNext({ told, reader, sent }: Pick<ModelPageProps, 'told' | 'reader' | 'sent'>): JSX.Element | null {
  const say = useSay()
  const action = `/matching/models/${told.version}`
  const waiting = told.proposals.find(({ second }) => second === undefined)
  if (waiting !== undefined) {
    if (waiting.byAccount === reader.accountId) return <InsetText>{say('matching.ownForward')}</InsetText>
    return <SignForm action={action} sent={sent} proposalId={waiting.id} />
  }
  if (told.isInForce) return null
  if (told.run === undefined && told.version > 0) return <InsetText>{say('matching.notTriedHow')}</InsetText>
  return reader.mayPropose ? <ProposeForm action={action} sent={sent} /> : null
}
