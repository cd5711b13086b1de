import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { LanguageAnswer } from '#record/chart/language-answer.ts'
import { LEVEL_FOR_CHOICE, LEVEL_FOR_NEED, type Speaker } from '#work/active-offer/speakers.ts'
import { useSay } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** Who cares for somebody and how much Welsh each knows, with a warning where nobody knows enough. */
export function SpeakersList(props: { speakers: readonly Speaker[]; answer: LanguageAnswer | undefined }): JSX.Element {
  const say = useSay()
  const { speakers, answer } = props
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('activeOffer.speakers')}</h2>
      {answer?.spoken === 'cy' && !speakers.some(one => speaksEnough(one, answer)) && (
        <WarningCallout heading={say('activeOffer.unmetCount')} headingLevel={3}>
          <p>{say('activeOffer.unmet')}</p>
        </WarningCallout>
      )}
      {speakers.length === 0 ? (
        <p>{say('activeOffer.speakersNone')}</p>
      ) : (
        <ul class="app-speakers">
          {speakers.map(speaker => (
            <li key={speaker.accountId}>
              <strong>{speaker.name}</strong>, {say.code('role', speaker.role)}
              <br />
              {factOf(say, speaker)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function speaksEnough({ skill }: Speaker, { isNeed }: LanguageAnswer): boolean {
  return (
    skill !== undefined && Math.min(skill.listening, skill.speaking) >= (isNeed ? LEVEL_FOR_NEED : LEVEL_FOR_CHOICE)
  )
}

function factOf(say: Say, { skill, organisation }: Speaker): string {
  const body = say.of(organisation)
  return skill === undefined
    ? say('activeOffer.speakerUnknown', { organisation: body })
    : say('activeOffer.speakerFact', { organisation: body, ...skill })
}
