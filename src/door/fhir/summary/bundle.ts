import type { FhirResource } from 'fhir/r4.js'
import type { Found } from '#record/chart/search/columns.ts'

/** Something that stands in a document: made for it, or as it is kept. */
export type DocumentEntry = { readonly resource: FhirResource } | { readonly found: Found }

/** A document in JSON. What is kept stands in it as it is kept, digit by digit, and is not parsed. Source: FHIR R4, 3.3. */
export function documentBundle(
  entries: readonly DocumentEntry[],
  { here, at, id }: { readonly here: string; readonly at: Date; readonly id: string },
): string {
  const identifier = { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }
  const head = { resourceType: 'Bundle', type: 'document', identifier, timestamp: at.toISOString() }
  const texts = entries.map(entry => {
    const [type, id, text] =
      'found' in entry
        ? [entry.found.type, entry.found.logicalId, entry.found.text]
        : [entry.resource.resourceType, entry.resource.id, JSON.stringify(entry.resource)]
    return `{"fullUrl":${JSON.stringify(`${here}/${type}/${id}`)},"resource":${text}}`
  })
  return `${JSON.stringify(head).slice(0, -1)},"entry":[${texts.join(',')}]}`
}
