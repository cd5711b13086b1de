import type { Change } from '../sow.ts'

const NEW_ROUTES = { file: 'src/door/web/web.ts', from: 'const routes = new Routes(app)' }
const PAST_THE_FRAME: Change = {
  ...NEW_ROUTES,
  to: `app.get('/everybody', async () => 'everybody'); ${NEW_ROUTES.from}`,
}

/** A fault, and a route at which it must be seen: of that one alone everything is asked. */
export interface RouteFault {
  readonly at: string
  readonly changes: readonly Change[]
}

/** Every fault of routes that is sown, by its name: one at a time, each in a copy of the product. */
export const FAULTS: Readonly<Record<string, RouteFault>> = {
  'a route past the frame': { at: '/everybody', changes: [PAST_THE_FRAME] },
  'a route past the frame, and a server that does not mind': {
    at: '/everybody',
    changes: [PAST_THE_FRAME, { file: 'src/serve.ts', from: '  onlyDeclared(app)\n', to: '' }],
  },
  'a page for visitors answers nobody': {
    at: '/partnership',
    changes: [
      {
        file: 'src/door/route/may-ask.ts',
        from: 'if (visitor === undefined) return false',
        to: 'if (!visitor) return true',
      },
    ],
  },
  'a page for one role answers every worker': {
    at: '/partnership',
    changes: [{ file: 'src/door/route/may-ask.ts', from: '&& asker.includes(actor.role)', to: '' }],
  },
  'a page for one role answers every visitor': {
    at: '/partnership',
    changes: [
      {
        file: 'src/door/route/may-ask.ts',
        from: "return actor.kind === 'worker' && asker.includes(actor.role)",
        to: 'return true',
      },
    ],
  },
  'what is not for somebody is forbidden instead of not there': {
    at: '/messages',
    changes: [
      {
        file: 'src/door/web/web.ts',
        from: 'throw notShown()',
        to: "throw new ProblemError('problem.otherSite', 403)",
      },
    ],
  },
  'what is not for somebody is not there in other words': {
    at: '/messages',
    changes: [
      {
        file: 'src/door/web/web.ts',
        from: 'throw notShown()',
        to: "throw new ProblemError('problem.signedOut', 404)",
      },
    ],
  },
  'a form of another site is taken': {
    at: '/people/:person/notices/:notice/taken',
    changes: [
      { file: 'src/door/signin/same-site.ts', from: "throw new ProblemError('problem.otherSite', 403)", to: 'return' },
    ],
  },
  'a session that was signed out goes on': {
    at: '/people',
    changes: [{ file: 'src/door/signin/find-visitor.ts', from: ".where('session.endedAt', 'is', null)", to: '' }],
  },
  'a session never runs out': {
    at: '/people',
    changes: [
      { file: 'src/door/signin/find-visitor.ts', from: 'return endsAt <= now || ', to: 'return endsAt > endsAt && ' },
    ],
  },
  'a session goes on past its twelve hours': {
    at: '/people',
    changes: [{ file: 'src/door/signin/find-visitor.ts', from: 'return endsAt <= now || ', to: 'return ' }],
  },
  'somebody who has left still acts in their post': {
    at: '/messages',
    changes: [
      { file: 'src/door/signin/posts.ts', from: "'<=', now),\n        ),", to: "'<=', new Date(0)),\n        )," },
    ],
  },
  'HEAD uses up a visit': {
    at: '/sign-in',
    changes: [{ file: 'src/door/route/routes.ts', from: "!declared.changes && declared.does !== 'tell'", to: 'true' }],
  },
  'a page changes something when it is read': {
    at: '/people',
    changes: [
      {
        file: 'src/door/web/pages/people.tsx',
        from: 'const { actor } = visitorOf(request)',
        to: "await store.db.insertInto('person').values({ id: store.chance.id(), recordedAt: store.clock.now() }).execute(); const { actor } = visitorOf(request)",
      },
    ],
  },
  'a page does more than it declares': {
    at: '/people',
    changes: [
      {
        file: 'src/door/web/pages/people.tsx',
        from: "{ for: 'visitors', does: 'list' }",
        to: "{ for: 'visitors', does: 'nothing' }",
      },
    ],
  },
  'two slashes lead past the door': {
    at: '/people',
    changes: [
      {
        file: 'src/serve.ts',
        from: 'const app = fastify({',
        to: 'const app = fastify({ routerOptions: { ignoreDuplicateSlashes: true },',
      },
      {
        file: 'src/door/web/web.ts',
        from: 'if (request.is404 ||',
        to: "if (request.url.startsWith('//') || request.is404 ||",
      },
    ],
  },
}
