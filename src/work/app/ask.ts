import { isWithin, parseScope, scopesIn } from '#ground/fhir/scope.ts'
import type { App } from './app.ts'

/** Scopes that are about no resource: who somebody is, for whom the app is opened, for how long. Source: SMART App Launch 2.2. */
export const OTHER_SCOPES = [
  'openid',
  'profile',
  'fhirUser',
  'launch',
  'launch/patient',
  'offline_access',
  'online_access',
] as const

/**
 * What of all that an app asks may be put to somebody: what is within the most that it was registered for. What is not
 * understood, or is more than that, is as if it had not been asked.
 */
export function askable(app: App, scopes: readonly string[]): string[] {
  const most = scopesIn(app.scopes)
  const others: readonly string[] = app.kind === 'system' ? [] : OTHER_SCOPES
  return [...new Set(scopes)].filter(text => {
    const scope = parseScope(text)
    return scope === undefined ? others.includes(text) : most.some(one => isWithin(scope, one))
  })
}

/** Whether somebody has to say, or has said by where they came from, for which one person an app is opened. */
export function needsPerson(scopes: readonly string[]): boolean {
  return scopes.some(text => text === 'launch' || text === 'launch/patient' || text.startsWith('patient/'))
}
