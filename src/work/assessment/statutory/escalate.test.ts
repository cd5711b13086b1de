import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { beginAssessment } from './begin.ts'
import { endAssessment } from './end.ts'
import { escalateAssessments, lateAssessments, peopleAssessedLate } from './escalate.ts'
import { readAssessments } from './read-assessments.ts'

// Enid is on Sioned's caseload. Her assessment begins, and nobody completes it.
const here = await region()
after(() => here.close())
const ENID = personId('enid-jarman')
const SIONED = actorOf('sioned-evans')
assert(SIONED.kind === 'worker')
/** Another of the same team was begun before the region began, and is due before hers. */
const OTHER = 1

test('its team is reminded of an assessment that waits, then it is late, and then whoever answers for the council is told, of no name', async () => {
  const began = await here.look('sioned-evans', 'enid-jarman', (tx, access) =>
    beginAssessment(tx, access, { subject: 'adult', gone: { through: true, instead: {} }, key: 'enid' }),
  )
  assert.ok(began.ok && began.value.ok)
  const read = await here.look('sioned-evans', 'enid-jarman', readAssessments)
  assert(read.ok && read.value[0] !== undefined)
  const { dueOn } = read.value[0]
  assert.deepEqual(await seenOn(undefined), { team: false, told: 0 })
  assert.deepEqual(await seenOn(dueOn), { team: true, told: OTHER })
  assert.deepEqual(await seenOn(afterWorkingDays(dueOn, 4)), { team: true, told: OTHER })
  assert.deepEqual(await seenOn(afterWorkingDays(dueOn, 5)), { team: true, told: OTHER + 1 })
  const refused = { assessmentId: read.value[0].id, how: 'refused', agreed: 'agreed', words: 'Dim diolch.' } as const
  const ended = await transaction(here.store, tx =>
    look(tx, SIONED, ENID, { doing: 'write', place: 'assessment' }, access => endAssessment(tx, access, refused)),
  )
  assert.ok(ended.ok && ended.value.ok)
  assert.deepEqual(await seenOn(undefined), { team: false, told: OTHER })
})

/** Whether its team sees it, and of how many the council's signatory is told, after the chore has looked on a day. */
async function seenOn(day: string | undefined) {
  if (day !== undefined) here.clock.move(`${day}T09:00:00Z`)
  for (const _ of [1, 2, 3]) await escalateAssessments(here.store)
  return transaction(here.store, async tx => {
    assert(SIONED.kind === 'worker')
    const signatory = {
      ...SIONED,
      role: 'signatory',
      organisationId: seedId.organisation('cyngor-dyffryn-banadl'),
    } as const
    return {
      team: (await peopleAssessedLate(tx, SIONED)).includes(ENID),
      told: (await lateAssessments(tx, signatory)).reduce((sum, { count }) => sum + count, 0),
    }
  })
}
