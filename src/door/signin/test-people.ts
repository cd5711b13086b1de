import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'

/**
 * Three people of the invented region. Mair has her own record and no post. Tomos holds a joint post: two employers.
 * Sioned holds one post, with the council.
 */
export async function plantPeople({ db }: Store): Promise<void> {
  const council = { id: idFor('council'), code: 'cyngor-dyffryn-banadl', nameEn: 'Dyffryn Banadl Council' }
  const board = { id: idFor('board'), code: 'bwrdd-glan-hafren', nameEn: 'Glan Hafren Health Board' }
  await db
    .insertInto('organisation')
    .values([
      { ...council, kind: 'council', nameCy: 'Cyngor Dyffryn Banadl', partOf: null },
      { ...board, kind: 'health-board', nameCy: 'Bwrdd Iechyd Glan Hafren', partOf: null },
    ])
    .execute()
  const team = { id: idFor('team'), code: 'banadl-pobl-hyn', organisationId: council.id }
  await db
    .insertInto('team')
    .values({ ...team, nameEn: 'Older people', nameCy: 'Pobl hŷn' })
    .execute()
  await db
    .insertInto('account')
    .values([account('Mair Pritchard', 'cy'), account('Tomos Rees', 'en'), account('Sioned Evans', 'cy')])
    .execute()
  await db
    .insertInto('post')
    .values([
      post('tomos-council', 'Tomos Rees', council.id, '2024-01-08', team.id),
      post('tomos-board', 'Tomos Rees', board.id, '2025-06-02', null),
      post('sioned-council', 'Sioned Evans', council.id, '2023-03-01', team.id),
    ])
    .execute()
  const person = { id: idFor('mair'), recordedAt: '2026-01-05' }
  await db.insertInto('person').values(person).execute()
  const own = { accountId: idFor('Mair Pritchard'), personId: person.id, startedAt: '2026-01-05' }
  await db.insertInto('personAccount').values(own).execute()
}

function account(name: string, language: 'en' | 'cy') {
  return { id: idFor(name), subject: name.toLowerCase().replace(' ', '-'), name, language }
}

function post(name: string, who: string, organisationId: string, startedAt: string, teamId: string | null) {
  const title = { titleEn: 'Reablement worker', titleCy: 'Gweithiwr ailalluogi' }
  return {
    id: idFor(name),
    accountId: idFor(who),
    organisationId,
    teamId,
    role: 'reablement-worker',
    ...title,
    startedAt,
  }
}
