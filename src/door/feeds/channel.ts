/** In which language what arrives is written. A message is replayed by the reader of the channel it came through. */
export type Channel = 'hl7' | 'csv' | 'fhir'
