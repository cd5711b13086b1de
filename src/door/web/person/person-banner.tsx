import type { JSX } from 'preact'
import { showNhsNumber } from '#ground/nhs-number.ts'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import { answerKey } from '../active-offer/answer-words.ts'
import { useAsked } from '../asked.ts'
import { EmergencyBar } from '../emergency/emergency-bar.tsx'
import type { PageBanner } from './page-banner.ts'
import { SecondRecords } from './second-records.tsx'

export interface PersonBannerProps {
  readonly banner: PageBanner
  readonly href?: string | undefined
  /** What lets the reader see the record for a few hours, when they opened it in an emergency. */
  readonly emergency?: OpenEmergency | undefined
}

/**
 * Whom the page is about, on every page about one person; nothing of it is ever hidden or cut short.
 * Source: NHS Wales user interface rules (domain.md 2.12).
 */
export function PersonBanner({ banner, href, emergency }: PersonBannerProps): JSX.Element {
  return (
    <>
      <Whom banner={banner} href={href} />
      {emergency && <EmergencyBar open={emergency} />}
    </>
  )
}

function Whom({ banner, href }: Pick<PersonBannerProps, 'banner' | 'href'>): JSX.Element {
  const { say, now } = useAsked()
  const { birthDate, nhsNumber, second = [] } = banner
  return (
    <section class="app-banner" aria-label={say('person.banner')}>
      <p class="app-banner__name">{href === undefined ? banner.name : <a href={href}>{banner.name}</a>}</p>
      {banner.deceased && <p class="app-banner__deceased">{say('person.deceased')}</p>}
      <dl class="app-banner__facts">
        <Fact name={say('person.born')}>
          {birthDate === undefined
            ? say('person.notKnown')
            : say('person.bornAge', { day: say.day(birthDate), age: say.age(birthDate, now) })}
        </Fact>
        <Fact name={say('person.nhsNumber')}>
          <span class="app-digits">{nhsNumber === undefined ? say('person.notKnown') : showNhsNumber(nhsNumber)}</span>
        </Fact>
        {banner.languageAnswer !== undefined ? (
          <Fact name={say('person.language')}>{say.plain(answerKey(banner.languageAnswer))}</Fact>
        ) : (
          banner.language === 'cy' && <Fact name={say('person.language')}>{say('person.speaksWelsh')}</Fact>
        )}
      </dl>
      {banner.opensAboutMe && (
        <p class="app-banner__own">
          <a href={`/people/${banner.personId}/about-me`}>{say('aboutMe.inTheirWords')}</a>
        </p>
      )}
      {second.length > 0 && <SecondRecords records={second} />}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: JSX.Element | string }): JSX.Element {
  return (
    <div class="app-banner__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
