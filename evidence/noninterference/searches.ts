import { HIDDEN_CONDITION, HIDDEN_LIST, STAY } from './hidden-searched.ts'

/** The place at which the chart is searched, as the server names it. */
export const SEARCHED_AT = '/fhir/:type'

/**
 * What could tell of something hidden by a search: matched, led to and back, filtered, counted, sorted, paged, included, missing.
 * Each is asked of both worlds.
 */
export function searchesFor(hidden: { readonly resource: string; readonly record: string }): readonly string[] {
  const has = '_has:Condition:patient'
  return [
    'Condition?_total=accurate',
    'Condition?code=hidden-code&_total=accurate',
    'Condition?code:not=hidden-code&_total=accurate',
    'Condition?code:text=cudd',
    'Condition?code:missing=true&_total=accurate',
    'Condition?_content=cudd&_summary=count',
    `Condition?_id=${HIDDEN_CONDITION},${hidden.resource}`,
    'Condition?recorded-date=ge2026&_sort=-recorded-date&_count=1',
    'Condition?_sort=_lastUpdated,code&_count=1&_total=estimate',
    'Condition?_lastUpdated=ge2026&_elements=code',
    'Condition?_filter=code eq "hidden-code" or recorded-date lt 2000',
    'Condition?subject:Patient.name=mair&_total=accurate',
    'Encounter?diagnosis:Condition.code=hidden-code&_total=accurate',
    'Encounter?diagnosis:Condition.code:missing=false&_total=accurate',
    'Encounter?_filter=diagnosis.code eq "hidden-code"',
    `Encounter?diagnosis=Condition/${HIDDEN_CONDITION}`,
    'Encounter?status=finished&_include=Encounter:diagnosis',
    'Encounter?status=finished&_include=*&_revinclude:iterate=Condition:encounter',
    'Encounter?_total=accurate&_sort=-date&_count=1',
    'Encounter?status=in-progress&_total=accurate',
    `Encounter?_list=${HIDDEN_LIST}&_total=accurate`,
    `Encounter?part-of:below=Encounter/${STAY}&_total=accurate`,
    'Questionnaire?_has:QuestionnaireResponse:questionnaire:status=completed&_total=accurate',
    'Questionnaire?_revinclude=QuestionnaireResponse:questionnaire',
    `Patient?${has}:code=hidden-code&_total=accurate`,
    `Patient?${has}:subject:Patient.name=mair&_total=accurate`,
    'Patient?family=pritchard&_total=accurate&_sort=given,-birthdate',
    'Patient?family=pritchard&_revinclude=Condition:patient',
    'Patient?name=mair&_sort=-_lastUpdated&_count=1&_total=accurate',
    'Patient?address:missing=true&family=pritchard&_total=accurate',
    `Patient?_id=${hidden.record}&_total=accurate`,
    `Patient/${hidden.record}/Condition`,
    `Provenance?target=Condition/${HIDDEN_CONDITION}&_total=accurate`,
    `Provenance?_id=${HIDDEN_CONDITION}.1,${hidden.resource}.1`,
    `Provenance?patient=${hidden.record}&_total=accurate`,
    'Provenance?recorded=le2026-11-22&_sort=recorded&_count=1&_total=accurate',
    'Provenance?target:Condition.code=hidden-code&_total=accurate',
    'Encounter?status=finished&_include=Encounter:diagnosis&_revinclude:iterate=Provenance:target',
    'Encounter?_has:Provenance:target:agent-type=author&_total=accurate',
    `Provenance/${HIDDEN_CONDITION}.1`,
    `Provenance/${HIDDEN_CONDITION}.1/_history`,
    'DocumentReference?_total=accurate',
    'Appointment?date=ge2099&_total=accurate',
    'DiagnosticReport?status=final&_total=accurate&_sort=code',
    '?_type=Condition,Encounter,DiagnosticReport&_total=accurate&_sort=-_lastUpdated&_count=2',
  ].map(query => encodeURI(query.startsWith('?') ? `/fhir${query}` : `/fhir/${query}`))
}
