import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import type { Finding } from '#record/sharing/representative/read-acting.ts'
import type { Contact } from '#work/assessment/contact/contact.ts'
import { type Assessment, type Determination, ELEMENTS } from '#work/assessment/statutory/assessment.ts'
import type { WhatMatters } from '#work/assessment/what-matters/what-matters.ts'
import { useSay } from '../asked.ts'
import { AssessmentStatus } from './assessment-status.tsx'
import { Told } from './record-parts.tsx'

/** What a contact says. */
export function ContactBody({ contact, own }: { contact: Contact; own: string }): JSX.Element {
  const say = useSay()
  const { fromWhom, fromName, way, about, whatNext, nextStep, language } = contact
  const who = say.code('assessment', `from-${fromWhom}`)
  return (
    <>
      <Told name={say('assessment.fromWhom')}>{fromName === undefined ? who : `${who}: ${fromName}`}</Told>
      <Told name={say('assessment.way')}>{say.code('assessment', `way-${way}`)}</Told>
      <Told name={say('assessment.about')} language={language}>
        {about}
      </Told>
      <Told name={say('assessment.nextAsked')}>{say.code('assessment', `next-${nextStep}`)}</Told>
      <Told name={say('assessment.whatNext')} language={language}>
        {whatNext}
      </Told>
      <BegunWith assessmentId={contact.assessmentId} own={own} />
    </>
  )
}

/** What was said in a conversation, the person's own words first. */
export function WhatMattersBody(props: { talk: WhatMatters; own: string; isOwn: boolean }): JSX.Element {
  const say = useSay()
  const { words, wordsLanguage, tookPart, heldIn, heldOn, cameOfIt, language, assessmentId } = props.talk
  return (
    <>
      <section class="app-own-words" aria-labelledby="their-words">
        <h2 class="nhsuk-heading-m" id="their-words">
          {say(props.isOwn ? 'assessment.wordsMine' : 'assessment.words')}
        </h2>
        <blockquote class="app-own-words__words" lang={wordsLanguage}>
          {words}
        </blockquote>
      </section>
      <p>{say('assessment.heldOn', { day: say.day(heldOn) })}</p>
      <Told name={say('assessment.tookPart')}>{tookPart}</Told>
      <Told name={say('assessment.heldIn')}>{say.code('assessment', `held-in-${heldIn}`)}</Told>
      <Told name={say('assessment.cameOfIt')} language={language}>
        {cameOfIt}
      </Told>
      <BegunWith assessmentId={assessmentId} own={props.own} />
    </>
  )
}

function BegunWith({ assessmentId, own }: { assessmentId: string | undefined; own: string }): JSX.Element | null {
  const say = useSay()
  if (assessmentId === undefined) return null
  return (
    <p>
      {say('assessment.needAppeared')}{' '}
      <a href={`${own}/assessments/${assessmentId}`}>{say('assessment.toAssessment')}</a>
    </p>
  )
}

/** What an assessment says: how far it has come, its five elements, capacity and advocate, and each determination. */
export function AssessmentBody(props: { assessment: Assessment; findings: readonly Finding[] }): JSX.Element {
  const say = useSay()
  const { assessment, findings } = props
  const { written, determinations, subject } = assessment
  const finding = findings.find(({ id }) => id === written?.capacityFindingId)
  return (
    <>
      <Clock assessment={assessment} />
      <Told name={say('assessment.subject')}>{say.code('assessment', `subject-${subject}`)}</Told>
      <Told name={say('assessment.coOrdinator')}>{written?.coOrdinator}</Told>
      {ELEMENTS.map(element => (
        <Told key={element} name={say.code('assessment', `element-${element}`)} language={written?.language}>
          {written?.[element]}
        </Told>
      ))}
      <Told name={say('assessment.capacity')} language={written?.language}>
        {written?.capacity}
      </Told>
      {finding !== undefined && (
        <Told name={say('assessment.capacityFinding')}>
          {say('assessment.findingSays', {
            decision: say.code('capacityDecision', finding.decision),
            day: say.day(dayOf(finding.foundAt)),
          })}
        </Told>
      )}
      <Told name={say('assessment.advocate')} language={written?.language}>
        {written?.advocate}
      </Told>
      {written !== undefined && (
        <Told name={say('assessment.heldIn')}>{say.code('assessment', `held-in-${written.heldIn}`)}</Told>
      )}
      <h2 class="nhsuk-heading-m">{say('assessment.eligibility')}</h2>
      {determinations.length === 0 && <p>{say('assessment.notWritten')}</p>}
      {determinations.map(one => (
        <DeterminationCard key={one.id} determination={one} />
      ))}
    </>
  )
}

/** Until when, and on whom it waits; or how it ended. */
export function Clock({ assessment }: { assessment: Assessment }): JSX.Element {
  const say = useSay()
  const { end, dueOn, isLate, team, organisation } = assessment
  const due = { day: say.day(dueOn) }
  return (
    <div class={isLate ? 'app-clock app-clock--late' : 'app-clock'}>
      <p>
        <AssessmentStatus assessment={assessment} />
      </p>
      {end === undefined ? (
        <>
          <p class="app-clock__due">{say(isLate ? 'assessment.late' : 'assessment.due', due)}</p>
          <p>{say('assessment.begun', { day: say.day(dayOf(assessment.at)), name: assessment.by })}</p>
          <p>{say('assessment.waitsOn', { team: say.of(team ?? organisation) })}</p>
        </>
      ) : (
        <>
          <p class="app-clock__due">
            {say(end.how === 'completed' ? 'assessment.endedCompleted' : 'assessment.endedRefused', {
              day: say.day(dayOf(end.at)),
              name: end.by,
            })}
          </p>
          <p class="app-lines" lang={assessment.written?.language}>
            {end.words}
          </p>
          <p>{say.code('assessment', `agreed-${end.agreed}`)}</p>
        </>
      )}
    </div>
  )
}

function DeterminationCard({ determination }: { determination: Determination }): JSX.Element {
  const say = useSay()
  const { need, language, conditions, isEligible } = determination
  return (
    <section class="app-item app-determination">
      <h3 class="nhsuk-heading-s" lang={language}>
        {need}
      </h3>
      <p>
        <strong>{say(isEligible ? 'assessment.eligible' : 'assessment.notEligible')}</strong>
      </p>
      <dl class="app-known__facts">
        {conditions.map(({ condition, isMet, why }) => (
          <div key={condition} class="app-known__fact">
            <dt>{say.code('assessment', `condition-${condition}`)}</dt>
            <dd>
              <p class="app-close">
                <strong>{say(isMet ? 'assessment.met' : 'assessment.notMet')}</strong>
              </p>
              <p class="app-lines" lang={language}>
                {why}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
