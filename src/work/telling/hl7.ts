/** How long MSH-10 may be. Source: HL7 v2.5.1 chapter 2.14.9.10. */
export const CONTROL_ID_LENGTH_MAX = 20

/** The media type of what is sent as HL7 v2. */
export const HL7_TYPE = 'x-application/hl7-v2+er7'
