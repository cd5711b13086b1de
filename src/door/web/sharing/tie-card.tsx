import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { sayableSource } from '#record/sharing/relationship/sources.ts'
import type { TieOfPerson } from '#record/sharing/relationship/ties-of-person.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { nameOf, Standing } from './who.tsx'

/** Somebody who has to do with the person: who, why, since when, how that is known, until when; and a way to decide. */
export function TieCard({ line, page }: { line: MayBeShown; page: string }): JSX.Element {
  const say = useSay()
  const name = nameOf(say, line)
  return (
    <Card heading={name} headingLevel={3} headingSize="s">
      <Standing line={line} />
      {line.ties.map(tie => (
        <dl key={tie.id} class="app-notice__facts">
          {factsOf(say, tie).map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ))}
      {line.office && <p>{say('sharing.office')}</p>}
      <ul class="app-ways">
        {WAYS.map(({ kind, says }) => (
          <li key={kind}>
            <a href={`${page}/wish?kind=${kind}&line=${line.key}`}>
              {say(says)}
              <Hidden> ({name})</Hidden>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const WAYS = [
  { kind: 'refuse', says: 'sharing.seeLess' },
  { kind: 'allow', says: 'sharing.seeMore' },
] as const

function factsOf(say: Say, tie: TieOfPerson) {
  return [
    { key: say('sharing.tie'), value: say.code('tieKind', tie.kind) },
    { key: say('sharing.since'), value: say.day(tie.since) },
    ...(tie.until === undefined ? [] : [{ key: say('sharing.until'), value: say.moment(tie.until) }]),
    { key: say('sharing.source'), value: say.code('tieSource', sayableSource(tie.source)) },
  ]
}
