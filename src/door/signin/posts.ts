import { putTogetherOnce } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Post } from '#record/organisation/visitor.ts'

/** The posts an account holds at this moment, the one held longest first. */
export async function currentPosts(tx: Tx, accountId: string): Promise<Post[]> {
  const { rows } = await OF_ACCOUNT({ accountId, now: tx.now }).execute(tx.db)
  return rows.map(postOf)
}

/** The same of whoever's session it is. */
export async function currentPostsIn(tx: Tx, sessionId: string): Promise<Post[]> {
  const { rows } = await OF_SESSION({ sessionId, now: tx.now }).execute(tx.db)
  return rows.map(postOf)
}

/** A post, whether or not it is held still. */
export async function getPost(tx: Tx, postId: string): Promise<Post> {
  return postOf(await posts(tx.db).where('post.id', '=', postId).executeTakeFirstOrThrow())
}

const OF_ACCOUNT = putTogetherOnce(({ accountId, now }: { accountId: string; now: Date }, db) =>
  postsHeld(db, now).where('post.accountId', '=', accountId),
)

const OF_SESSION = putTogetherOnce(({ sessionId, now }: { sessionId: string; now: Date }, db) =>
  postsHeld(db, now).where('post.accountId', '=', ({ selectFrom }) =>
    selectFrom('session').select('session.accountId').where('session.idHash', '=', sessionId),
  ),
)

function postsHeld(db: Tx['db'], now: Date) {
  return posts(db)
    .where('post.startedAt', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('postEnd')
            .select('postEnd.postId')
            .whereRef('postEnd.postId', '=', 'post.id')
            .where('postEnd.endedAt', '<=', now),
        ),
      ),
    )
    .orderBy('post.startedAt')
    .orderBy('post.titleEn')
    .orderBy('post.id')
}

function posts(db: Tx['db']) {
  return db
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisationId')
    .leftJoin('team', 'team.id', 'post.teamId')
    .select([
      'post.id',
      'post.role',
      'post.titleEn',
      'post.titleCy',
      'post.organisationId',
      'organisation.code as organisationCode',
      'organisation.nameEn as organisationEn',
      'organisation.nameCy as organisationCy',
      'post.teamId',
      'team.nameEn as teamEn',
      'team.nameCy as teamCy',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof posts>['execute']>>[number]

function postOf(row: Row): Post {
  return {
    id: row.id,
    role: row.role as Role,
    title: { en: row.titleEn, cy: row.titleCy },
    organisation: { en: row.organisationEn, cy: row.organisationCy },
    organisationId: row.organisationId,
    organisationCode: row.organisationCode,
    teamId: row.teamId ?? undefined,
    team: row.teamEn === null || row.teamCy === null ? undefined : { en: row.teamEn, cy: row.teamCy },
  }
}
