import type { JSX } from 'preact'
import type { Because } from '#record/sharing/because.ts'
import type { CitedClause, TrailEntry } from '#record/sharing/trail/entry.ts'
import { useSay } from '../asked.ts'

/** What allowed a look: each clause in its own words, the person's own choice, or whose the information is. */
export function LookReasons({ entry: { clauses, released } }: { entry: TrailEntry }): JSX.Element {
  const say = useSay()
  const others = new Set(released.flatMap(({ because: { kind } }) => (kind === 'clause' ? [] : [kind])))
  return (
    <>
      {clauses.map(clause => (
        <Clause key={`${clause.hash} ${clause.number}`} clause={clause} />
      ))}
      {released.some(({ because }) => because.kind === 'clause' && because.overrode) && <p>{say('looks.overrode')}</p>}
      {[...others].map(kind => (
        <p key={kind}>{say(OTHERS[kind])}</p>
      ))}
    </>
  )
}

const OTHERS = {
  own: 'looks.own',
  wish: 'looks.wish',
  representative: 'looks.representative',
  emergency: 'looks.emergency',
  contributor: 'looks.contributor',
} as const satisfies Record<Exclude<Because['kind'], 'clause'>, string>

function Clause({ clause: { agreement, hash, number, words } }: { clause: CitedClause }): JSX.Element {
  const say = useSay()
  return (
    <div class="app-look__clause">
      <p>{say.of(words)}</p>
      <p>
        <a href={`/agreements/${hash}#clause-${number}`}>
          {say('looks.clause', { number, agreement: say.of(agreement) })}
        </a>
      </p>
    </div>
  )
}
