import type { JSX } from 'preact'
import type { Because } from '#record/sharing/because.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { MayBeShown, WhoMaySee } from '#record/sharing/wish/who-may-see.ts'
import { useSay } from '../asked.ts'

/** Why somebody may see a class: each clause in its own words, or the person's own choice, or an office. */
export function Reasons({ because, sharing }: { because: readonly Because[]; sharing: WhoMaySee }): JSX.Element {
  const say = useSay()
  return (
    <>
      {because.map(one => (
        <Reason key={JSON.stringify(one)} because={one} sharing={sharing} />
      ))}
      {because.some(one => one.kind === 'clause' && one.overrode) && (
        <p>
          <strong>{say('looks.overrode')}</strong>
        </p>
      )}
    </>
  )
}

function Reason({ because, sharing }: { because: Because; sharing: WhoMaySee }): JSX.Element {
  const say = useSay()
  if (because.kind !== 'clause') return <p>{say(OTHERS[because.kind])}</p>
  const { agreement, hash, clause } = because
  const cited = sharing.clauses.get(`${hash} ${clause}`)
  return (
    <>
      {cited && <p>{say.of(cited.words)}</p>}
      <p>
        <a href={`/agreements/${hash}#clause-${clause}`}>
          {say('sharing.clause', {
            number: clause,
            agreement: cited === undefined ? agreement : say.of(cited.agreement),
          })}
        </a>
      </p>
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

/** Why somebody may not see a class, by what comes nearest to letting them. */
export function WhyClosed({ line, dataClass }: { line: MayBeShown; dataClass: DataClass }): JSX.Element {
  const say = useSay()
  return (
    <>
      {(line.closes.get(dataClass) ?? []).map(failure => (
        <p key={failure}>{say.code('check', failure)}</p>
      ))}
    </>
  )
}
