import type { JSX } from 'preact'
import { LEVEL_FOR_CHOICE } from '#work/active-offer/speakers.ts'
import type { TeamMember } from '#work/care-team/care-team.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'
import { Face } from '../person/face.tsx'

/** Somebody who is with the person: their face, what they do, and how to reach them. */
export function MemberCard({ member, personId }: { member: TeamMember; personId: string }): JSX.Element {
  const say = useSay()
  const { name, does, team, organisation, phone, skill, photographId, isCoordinator } = member
  const shown = name ?? (team === undefined ? say.of(organisation) : say.of(team))
  const speaks = skill !== undefined && Math.min(skill.listening, skill.speaking) >= LEVEL_FOR_CHOICE
  return (
    <li class={isCoordinator ? 'app-member app-member--first' : 'app-member'}>
      <Face name={shown} photographId={photographId} personId={personId} />
      <div class="app-member__who">
        {isCoordinator && (
          <p class="app-member__tag">
            <Tag colour="blue">{say('careTeam.coordinator')}</Tag>
          </p>
        )}
        <h2 class="app-member__name nhsuk-heading-m">{shown}</h2>
        {does !== undefined && <p class="app-member__line app-capital">{say.of(does)}</p>}
        <p class="app-member__line">
          {name !== undefined && team !== undefined && <>{say.of(team)}, </>}
          {say.of(organisation)}
        </p>
        {speaks && <p class="app-member__line">{say('careTeam.speaksWelsh')}</p>}
        {phone === undefined ? (
          <p class="app-member__line">{say('careTeam.noPhone')}</p>
        ) : (
          <p class="app-member__line">
            <a href={`tel:${phone.replaceAll(' ', '')}`}>{say('careTeam.ring', { phone })}</a>
          </p>
        )}
      </div>
    </li>
  )
}
