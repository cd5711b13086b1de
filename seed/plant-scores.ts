import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { accounts } from './region/staff.ts'

/** How somebody felt about a goal of theirs, so many days before the region began. */
interface SeedScore {
  readonly daysAgo: number
  readonly score: number
  readonly words?: string
}

/** By person, and by the goal’s position in their list: Mair’s two goals since the summer. */
const SCORES: readonly { readonly person: string; readonly item: number; readonly scores: readonly SeedScore[] }[] = [
  {
    person: 'mair-pritchard',
    item: 3,
    scores: [
      { daysAgo: 91, score: 2, words: 'Dim ond at y drws, a hynny efo’r ffrâm. Mi oedd gen i ofn.' },
      { daysAgo: 63, score: 3, words: 'I’r gegin ac yn ôl heb feddwl am y peth.' },
      { daysAgo: 42, score: 5, words: 'Mi es i i’r ardd gefn efo Aled. Mi oedd yr ieir yn fy nabod i’n iawn.' },
      { daysAgo: 20, score: 4, words: 'Annwyd. Mi gollais i wythnos.' },
      { daysAgo: 4, score: 6, words: 'At y gris cefn. Dim canllaw eto, cofiwch.' },
    ],
  },
  {
    person: 'mair-pritchard',
    item: 4,
    scores: [
      { daysAgo: 91, score: 3, words: 'Fedra i ddim sefyll am bennill.' },
      { daysAgo: 42, score: 4 },
      { daysAgo: 11, score: 6, words: 'Dwy garol ar fy nhraed yn yr ymarfer, a Glenys yn dal y llyfr.' },
    ],
  },
]

/** Plants how people have felt about their goals. */
export async function plantScores(tx: Tx): Promise<void> {
  for (const { person, item, scores } of SCORES) {
    const account = accounts.find(({ key }) => key === person)
    if (account === undefined) throw new Error(`${person} has scores and no account to give them with`)
    const planItemId = idFor(`plan item ${person} ${item}`)
    for (const { daysAgo, score, words } of scores)
      await tx.db
        .insertInto('planScore')
        .values({
          id: idFor(`plan score ${person} ${item} ${daysAgo}`),
          planItemId,
          score,
          words: words ?? null,
          saidBy: idFor(`account ${person}`),
          saidByName: account.name,
          saidAt: new Date(tx.now.getTime() - daysAgo * 24 * 60 * 60 * 1000),
        })
        .execute()
  }
}
