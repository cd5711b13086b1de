import { FhirProblem } from '../problem.ts'

/** An import by addresses: nothing is fetched, what is to be taken in is sent. */
export function importByUpload(): FhirProblem {
  return new FhirProblem('import-by-upload', {
    status: 422,
    issue: 'not-supported',
    words: say => say('fhir.importByUpload'),
  })
}

/** More lines at once than are taken. */
export function importTooLong(lines: number): FhirProblem {
  return new FhirProblem('import-too-long', {
    status: 413,
    issue: 'too-long',
    words: say => say('fhir.importTooLong', { lines }),
  })
}

/** What a system has sent must be taken in before it sends more. */
export function tooManyImports(): FhirProblem {
  return new FhirProblem('too-many-imports', {
    status: 429,
    issue: 'throttled',
    words: say => say('fhir.tooManyImports'),
  })
}
