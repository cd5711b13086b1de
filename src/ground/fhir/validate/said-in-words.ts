import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { type Fields, isFields } from './fields.ts'
import type { Issue } from './issue.ts'
import { type Check, shown, type Visit } from './visit.ts'

/**
 * What R4 says of a type in words and in no expression, so that no rule of its definition finds it. Nothing for most types.
 */
export function checkSaidInWords(typeName: string): Check | undefined {
  const check = CHECKS[typeName]
  return check && ((value, visit) => isFields(value) && check(value, visit))
}

const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/

const CHECKS: Readonly<Record<string, (value: Fields, visit: Visit) => void>> = {
  // Source: FHIR R4, datatypes.html, Coding.system and Identifier.system: an absolute URI.
  Coding: (value, visit) => {
    absolute('system', value, visit)
    ofItsSystem(value, visit)
  },
  // Many senders write a short name of their own, and the number is no worse for it.
  Identifier: (value, visit) => absolute('system', value, visit, 'warning'),
  Quantity: (value, visit) => absolute('system', value, visit),
  // Source: FHIR R4, valueset.html: to name a code system, never one that is contained.
  'ValueSet.compose.include': (value, visit) => absolute('system', value, visit),
  // Source: FHIR R4, codesystem.html and valueset.html: how it is called wherever it is met.
  CodeSystem: (value, visit) => absolute('url', value, visit),
  ValueSet: (value, visit) => absolute('url', value, visit),
  // Source: FHIR R4, datatypes.html, Attachment.size: how many bytes it has before they are written as base64.
  Attachment: ({ data, size }, visit) => {
    if (typeof data !== 'string' || typeof size !== 'number') return
    const bytes = Buffer.byteLength(data.replace(/\s/g, ''), 'base64')
    if (bytes !== size) visit.find('wrongValue', `The data has ${bytes} bytes, and says ${size}.`, 'size')
  },
}

function absolute(name: string, { [name]: address }: Fields, visit: Visit, severity?: Issue['severity']): void {
  if (typeof address !== 'string' || ABSOLUTE.test(address)) return
  visit.find('wrongValue', `Not an absolute address: ${shown(address)}`, name, severity)
}

/** A code is one of its system's, where that is R4's own and has its codes there. Others grow without R4. */
function ofItsSystem({ system, code }: Fields, visit: Visit): void {
  if (typeof system !== 'string' || typeof code !== 'string' || !system.startsWith('http://hl7.org/fhir/')) return
  const held = r4Terminology().findSystem(system)
  if (held?.isComplete && held.find(code) === undefined) {
    visit.find('unknownCode', `${system} has no ${shown(code)}`, 'code')
  }
}
