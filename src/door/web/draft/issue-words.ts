import type { Say } from '#ground/language/say.ts'
import type { Issue } from '#record/sharing/agreement/issues.ts'

/** Where something is wrong, and what, as one line. */
export function issueInWords(say: Say, issue: Issue): string {
  return say('agreementIssue.line', { where: whereInWords(say, issue), what: whatInWords(say, issue) })
}

/** Where it stands, as it is called on the pages: a part, or a field of a clause, of a worked example, of a party. */
function whereInWords(say: Say, { path }: Issue): string {
  const language = path.at(-1)
  const steps = language === 'en' || language === 'cy' ? path.slice(0, -1) : path
  const where = placeInWords(say, steps)
  return steps === path ? where : say(language === 'en' ? 'agreementIssue.en' : 'agreementIssue.cy', { where })
}

function placeInWords(say: Say, path: Issue['path']): string {
  const [list, at, ...inside] = path
  const field = fieldInWords(say, inside)
  const number = typeof at === 'number' ? at + 1 : 0
  if (list === undefined) return say('agreementIssue.whole')
  if (number === 0) return fieldInWords(say, path) ?? say('agreementIssue.whole')
  switch (list) {
    case 'clauses':
      return field === undefined
        ? say('agreementIssue.clause', { number })
        : say('agreementIssue.clauseField', { number, field })
    case 'cases':
      return field === undefined
        ? say('agreementIssue.case', { number })
        : say('agreementIssue.caseField', { number, field })
    default:
      return field === undefined
        ? say('agreementIssue.party', { number })
        : say('agreementIssue.partyField', { number, field })
  }
}

/** The innermost part that has a name; what stands in a list is told of by its list. */
function fieldInWords(say: Say, path: Issue['path']): string | undefined {
  const names = path.filter(step => typeof step === 'string')
  const name = names.at(-1)
  if (name === undefined) return undefined
  const isOfHours = names.includes('hours')
  if (isOfHours && name === 'from') return say('agreementField.hoursFrom')
  if (isOfHours && name === 'until') return say('agreementField.hoursUntil')
  return FIELDS.has(name) ? say.code('agreementField', name) : name
}

function whatInWords(say: Say, { code, found }: Issue): string {
  switch (code) {
    case 'missing':
      return say('agreementIssue.missing')
    case 'too-few':
      return say('agreementIssue.tooFew')
    case 'not-in-list':
      return say('agreementIssue.notInList', { found })
    case 'unexpected':
      return say('agreementIssue.unexpected', { found })
    case 'not-a-day':
      return say('agreementIssue.notADay', { found })
    case 'not-a-time':
      return say('agreementIssue.notATime', { found })
    case 'not-a-code':
      return say('agreementIssue.notACode', { found })
    case 'out-of-range':
      return say('agreementIssue.outOfRange', { found })
    case 'not-keepable':
      return say('agreementIssue.notKeepable')
    case 'wrong-kind':
      return say('agreementIssue.wrongKind', { found })
  }
}

/** Every name that a part of an agreement has in its file. Each has its words under `agreementField`. */
export const FIELD_NAMES = [
  'code',
  'title',
  'benefit',
  'parties',
  'organisation',
  'signatory',
  'from',
  'reviewOn',
  'until',
  'procedures',
  'identifying',
  'informing',
  'security',
  'records',
  'requests',
  'complaints',
  'clauses',
  'cases',
  'number',
  'words',
  'givers',
  'receivers',
  'roles',
  'relationships',
  'cohort',
  'classes',
  'purpose',
  'may',
  'when',
  'hours',
  'daysAfterTieBegins',
  'notAtHome',
  'overridesWishes',
  'basis',
  'article6',
  'article9',
  'power',
  'role',
  'relationship',
  'giver',
  'dataClass',
  'action',
  'age',
  'inHospital',
  'time',
] as const

const FIELDS: ReadonlySet<string> = new Set(FIELD_NAMES)
