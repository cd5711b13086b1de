import { transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import { restandardise } from '#record/person/identify/restandardise.ts'
import { modelInForce } from '#record/person/model/in-force.ts'
import { relink } from '#record/person/relink/relink.ts'
import { besideRunning } from './beside-running.ts'

const say = sayIn('en')

// `npm run relink`: looks at all records of the region by the model in force, after a first load or a new model.
await besideRunning(say, async store => {
  await restandardise(store)
  const { matcher } = await transaction(store, modelInForce)
  const { records, linked, asked, doubted } = await relink(store, matcher)
  return { ok: true, text: say('relink.done', { records, linked, asked, doubted, model: matcher.model.version }) }
})
