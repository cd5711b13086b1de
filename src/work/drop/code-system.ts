import {
  ALERT_SOURCES,
  CARE_SERVICES,
  CLOSURE_REASONS,
  type CodeList,
  PACKAGE_STATES,
  RESIDENCES,
  TENANCY_KINDS,
  VISIT_STATES,
  WORK_KINDS,
  WORK_STAGES,
} from './codes.ts'

/** Our lists of codes, by the name under which there are words for each code in both languages. */
export const CODE_LISTS = {
  tenancyKind: TENANCY_KINDS,
  careService: CARE_SERVICES,
  packageState: PACKAGE_STATES,
  closureReason: CLOSURE_REASONS,
  residence: RESIDENCES,
  workKind: WORK_KINDS,
  workStage: WORK_STAGES,
  visitState: VISIT_STATES,
  alertSource: ALERT_SOURCES,
} as const satisfies Readonly<Record<string, CodeList>>
export type CodeListName = keyof typeof CODE_LISTS

/** The FHIR code system of a list of ours, or of the codes of alerts. */
export function systemOf(list: CodeListName | 'personAlert' | 'safeguarding' | 'visit'): string {
  return `urn:cydofal:file:${list}`
}

/** The name of the list that a field's codes are of. */
export function listNameOf(list: CodeList): CodeListName | undefined {
  return (Object.keys(CODE_LISTS) as CodeListName[]).find(name => CODE_LISTS[name] === list)
}
