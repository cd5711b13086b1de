/**
 * In which form a message came, and so in which it is answered. `pipes` is the bar-and-hat form of nearly everybody;
 * `xml` is HL7's own XML of it (and what PAS exports write, which has no answer of its own); `soap` is either of the two
 * in the body of a SOAP envelope.
 */
export type Form =
  | { readonly kind: 'pipes' }
  | { readonly kind: 'xml' }
  | { readonly kind: 'soap'; readonly envelope: string; readonly inside: 'pipes' | 'xml' }

/** The form of nearly everybody. */
export const PIPES: Form = { kind: 'pipes' }

/** HL7's own XML. */
export const XML: Form = { kind: 'xml' }

/** The namespace of HL7's XML. Source: HL7 v2 XML encoding rules, release 2. */
export const V2_XML = 'urn:hl7-org:v2xml'

/** The namespaces of SOAP 1.1 and 1.2. */
export const SOAP = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'] as const
