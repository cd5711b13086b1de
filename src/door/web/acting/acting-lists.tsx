import type { ComponentChildren, JSX } from 'preact'
import type { Acting, Finding } from '#record/sharing/representative/read-acting.ts'
import type { Representative } from '#record/sharing/representative/representatives-of.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Details } from '../parts/details.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { Input } from '../parts/input.tsx'

export interface ActingListProps {
  readonly acting: Acting
  /** Where the forms of the page are sent to. */
  readonly action: string
}

/** Who may act: which power, how, by which registered reference, and whether it waits. */
export function Representatives({ acting, action }: ActingListProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('acting.representatives')}</h2>
      {acting.representatives.length === 0 && <p>{say('acting.noRepresentatives')}</p>}
      {acting.representatives.map(one => (
        <Card key={one.id} heading={one.name} headingLevel={3} headingSize="s">
          <Facts
            facts={[
              [say('acting.office'), say.code('office', one.kind)],
              [say('acting.standing'), say(one.waits ? 'acting.waits' : 'acting.inForce')],
              [say('acting.acts'), say.code('acts', one.acts)],
              [say('acting.reference'), one.reference],
              [say('acting.registered'), say.day(one.registeredOn)],
              [say('acting.recordedBy'), one.recordedByName],
            ]}
          />
          {acting.mayNote && <EndForm one={one} action={action} />}
        </Card>
      ))}
    </>
  )
}

function EndForm({ one, action }: { one: Representative; action: string }): JSX.Element {
  const say = useSay()
  return (
    <Details summary={say('acting.end')}>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="act" value="end" />
        <input type="hidden" name="representative" value={one.id} />
        <Input name="reason" id={`reason-${one.id}`} label={say('acting.endReason')} labelSize="s" />
        <Button variant="secondary" small preventDoubleClick>
          {say('acting.end')}
          <Hidden> ({one.name})</Hidden>
        </Button>
      </form>
    </Details>
  )
}

/** Each finding by itself: one decision, one day, who found it, until when it counts. Never one flag. */
export function Findings({ findings }: { findings: readonly Finding[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('acting.findings')}</h2>
      {findings.length === 0 && <p>{say('acting.noFindings')}</p>}
      {findings.map(one => (
        <Card
          key={one.id}
          heading={say.code('capacityDecision', one.decision)}
          headingLevel={3}
          headingSize="s"
          headingClass="app-capital"
        >
          <p>
            <strong>{say(one.hasCapacity ? 'acting.hasCapacity' : 'acting.lacksCapacity')}</strong>
          </p>
          {!one.counts && <p class="nhsuk-hint">{say('acting.old')}</p>}
          <Facts
            facts={[
              [say('acting.found'), say.day(one.foundAt)],
              [say('acting.foundBy'), one.foundByName],
              [say('acting.reviewOn'), say.day(one.reviewOn)],
            ]}
          />
          {one.evidence !== undefined && (
            <Details summary={say('acting.evidence')}>
              <p class="app-lines">{one.evidence}</p>
            </Details>
          )}
        </Card>
      ))}
    </>
  )
}

/** What was decided ahead, which binds, and what was said ahead, which does not: two lists. */
export function Ahead({ acting: { decisions, statements, mayNote }, action }: ActingListProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('acting.decisions')}</h2>
      <p>{say('acting.decisionsWhat')}</p>
      {decisions.length === 0 && <p>{say('acting.noDecisions')}</p>}
      {decisions.map(one => (
        <Card key={one.id}>
          <p class="app-lines">{one.refuses}</p>
          {one.isLifeSustaining && (
            <p>
              <strong>{say('acting.lifeSustaining')}</strong>
            </p>
          )}
          <Facts
            facts={[
              [say('acting.madeOn'), say.day(one.madeOn)],
              ...(one.witness === undefined ? [] : [[say('acting.witness'), one.witness] as const]),
              [say('acting.recordedBy'), one.recordedByName],
            ]}
          />
          {mayNote && (
            <form method="post" action={action}>
              <input type="hidden" name="act" value="withdraw" />
              <input type="hidden" name="decision" value={one.id} />
              <Button variant="secondary" small class="app-last" preventDoubleClick>
                {say('acting.withdrawDecision')}
              </Button>
            </form>
          )}
        </Card>
      ))}
      <h2 class="nhsuk-heading-l">{say('acting.statements')}</h2>
      <p>{say('acting.statementsWhat')}</p>
      {statements.length === 0 && <p>{say('acting.noDecisions')}</p>}
      {statements.map(one => (
        <Card key={one.id}>
          <blockquote class="app-own-words__words app-lines" lang={one.language}>
            {one.words}
          </blockquote>
          <Facts
            facts={[
              [say('acting.madeOn'), say.day(one.madeOn)],
              [say('acting.recordedBy'), one.recordedByName],
            ]}
          />
        </Card>
      ))}
    </>
  )
}

function Facts({ facts }: { facts: readonly (readonly [name: string, value: ComponentChildren])[] }): JSX.Element {
  return (
    <dl class="app-notice__facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
