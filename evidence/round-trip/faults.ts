import type { Change } from '../sow.ts'

const STORE = 'src/record/chart/write-version.ts'
const KEPT = 'content: next.content,'

const kept = (instead: string): readonly Change[] => [{ file: STORE, from: KEPT, to: `content: ${instead},` }]

/** Stores that lose something, by what they do. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'it drops a digit': kept('JSON.parse(JSON.stringify(next.content))'),
  'it turns lists round': kept(
    'JSON.parse(JSON.stringify(next.content, (_, value) => (Array.isArray(value) ? value.toReversed() : value)))',
  ),
  'it loses what is contained': kept('{ ...next.content, contained: undefined }'),
  'it loses what a value says besides': kept(
    "JSON.parse(JSON.stringify(next.content, (name, value) => (name.startsWith('_') ? undefined : value)))",
  ),
  'its XML has nothing contained': [
    {
      file: 'src/ground/fhir/xml/write.ts',
      from: "if (type.kind === 'resource') return `<${name}>${resourceIn(value)}</${name}>`",
      to: "if (type.kind === 'resource') return ''",
    },
  ],
  'what was written first reads as what stands there now': [
    {
      file: 'src/record/chart/store/read.ts',
      from: 'where version.resource_id = ${place.id} and ${which(wanted)}',
      to: 'where version.resource_id = ${place.id}',
    },
  ],
}
