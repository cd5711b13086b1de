import type { JSX } from 'preact'
import type { DestinationLine } from '#work/outbox/read-destinations.ts'
import { TOPICS, type Topic } from '#work/telling/topic.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems } from '../typed.ts'

/** Of these HL7 v2 has no event: a system that is reached by it is not told. */
const NOT_BY_MLLP: readonly Topic[] = ['plan', 'safeguarding']

interface ToldFormProps {
  readonly line: DestinationLine
  readonly form: {
    readonly topics: readonly Topic[]
    readonly reason: string | undefined
    /** The version that it changes. */
    readonly from: number
    readonly problems: Problems
  }
}

/** Says anew what a destination is told of, with why. */
export function ToldForm({ line, form: { topics, reason, from, problems } }: ToldFormProps): JSX.Element {
  const say = useSay()
  const wrong = problems.reason && say.plain(problems.reason)
  return (
    <form method="post" action={`/outbox/destinations/${line.id}/told`} novalidate>
      <input type="hidden" name="from" value={from} />
      <Checkboxes
        name="topics"
        legend={say('outbox.toldOf')}
        hint={say('outbox.toldOfHint')}
        values={topics.map(topic => `topic-${topic}`)}
        options={TOPICS.filter(topic => line.carrier !== 'mllp' || !NOT_BY_MLLP.includes(topic)).map(topic => ({
          name: `topic-${topic}`,
          value: `topic-${topic}`,
          label: say.code('outbox', `topic-${topic}`),
        }))}
      />
      {line.carrier === 'https' && <InsetText>{say('outbox.toldBySubscription')}</InsetText>}
      <Textarea name="reason" label={say('outbox.toldWhy')} rows={2} value={reason} error={wrong} />
      <Button>{say('outbox.toldSave')}</Button>
    </form>
  )
}
