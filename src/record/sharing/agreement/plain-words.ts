import type { Bilingual, Say } from '#ground/language/say.ts'
import { ROLES } from '#record/organisation/role.ts'
import { ACTIONS, AGREED_RELATIONSHIPS, DATA_CLASSES } from '../vocabulary.ts'
import type { Clause } from './agreement.ts'
import { type Rule, ruleOf } from './compile.ts'

/** What an organisation is called, by the code that agreements name it by. */
export type OrganisationNames = ReadonlyMap<string, Bilingual>

/** One line of a clause in words: what it is about, and everything it says of that. */
export interface Line {
  readonly label: string
  readonly says: readonly string[]
}

/**
 * The third face of a clause: everything that its rule says, in one language, and nothing else. Two rules that could
 * ever decide differently differ in these words, in either language; the same rule has the same words whatever order
 * its authors wrote it in. Throws when there are no words for something: such a clause cannot be signed (faces.ts).
 */
export function plainWords(rule: Rule, say: Say, names: OrganisationNames): readonly Line[] {
  const codes = <Code extends string>(
    area: 'role' | 'action' | 'dataClass' | 'relationship',
    list: readonly Code[],
    named: ReadonlySet<Code>,
  ) => list.filter(code => named.has(code)).map(code => say.code(area, code))
  return [
    { label: say('agreement.receivers'), says: organisations(rule.receivers, say, names) },
    { label: say('agreement.roles'), says: codes('role', ROLES, rule.roles) },
    { label: say('clause.may'), says: codes('action', ACTIONS, rule.actions) },
    { label: say('agreement.classes'), says: codes('dataClass', DATA_CLASSES, rule.classes) },
    { label: say('agreement.givers'), says: organisations(rule.givers, say, names) },
    { label: say('agreement.relationships'), says: codes('relationship', AGREED_RELATIONSHIPS, rule.relationships) },
    { label: say('clause.cohort'), says: [say.code('cohort', rule.cohort)] },
    { label: say('clause.hours'), says: [hours(rule, say)] },
    { label: say('clause.days'), says: [days(rule, say)] },
    { label: say('agreement.purpose'), says: [say.code('purpose', rule.purpose)] },
    { label: say('clause.home'), says: [say(rule.notAtHome ? 'clause.homeClosed' : 'clause.homeOpen')] },
    { label: say('clause.wish'), says: [say(rule.overridesWishes ? 'clause.wishOverridden' : 'clause.wishBinds')] },
  ]
}

/** The law a clause rests on. It decides nothing, and whoever reads the rest asks for it. */
export function lawInWords({ basis: { article6, article9, power } }: Clause, say: Say): Line {
  return {
    label: say('agreement.basis'),
    says: [
      say('agreement.article', { article: article6 }),
      say('agreement.article', { article: article9 }),
      say.of(power),
    ],
  }
}

/** A whole clause in words: its rule, then its law. */
export function clauseInWords(clause: Clause, say: Say, names: OrganisationNames): readonly Line[] {
  return [...plainWords(ruleOf(clause), say, names), lawInWords(clause, say)]
}

/** By name, so that the order in which they were written makes no difference. */
function organisations(codes: ReadonlySet<string>, say: Say, names: OrganisationNames): readonly string[] {
  return [...codes]
    .map(code => {
      const name = names.get(code)
      if (name === undefined) throw new Error(`nobody knows an organisation ${code}`)
      return say.of(name)
    })
    .toSorted((one, other) => one.localeCompare(other, say.language))
}

function hours({ hours }: Rule, say: Say): string {
  if (hours === undefined) return say('clause.anyHour')
  const between = { from: timeOf(hours.from, say), until: timeOf(hours.until, say) }
  return hours.from < hours.until ? say('clause.betweenHours', between) : say('clause.overNight', between)
}

function days({ daysAfterTieBegins: count }: Rule, say: Say): string {
  return count === undefined ? say('clause.anyDay') : say('clause.daysAfter', { count })
}

/** A winter's day: the region's clocks then show what a universal time says. */
function timeOf(minute: number, say: Say): string {
  return say.time(new Date(Date.UTC(2026, 0, 1, 0, minute)))
}
