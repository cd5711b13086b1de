import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'
import { type ModelTold, readModels } from '#record/person/model/read-models.ts'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { ModelState } from '../matching/model-state.tsx'
import { certaintyIn, digitsIn } from '../matching/numbers.ts'
import type { WebMeans } from '../means.ts'
import { Table } from '../parts/table.tsx'

/** Every model of matching: which is in force, and which wait to be. No person is in them. */
export function matchingModelsPage(routes: Routes, { store }: WebMeans): void {
  const readers = ['integration-officer', 'records-officer', 'board-member'] as const
  routes.get('/matching/models', { for: readers, does: 'nothing' }, async (request, reply) => {
    const models = await transaction(store, readModels)
    return drawPage(request, reply, <ModelsPage models={models} />)
  })
}

/** What a model is called. */
export function modelName(say: Say, version: number): string {
  return version === 0 ? say('matching.shipped') : say('matching.model', { version })
}

function ModelsPage({ models }: { models: readonly ModelTold[] }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('matching.models')} back={{ href: '/matching', text: say('accuracy.title') }}>
      <h1 class="nhsuk-heading-xl">{say('matching.models')}</h1>
      <p class="nhsuk-lede-text">{say('matching.modelsLede')}</p>
      <Table
        caption={say('matching.models')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('matching.name'), width: 'one-third' },
          { heading: say('matching.state') },
          { heading: say('matching.learntAt') },
          { heading: say('matching.linksFrom'), numeric: true },
          { heading: say('matching.gained'), numeric: true },
          { heading: say('matching.lost'), numeric: true },
        ]}
        rows={models.map(model => ({
          cells: [
            { content: <NamedModel model={model} /> },
            { content: <ModelState model={model} /> },
            model.learnt === undefined ? '–' : say.day(model.learnt.at),
            certaintyIn(say, model.link),
            model.run === undefined ? '–' : digitsIn(say, model.run.gained),
            model.run === undefined ? '–' : digitsIn(say, model.run.lost),
          ],
        }))}
      />
    </Page>
  )
}

function NamedModel({ model: { version, learnt } }: { model: ModelTold }): JSX.Element {
  const say = useSay()
  return (
    <>
      <a href={`/matching/models/${version}`}>{modelName(say, version)}</a>
      {learnt?.madeFrom !== undefined && (
        <>
          <br />
          <span class="nhsuk-hint">{say('matching.madeFrom', { version: learnt.madeFrom })}</span>
        </>
      )}
    </>
  )
}
