import type { JSX } from 'preact'
import type { ModelTold } from '#record/person/model/read-models.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** How far a model has come: tried, put forward, in force. */
export function ModelState({ model }: { model: ModelTold }): JSX.Element {
  const say = useSay()
  const { isInForce, proposals, run, version } = model
  if (isInForce) return <Tag colour="green">{say('matching.inForce')}</Tag>
  if (proposals.some(({ second }) => second === undefined))
    return <Tag colour="blue">{say('matching.waitsSecond')}</Tag>
  if (proposals.some(({ second }) => second?.isAgreed)) return <Tag colour="grey">{say('matching.wasInForce')}</Tag>
  if (run !== undefined) return <Tag colour="white">{say('matching.tried')}</Tag>
  return version === 0 ? <Tag colour="grey">{say('matching.wasInForce')}</Tag> : <span>{say('matching.notTried')}</span>
}
