import { sayIn } from '#ground/language/say.ts'
import { restandardise } from '#record/person/identify/restandardise.ts'
import { LEARNT_FROM_MIN, learnModel } from '#record/person/model/learn.ts'
import { besideRunning } from './beside-running.ts'

const say = sayIn('en')

// `npm run learn`: learns a model from all records of the region, and tries it without linking anybody.
await besideRunning(say, async store => {
  await restandardise(store)
  const learnt = await learnModel(store, { by: 'program' })
  if (learnt === undefined) return { ok: false, text: say('learn.tooFew', { count: LEARNT_FROM_MIN }) }
  return { ok: true, text: say('learn.done', { records: learnt.records, version: learnt.version }) }
})
