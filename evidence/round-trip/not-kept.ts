/** A reason for which the store keeps something not that is valid, by the code with which it refuses. */
interface Reason {
  readonly why: string
  /** Every resource of these types, whatever is in it. */
  readonly types?: readonly string[]
  readonly cases?: readonly string[]
}

const CONTAINED_SUBJECT = `examples/Claim-100155.json examples/RiskAssessment-population.json
  examples/Observation-10minute-apgar-score.json examples/Observation-1minute-apgar-score.json
  examples/Observation-20minute-apgar-score.json examples/Observation-2minute-apgar-score.json
  examples/Observation-5minute-apgar-score.json`

/** What is valid and not kept, and why. Whatever else is refused is a failure, and so is one of these that is kept. */
export const NOT_KEPT: Readonly<Record<string, Reason>> = {
  'only-read': {
    why: 'the trail is written by what is done, and outcomes and parameters are answers: FHIR keeps them nowhere',
    types: ['AuditEvent', 'OperationOutcome', 'Parameters'],
  },
  'subscription-not-taken': {
    why: 'a subscription is a promise to send, and these ask for what is not sent: by mail, or by criteria that are no topic',
    types: ['Subscription'],
  },
  'about-whom': {
    why: 'its subject is contained in it, or a Person of nobody who is known: whom it is about cannot be known (decision 56)',
    cases: ['examples/Person-pp.json', ...CONTAINED_SUBJECT.split(/\s+/)],
  },
  'another-person': {
    why: 'an example of that id is about somebody else, and a resource stays whose it was',
    cases: ['fhir-conformance/validator-cases/care-plan.json'],
  },
  'patient-known': {
    why: 'another example has the same number at the same organisation: one number is one record',
    cases: ['examples/Patient-mom.json'],
  },
  'two-kinds-of-private': {
    why: 'it says things of two kinds of sensitive data, which are kept apart (decision 56)',
    cases: ['examples/Consent-consent-example-pkb.json'],
  },
  'too-large': {
    why: 'a resource may have five megabytes, and this is a publication of many',
    cases: [
      'examples/Bundle-resources.json',
      'examples/Bundle-v3-valuesets.json',
      'examples/Bundle-valueset-expansions.json',
    ],
  },
}

/** Why a case is not kept, and the code that says so; undefined where it must be. */
export function reasonNotKept({ name, type }: { readonly name: string; readonly type: string }) {
  for (const [code, { why, types = [], cases = [] }] of Object.entries(NOT_KEPT))
    if (types.includes(type) || cases.includes(name)) return { code, why }
  return undefined
}
