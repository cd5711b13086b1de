import type { JSX } from 'preact'
import type { CeilingTask, Counted } from '#work/partnership/ceiling-tasks.ts'
import { useSay } from '../asked.ts'
import { figureIn } from '../partnership/figure-words.ts'
import { Table } from '../parts/table.tsx'

/** What no clause opened, counted: by job, by kind of information, by what was missing. Nobody is in it. */
export function CeilingFigures({ task }: { task: CeilingTask }): JSX.Element {
  const say = useSay()
  const ties = named(task.relationships, code => say.code('relationship', code))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('emergencyCeiling.lacking')}</h2>
      <p>{say('emergencyCeiling.lackingWhat')}</p>
      <Figures
        caption={say('emergencyCeiling.roles')}
        heading={say('emergencyCeiling.job')}
        counts={named(task.roles, code => say.code('role', code))}
      />
      <Figures
        caption={say('emergencyCeiling.classes')}
        heading={say('emergencyCeiling.kind')}
        counts={named(task.classes, code => say.code('dataClass', code))}
      />
      <Figures
        caption={say('emergencyCeiling.failed')}
        heading={say('emergencyCeiling.missing')}
        counts={named(task.failed, code => say.code('lack', code))}
      />
      {ties.length > 0 && (
        <Figures caption={say('emergencyCeiling.relationships')} heading={say('emergencyCeiling.tie')} counts={ties} />
      )}
    </>
  )
}

function named<Code extends string>(counts: readonly Counted<Code>[], name: (code: Code) => string): Counted<string>[] {
  return counts.map(({ code, emergencies }) => ({ code: name(code), emergencies }))
}

function Figures(props: { caption: string; heading: string; counts: readonly Counted<string>[] }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={props.caption}
      captionSize="m"
      firstCellIsHeader
      columns={[{ heading: props.heading }, { heading: say('emergencyCeiling.emergencies'), numeric: true }]}
      rows={props.counts.map(({ code, emergencies }) => ({ cells: [code, figureIn(say, emergencies)] }))}
    />
  )
}
