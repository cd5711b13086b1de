/** Code lists of ours, under an address that nobody owns: it names, and leads nowhere. */
const OURS = 'https://cydofal.example/fhir/CodeSystem'
/** What of ours has a name: codes, and whatever is known by an identifier alone. */
export const OUR_SYSTEMS = {
  doing: `${OURS}/doing`,
  dataClass: `${OURS}/data-class`,
  purpose: `${OURS}/purpose`,
  role: `${OURS}/role`,
  because: `${OURS}/because`,
  check: `${OURS}/check`,
  organisation: 'https://cydofal.example/fhir/organisation',
  app: 'https://cydofal.example/fhir/app',
  place: 'https://cydofal.example/fhir/place',
  agreement: 'https://cydofal.example/fhir/agreement',
} as const
