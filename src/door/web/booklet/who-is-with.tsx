import type { JSX } from 'preact'
import type { TeamMember } from '#work/care-team/care-team.ts'
import { Face } from '../person/face.tsx'
import { HeadingInEach, InEach, useChoice } from './in-each.tsx'
import { Pictogram } from './pictogram.tsx'

/** Those who are with the person: their faces, what they do, and how to ring them. Nothing where nobody is shown. */
export function WhoIsWith({ team, personId }: { team: readonly TeamMember[]; personId: string }): JSX.Element | null {
  const { layout } = useChoice()
  if (team.length === 0) return null
  return (
    <section class="booklet-section booklet-section--team">
      <div class="booklet-section__head">
        <Pictogram name="people" />
        <HeadingInEach level={2} words={say => say('careTeam.titleMine')} />
      </div>
      {layout === 'easy' && <InEach>{say => <p class="booklet-explains">{say('booklet.teamEasy')}</p>}</InEach>}
      <ul class="booklet-team">
        {team.map(member => (
          <Member key={member.id} member={member} personId={personId} />
        ))}
      </ul>
    </section>
  )
}

function Member({ member, personId }: { member: TeamMember; personId: string }): JSX.Element {
  const { name, does, team, organisation, phone, photographId, isCoordinator } = member
  const body = team ?? organisation
  return (
    <li class="booklet-member">
      <Face name={name ?? body.cy} photographId={photographId} personId={personId} />
      <div class="booklet-member__who">
        {name !== undefined && <p class="booklet-call__who">{name}</p>}
        <InEach>
          {say => (
            <>
              <p class={name === undefined ? 'booklet-call__who' : undefined}>
                {[does && say.of(does), say.of(body)].filter(part => part !== undefined).join(', ')}
              </p>
              {isCoordinator && <p>{say('careTeam.coordinator')}</p>}
            </>
          )}
        </InEach>
        {phone !== undefined && (
          <p class="booklet-call__number">
            <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
          </p>
        )}
      </div>
    </li>
  )
}
