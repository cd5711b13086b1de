import type { ComponentChildren, JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import type { Question } from '#work/privacy/question.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { QuestionCard } from '../question/question-card.tsx'
import type { Fold } from './fold.ts'
import { LookReasons } from './look-reasons.tsx'
import { sentenceOf } from './sentence.ts'

export interface LookEntryProps {
  readonly fold: Fold
  /** Where the reader may ask about it; nowhere for their own looks. */
  readonly askAt?: string | undefined
  /** What they have asked about it already, with the answers. */
  readonly questions?: readonly Question[] | undefined
}

/**
 * One look: when, who, what they did, what was seen, and what allowed it, or why it was not allowed; what the person
 * asked about it and was answered, and a way to ask.
 */
export function LookEntry({ fold: { entry, earlier }, askAt, questions = [] }: LookEntryProps): JSX.Element {
  const say = useSay()
  const standing = standingOf(say, entry)
  return (
    <li class={entry.allowed ? 'app-look' : 'app-look app-look--refused'}>
      <p class="app-look__time app-digits">{say.time(entry.at)}</p>
      <div class="app-look__told">
        <h3 class="app-look__what">{sentenceOf(say, entry)}</h3>
        {standing !== undefined && <p class="app-look__standing">{standing}</p>}
        {entry.through !== undefined && (
          <p class="app-look__standing">{say('looks.throughApp', { app: entry.through.app })}</p>
        )}
        {entry.isWithheld && <p>{say('looks.withheld')}</p>}
        {!entry.isWithheld && !isTrailAlone(entry) && (
          <dl class="app-look__facts">{entry.allowed ? <Seen entry={entry} /> : <Refused entry={entry} />}</dl>
        )}
        {earlier.length > 0 && (
          <Details summary={say('looks.again', { count: earlier.length })}>
            <p class="app-digits">{earlier.map(at => say.time(at)).join(', ')}</p>
          </Details>
        )}
        {questions.map(question => (
          <QuestionCard key={question.id} question={question} />
        ))}
        {askAt !== undefined && !entry.isThePerson && (
          <p class="app-look__ask">
            <a href={askAt}>
              {say('question.ask')}
              <Hidden>
                {' '}
                {say('question.askHidden', { what: `${sentenceOf(say, entry)}, ${say.moment(entry.at)}` })}
              </Hidden>
            </a>
          </p>
        )}
      </div>
    </li>
  )
}

/** In what capacity: their job, their employer then and what it was for; or that they are near to the person. */
function standingOf(say: Say, entry: TrailEntry): string | undefined {
  const { role, organisation, isThePerson, isMachine, isWithheld, allowed, purpose, who } = entry
  if (isThePerson || isWithheld) return undefined
  if (isMachine) return who
  if (role === undefined || organisation === undefined) return allowed ? say.code('purpose', purpose) : undefined
  return say('looks.job', {
    role: say.code('role', role),
    organisation: say.of(organisation),
    purpose: say.code('purpose', purpose),
  })
}

/** The person reading who has looked, through an app: of what is shown there no part is of any class of their record. */
function isTrailAlone({ isThePerson, allowed, place, released }: TrailEntry): boolean {
  return isThePerson && allowed && place === 'fhir' && released.length === 0
}

/** Who may see what, and a tie, are no part of the record: the sentence says all that was seen or changed. */
const SAID_WHOLLY = ['sharing', 'claim']

function Seen({ entry }: { entry: TrailEntry }): JSX.Element | null {
  const say = useSay()
  const { doing, place, released } = entry
  if (SAID_WHOLLY.includes(place)) return null
  const isWriting = doing === 'write'
  const name = say(isWriting ? 'looks.about' : 'looks.saw')
  if (released.length === 0) return <Fact name={name}>{say(nothingIn(doing))}</Fact>
  const classes = new Set(released.map(({ dataClass }) => dataClass))
  return (
    <>
      <Fact name={name}>
        <ul class="app-classes">
          {[...classes].map(dataClass => (
            <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
          ))}
        </ul>
      </Fact>
      <Fact name={say('looks.why')}>
        <LookReasons entry={entry} />
      </Fact>
    </>
  )
}

function nothingIn(doing: TrailEntry['doing']): 'looks.nothingDone' | 'looks.openedEmergency' | 'looks.nothingSeen' {
  if (doing === 'write') return 'looks.nothingDone'
  return doing === 'emergency' ? 'looks.openedEmergency' : 'looks.nothingSeen'
}

function Refused({ entry: { failed } }: { entry: TrailEntry }): JSX.Element {
  const say = useSay()
  return (
    <Fact name={say('looks.whyNot')}>
      {failed.map(failure => (
        <p key={failure}>{say.code('check', failure)}</p>
      ))}
    </Fact>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
