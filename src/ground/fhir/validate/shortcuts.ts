import { digitsOf } from '../json/exact.ts'
import { type Fields, has, hasChoice, isFields, listOf } from './fields.ts'
import { isBefore } from './order-of-time.ts'
import type { Visit } from './visit.ts'

/** Whether a rule holds of a value that is of its type; nothing where that is for the expression to say. */
export type Shortcut = (value: Fields, visit: Visit) => boolean | undefined

/**
 * The shortcut for an expression, where there is one. Each says what the expression says, wherever it says anything: a
 * property compares the two. Those are here that are asked of nearly every resource, and cost the expression ten times as much.
 */
export function shortcutOf(expression: string): ((value: unknown, visit: Visit) => boolean | undefined) | undefined {
  const shortcut = SHORTCUTS[expression]
  // Of a value without elements only one rule asks for some: ras-1, of a probability that is a number.
  return shortcut && ((value, visit) => (isFields(value) ? shortcut(value, visit) : true))
}

/** Every expression that has one, for whoever compares. */
export function shortcutExpressions(): readonly string[] {
  return Object.keys(SHORTCUTS)
}

/** One of these elements is there. */
const one =
  (...names: readonly string[]): Shortcut =>
  value =>
    names.some(name => has(value, name))
/** Where the first is, the second is. */
const needs =
  (first: string, second: string): Shortcut =>
  value =>
    !has(value, first) || has(value, second)
/** Not both are there. */
const notBoth =
  (first: string, second: string): Shortcut =>
  value =>
    !(has(value, first) && has(value, second))
/** It need not be asked where this is not there. */
const only =
  (name: string): Shortcut =>
  value =>
    has(value, name) ? undefined : true

const NAME = /^[A-Z][A-Za-z0-9_]{0,254}$/

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  // ext-1
  'extension.exists() != value.exists()': value => has(value, 'extension') !== hasChoice(value, 'value'),
  // dom-2 to dom-5
  'contained.contained.empty()': value => !containedIn(value).some(inner => has(inner, 'contained')),
  'contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()': value =>
    !containedIn(value).some(({ meta }) => isFields(meta) && (has(meta, 'versionId') || has(meta, 'lastUpdated'))),
  'contained.meta.security.empty()': value =>
    !containedIn(value).some(({ meta }) => isFields(meta) && has(meta, 'security')),
  // ref-1
  "reference.startsWith('#').not() or (reference.substring(1).trace('url') in %rootResource.contained.id.trace('ids'))":
    ({ reference }, visit) => {
      if (typeof reference !== 'string' || !reference.startsWith('#')) return true
      // What is contained may point to what holds it. R4 forgot that here, and says it in dom-3.
      if (reference === '#') return visit.isContained
      return containedIn(visit.root).some(({ id }) => id === reference.slice(1))
    },
  // per-1
  'start.hasValue().not() or end.hasValue().not() or (start <= end)': ({ start, end }) =>
    typeof start !== 'string' || typeof end !== 'string' || !isBefore(end, start),
  // qty-3, sqty-1, att-1, cpt-2
  'code.empty() or system.exists()': needs('code', 'system'),
  'comparator.empty()': value => !has(value, 'comparator'),
  'data.empty() or contentType.exists()': needs('data', 'contentType'),
  'value.empty() or system.exists()': needs('value', 'system'),
  // rng-2, rat-1
  'low.empty() or high.empty() or (low <= high)': value => (has(value, 'low') && has(value, 'high') ? undefined : true),
  '(numerator.empty() xor denominator.exists()) and (numerator.exists() or extension.exists())': value =>
    has(value, 'numerator') === has(value, 'denominator') && (has(value, 'numerator') || has(value, 'extension')),
  // pat-1, obs-3, obs-6, obs-7
  'name.exists() or telecom.exists() or address.exists() or organization.exists()': one(
    'name',
    'telecom',
    'address',
    'organization',
  ),
  'low.exists() or high.exists() or text.exists()': one('low', 'high', 'text'),
  'dataAbsentReason.empty() or value.empty()': value => !has(value, 'dataAbsentReason') || !hasChoice(value, 'value'),
  'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()': value =>
    has(value, 'component') && hasChoice(value, 'value') ? undefined : true,
  // org-1 to org-3
  '(identifier.count() + name.count()) > 0': one('identifier', 'name'),
  "where(use = 'home').empty()": ({ use }) => use !== 'home',
  // bdl-5, bdl-8
  'resource.exists() or request.exists() or response.exists()': one('resource', 'request', 'response'),
  "fullUrl.exists() implies fullUrl.contains('/_history/').not()": ({ fullUrl }) =>
    typeof fullUrl === 'string' ? !fullUrl.includes('/_history/') : undefined,
  // bdl-1, bdl-2, bdl-3, bdl-4
  "total.empty() or (type = 'searchset') or (type = 'history')": value =>
    !has(value, 'total') || value.type === 'searchset' || value.type === 'history',
  "entry.search.empty() or (type = 'searchset')": value =>
    value.type === 'searchset' || !entriesOf(value).some(entry => has(entry, 'search')),
  "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))":
    value => everyEntry(value, 'request', ['batch', 'transaction', 'history']),
  "entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))":
    value => everyEntry(value, 'response', ['batch-response', 'transaction-response', 'history']),
  // bdl-7, bdl-9 to bdl-12
  "(type = 'history') or entry.where(fullUrl.exists()).select(fullUrl&resource.meta.versionId).isDistinct()": value =>
    value.type === 'history' || areDistinct(entriesOf(value)),
  "type = 'document' implies (identifier.system.exists() and identifier.value.exists())": value =>
    value.type === 'document' ? undefined : true,
  "type = 'document' implies (timestamp.hasValue())": value => (value.type === 'document' ? undefined : true),
  "type = 'document' implies entry.first().resource.is(Composition)": value =>
    value.type === 'document' ? undefined : true,
  "type = 'message' implies entry.first().resource.is(MessageHeader)": value =>
    value.type === 'message' ? undefined : true,
  // con-4, con-5, con-1, con-2
  "abatement.empty() or clinicalStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-clinical' and (code='resolved' or code='remission' or code='inactive')).exists()":
    value => (hasChoice(value, 'abatement') ? undefined : true),
  "verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code='entered-in-error').empty() or clinicalStatus.empty()":
    only('clinicalStatus'),
  'summary.exists() or assessment.exists()': one('summary', 'assessment'),
  'code.exists() or detail.exists()': one('code', 'detail'),
  // cpl-3, lst-1 to lst-3, cmp-2, inv-1
  'detail.empty() or reference.empty()': notBoth('detail', 'reference'),
  'emptyReason.empty() or entry.empty()': notBoth('emptyReason', 'entry'),
  'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn': ({
    lastModified,
    authoredOn,
  }) => typeof lastModified !== 'string' || typeof authoredOn !== 'string' || !isBefore(lastModified, authoredOn),
  // tim-1, tim-2, tim-6, tim-7, tim-8, tim-10
  'duration.empty() or durationUnit.exists()': needs('duration', 'durationUnit'),
  'period.empty() or periodUnit.exists()': needs('period', 'periodUnit'),
  'duration.exists() implies duration >= 0': only('duration'),
  'period.exists() implies period >= 0': only('period'),
  'periodMax.empty() or period.exists()': needs('periodMax', 'period'),
  'durationMax.empty() or duration.exists()': needs('durationMax', 'duration'),
  'countMax.empty() or count.exists()': needs('countMax', 'count'),
  "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())": only('offset'),
  'timeOfDay.empty() or when.empty()': notBoth('timeOfDay', 'when'),
  // ras-1, ras-2, que-7: asked in code alone, where the engine has no answer for what R4 means
  "(low.empty() or ((low.code = '%') and (low.system = %ucum))) and (high.empty() or ((high.code = '%') and (high.system = %ucum)))":
    ({ low, high }) => [low, high].every(end => end === undefined || isPercentage(end)),
  'probability is decimal implies (probability as decimal) <= 100': ({ probabilityDecimal }) =>
    probabilityDecimal === undefined || Number(digitsOf(probabilityDecimal)) <= 100,
  "operator = 'exists' implies (answer is Boolean)": value =>
    value.operator !== 'exists' || has(value, 'answerBoolean') || !hasChoice(value, 'answer'),
  // que-12: R4's words say more than one, and its expression more than two
  'enableWhen.count() > 2 implies enableBehavior.exists()': value =>
    listOf(value.enableWhen).length < 2 || has(value, 'enableBehavior'),
  // -0 of what is published
  "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')": ({ name }) =>
    typeof name === 'string' && NAME.test(name) ? true : undefined,
  // dom-3
  "contained.where((('#'+id in (%resource.descendants().reference | %resource.descendants().as(canonical) | %resource.descendants().as(uri) | %resource.descendants().as(url))) or descendants().where(reference = '#').exists() or descendants().where(as(canonical) = '#').exists() or descendants().where(as(canonical) = '#').exists()).not()).trace('unmatched', id).empty()":
    value => (containedIn(value).every(inner => isReferred(inner, value)) ? true : undefined),
}

function isPercentage(value: unknown): boolean {
  return isFields(value) && value.code === '%' && value.system === 'http://unitsofmeasure.org'
}

function containedIn(value: unknown): readonly Fields[] {
  return isFields(value) && has(value, 'contained') ? listOf(value.contained).filter(isFields) : []
}

function entriesOf(bundle: Fields): readonly Fields[] {
  return listOf(bundle.entry).filter(isFields)
}

/** Whether no two entries have the same address and the same version. */
function areDistinct(entries: readonly Fields[]): boolean {
  const addressed = entries.filter(({ fullUrl }) => typeof fullUrl === 'string')
  const seen = addressed.map(({ fullUrl, resource }) => {
    const meta = isFields(resource) ? resource.meta : undefined
    return `${fullUrl}${isFields(meta) ? (meta.versionId ?? '') : ''}`
  })
  return new Set(seen).size === seen.length
}

function everyEntry(bundle: Fields, part: string, types: readonly unknown[]): boolean {
  const wants = types.includes(bundle.type)
  return entriesOf(bundle).every(entry => has(entry, part) === wants)
}

/** Whether a reference in the resource points to what it contains, or one in that points to what contains it. */
function isReferred(inner: Fields, outer: Fields): boolean {
  return (typeof inner.id === 'string' && refers(outer, `#${inner.id}`)) || refers(inner, '#')
}

function refers(value: unknown, to: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ((value as Fields).reference === to) return true
  for (const key in value) if (refers((value as Fields)[key], to)) return true
  return false
}
