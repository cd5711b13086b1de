import type { Say } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { EMERGENCY_ROLES } from '#record/sharing/emergency/roles.ts'

interface Way {
  readonly href: string
  readonly text: string
  readonly current?: 'page'
}

/** The ways that lie open to a visitor, by the work of their post. */
export function navigationFor(say: Say, visitor: Visitor | undefined, path: string): Way[] {
  return waysOf(say, visitor).map(way => ({ ...way, ...(isAt(path, way.href) && { current: 'page' as const }) }))
}

/** Where a visitor begins. */
export function homeOf(visitor: Visitor): string {
  if (visitor.personId !== undefined && visitor.post === undefined) return `/people/${visitor.personId}/plan`
  switch (visitor.post?.role) {
    case 'integration-officer':
      return '/messages'
    case 'records-officer':
      return '/identity'
    case 'data-officer':
      return '/files'
    case 'board-member':
      return '/partnership'
    case 'privacy-officer':
      return '/privacy-office'
    case 'signatory':
      return '/agreements/to-sign'
    default:
      return '/people'
  }
}

function waysOf(say: Say, visitor: Visitor | undefined): Way[] {
  if (visitor === undefined) return []
  if (visitor.post === undefined) return citizenWays(say, visitor)
  switch (visitor.post.role) {
    case 'integration-officer':
      return [
        { href: '/messages', text: say('frame.messages') },
        { href: '/senders', text: say('sender.title') },
        { href: '/outbox', text: say('outbox.title') },
        quality(say),
        matching(say),
        drafts(say),
        apps(say),
      ]
    case 'records-officer':
      return [{ href: '/identity', text: say('frame.identity') }, matching(say)]
    case 'data-officer':
      return [{ href: '/files', text: say('files.title') }]
    case 'board-member':
      return [{ href: '/partnership', text: say('frame.partnership') }, quality(say), matching(say), drafts(say)]
    case 'privacy-officer':
      return [
        { href: '/privacy-office', text: say('frame.privacyOffice') },
        { href: '/emergency/reviews', text: say('frame.emergencyReviews') },
        { href: '/outbox', text: say('outbox.title') },
        apps(say),
        drafts(say),
      ]
    case 'signatory':
      return [
        { href: '/agreements/to-sign', text: say('signing.toSign') },
        { href: '/emergency/ceiling', text: say('frame.emergencyCeiling') },
        handOvers(say),
        reviews(say),
        drafts(say),
      ]
    default:
      return [
        { href: '/people', text: say('frame.people') },
        handOvers(say),
        myQuestions(say),
        reviews(say),
        meetings(say),
        ...emergencyWays(say, visitor.post.role),
      ]
  }
}

function handOvers(say: Say): Way {
  return { href: '/hand-overs', text: say('handOver.title') }
}

function myQuestions(say: Say): Way {
  return { href: '/my-questions', text: say('conversation.mineTitle') }
}

function reviews(say: Say): Way {
  return { href: '/reviews', text: say('planReview.team') }
}

function meetings(say: Say): Way {
  return { href: '/meetings', text: say('meeting.title') }
}

function apps(say: Say): Way {
  return { href: '/apps', text: say('app.title') }
}

function quality(say: Say): Way {
  return { href: '/quality', text: say('frame.quality') }
}

function matching(say: Say): Way {
  return { href: '/matching', text: say('frame.matching') }
}

function drafts(say: Say): Way {
  return { href: '/agreements/drafts', text: say('draft.title') }
}

/** To whoever may open a record in an emergency. */
function emergencyWays(say: Say, role: Role): Way[] {
  return EMERGENCY_ROLES[role] === undefined ? [] : [{ href: '/emergency', text: say('frame.emergency') }]
}

function citizenWays(say: Say, visitor: Visitor): Way[] {
  if (visitor.personId === undefined) return [{ href: '/people', text: say('frame.family') }]
  const own = `/people/${visitor.personId}`
  return [
    { href: `${own}/plan`, text: say('frame.myPlan') },
    { href: own, text: say('frame.myRecord') },
    { href: `${own}/looks`, text: say('frame.looks') },
    { href: `${own}/sharing`, text: say('frame.sharing') },
    { href: '/people', text: say('frame.family') },
  ]
}

function isAt(path: string, href: string): boolean {
  return path.split('?')[0] === href
}
