import type { JSX } from 'preact'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import type { Meeting } from '#work/meeting/meeting.ts'
import { useAsked } from '../asked.ts'
import { mentionOptions } from '../conversation/choices.ts'
import { EntryCard } from '../conversation/entry-card.tsx'
import { Page } from '../frame.tsx'
import { LiveRegion } from '../live/region.tsx'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import { AgendaLines } from './agenda-lines.tsx'
import { AskedPart } from './asked-part.tsx'
import { Attendees, AttendForms } from './attendees.tsx'
import type { FilledCase, ShownCase } from './case.ts'
import { caseField } from './case-field.ts'
import { DecideForm } from './decide-form.tsx'

export interface MeetingPageProps {
  readonly meeting: Meeting
  readonly cases: readonly ShownCase[]
  /** Workers who have to do with those it is about, and colleagues, who may be asked to come. */
  readonly candidates: readonly MayRead[]
  readonly formKey: string
  readonly filled: FilledCase | undefined
}

/** The one page of a meeting, on every screen around the table: who is there, whom it is about, what has been decided. */
export function MeetingPage(props: MeetingPageProps): JSX.Element {
  const { say, visitor } = useAsked()
  const { meeting, cases, candidates, filled } = props
  const title = say('meeting.title')
  const isNoteTaker = meeting.noteTaker.accountId === visitor?.accountId
  const wrong = Object.entries(filled?.problems ?? {}).map(([field, key]) => ({
    message: say.plain(key),
    ...(field !== 'form' && filled !== undefined && { field: caseField(filled.caseId, field) }),
  }))
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: '/meetings', text: title }}
      live={!isNoteTaker && filled === undefined}
    >
      <h1 class="nhsuk-heading-l">
        {title}
        <span class="nhsuk-caption-l nhsuk-caption--bottom">
          {say('meeting.of', { team: say.of(meeting.team), moment: say.moment(meeting.beginsAt) })}
        </span>
      </h1>
      <LiveRegion id="meeting" from={`/meetings/${meeting.id}/live`}>
        <h2 class="nhsuk-heading-m">{say('meeting.who')}</h2>
        <Attendees meeting={meeting} />
        <AttendForms meeting={meeting} />
        <InviteForm meeting={meeting} candidates={candidates} />
        <h2 class="nhsuk-heading-l">{say('meeting.agenda')}</h2>
        {cases.length === 0 && <p>{say('meeting.agendaNone')}</p>}
        {cases.map(one => (
          <CasePart key={one.id} {...props} about={one} isNoteTaker={isNoteTaker} />
        ))}
      </LiveRegion>
    </Page>
  )
}

function InviteForm({ meeting, candidates }: Pick<MeetingPageProps, 'meeting' | 'candidates'>): JSX.Element | null {
  const { say } = useAsked()
  const there = new Set(meeting.attendees.map(({ accountId }) => accountId))
  const others = candidates.filter(({ accountId }) => accountId !== undefined && !there.has(accountId))
  if (others.length === 0) return null
  return (
    <form method="post" action={`/meetings/${meeting.id}/invite`} class="app-form">
      <Select
        name="account"
        label={say('meeting.invite')}
        labelSize="s"
        hint={say('meeting.inviteWho')}
        options={[{ value: '', label: say('meeting.choose') }, ...mentionOptions(say, others, '')]}
      />
      <Button small variant="secondary" preventDoubleClick>
        {say('meeting.inviteSend')}
      </Button>
    </form>
  )
}

interface CasePartProps extends MeetingPageProps {
  readonly about: ShownCase
  readonly isNoteTaker: boolean
}

/** One person: what matters to them first, then what is due, whether they were asked, and what is decided. */
function CasePart({ about, meeting, isNoteTaker, formKey, filled }: CasePartProps): JSX.Element {
  const { say } = useAsked()
  const { id, personId, name, ownWords, lines, asked, decisions, choices } = about
  const action = `/meetings/${meeting.id}/cases/${id}`
  const tried = (form: FilledCase['form']) => (filled?.caseId === id && filled.form === form ? filled : undefined)
  return (
    <section class="app-case" id={`case-${id}`} aria-labelledby={`name-${id}`}>
      <h2 class="nhsuk-heading-m" id={`name-${id}`}>
        <a href={`/people/${personId}/conversation`}>{name || say('conversation.asPerson')}</a>
      </h2>
      {ownWords.map(item => (
        <blockquote key={item.id} class="app-case__words" lang={item.language}>
          {item.words}
        </blockquote>
      ))}
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{say('meeting.due')}</h3>
      <AgendaLines lines={lines} personId={personId} />
      <div id={`asked-${id}`} tabIndex={-1}>
        <AskedPart caseId={id} asked={asked} action={action} filled={tried('asked')} />
      </div>
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{say('meeting.decided')}</h3>
      <ul class="app-entries" data-rows={`decisions-${id}`}>
        {decisions.toReversed().map(entry => (
          <EntryCard key={entry.id} entry={entry} person={name} list={`decisions-${id}`} />
        ))}
      </ul>
      <p class="app-when-empty">{say('meeting.decidedNone')}</p>
      {isNoteTaker && choices.parts.length > 0 && (
        <DecideForm
          caseId={id}
          choices={choices}
          person={name}
          action={action}
          formKey={`${formKey} ${id}`}
          filled={tried('decide')}
        />
      )}
    </section>
  )
}
