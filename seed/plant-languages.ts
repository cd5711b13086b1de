import type { Tx } from '#ground/db/store.ts'
import { languageAnswers, skills } from './region/languages.ts'
import { people } from './region/people/index.ts'
import { accounts } from './region/staff.ts'
import type { seedId } from './seed-id.ts'

/** Who speaks Welsh and how well, and who has asked for it. */
export async function plantLanguages(
  tx: Tx,
  idOf: Pick<typeof seedId, 'account' | 'person' | 'organisation'>,
): Promise<void> {
  for (const [key, [listening, speaking, reading, writing]] of Object.entries(skills)) {
    const accountId = idOf.account(key)
    const said = { saidBy: accountId, saidByName: accountOf(key).name, saidAt: tx.now }
    await tx.db
      .insertInto('languageSkill')
      .values({ id: tx.newId(), accountId, listening, speaking, reading, writing, ...said })
      .execute()
  }
  for (const { person, takenBy, spoken, written, need, needWords } of languageAnswers) {
    const by = accountOf(takenBy ?? people.find(({ key }) => key === person)?.account ?? person)
    await tx.db
      .insertInto('languageAnswer')
      .values({
        id: tx.newId(),
        personId: idOf.person(person),
        spoken,
        written,
        need: need ?? null,
        needWords: needWords ?? null,
        answeredBy: idOf.account(by.key),
        answeredByName: by.name,
        organisationId: by.posts?.[0] === undefined ? null : idOf.organisation(by.posts[0].organisation),
        answeredAt: tx.now,
      })
      .execute()
  }
}

function accountOf(key: string) {
  const account = accounts.find(each => each.key === key)
  if (account === undefined) throw new Error(`nobody in the region has the key ${key}`)
  return account
}
