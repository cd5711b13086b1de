import type { Tx } from '#ground/db/store.ts'
import type { seedId } from './seed-id.ts'

type IdOf = Pick<typeof seedId, 'account' | 'person' | 'organisation'>

const MINUTE_MS = 60_000

/** What Delyth, who looks after Elfed, says to her support worker and to nobody else; and that it is Elfed whom she looks after. */
export async function plantConfidences(tx: Tx, idOf: IdOf): Promise<void> {
  const personId = idOf.person('delyth-bowen')
  const delyth = { id: idOf.account('delyth-bowen'), name: 'Delyth Bowen' }
  const lowri = { id: idOf.account('lowri-hughes'), name: 'Lowri Hughes' }
  await tx.db
    .insertInto('caring')
    .values({
      id: tx.newId(),
      carerId: personId,
      caredForId: idOf.person('elfed-bowen'),
      caredForName: 'Elfed',
      saidBy: delyth.id,
      saidByName: delyth.name,
      saidAt: tx.now,
    })
    .execute()
  const said = tx.newId()
  const between = { personId, toldTo: lowri.id, toldToName: lowri.name, language: 'cy' }
  await tx.db
    .insertInto('confidence')
    .values([
      {
        ...between,
        id: said,
        words:
          'Dwi ddim wedi dweud hyn wrth neb. Ddydd Mawrth mi es i i eistedd yn y car am awr, a doeddwn i ddim isio mynd yn ôl i’r tŷ. Peidiwch â dweud wrth Elfed.',
        answers: null,
        saidBy: delyth.id,
        saidByName: delyth.name,
        organisationId: null,
        formKey: 'from the start',
        saidAt: new Date(tx.now.getTime() - 90 * MINUTE_MS),
      },
      {
        ...between,
        id: tx.newId(),
        words:
          'Diolch i chi am ddweud, Delyth. Mae’n aros rhyngon ni. Mae gen i awr brynhawn fory: beth am baned yn y ganolfan?',
        answers: said,
        saidBy: lowri.id,
        saidByName: lowri.name,
        organisationId: idOf.organisation('canolfan-gofalwyr'),
        formKey: 'from the start',
        saidAt: new Date(tx.now.getTime() - 60 * MINUTE_MS),
      },
    ])
    .execute()
  const read = { confidenceId: said, accountId: lowri.id, readAt: new Date(tx.now.getTime() - 70 * MINUTE_MS) }
  await tx.db.insertInto('confidenceRead').values(read).execute()
}
