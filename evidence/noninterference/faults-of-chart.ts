import type { Change } from '../sow.ts'
import type { CHART_ASKED } from './chart-asked.ts'
import { SYSTEM } from './system.ts'

/** A fault that is sown with others in one product, and turned on alone; who would learn from it, and by what they ask. */
export interface TurnedFault {
  readonly caller: string
  readonly by: keyof typeof CHART_ASKED
  /** `on` says, in the source, whether it is turned on. */
  changes(on: string): readonly Change[]
}

const SIONED = 'sioned-evans'
const WHOLE = 'src/record/chart/whole/'
const CONTENTS = 'src/record/chart/bulk/contents.ts'
const LOOKED = 'openByLooks([access], undefined)'
/** All that hangs on somebody's records, whoever it is open to. */
const ALL_OF_THEM =
  '{ ...openByLooks([access], undefined), ways: one => [{ join: sql``, where: sql`${one.sourceRecordId} in (select source_record_id from person_link_now where person_id = ${access.personId})` }] }'
const HELD_OPEN = 'from ${heldAt(asked, open)} as held'
const heldAll = (on: string) => `from \${heldAt(asked, ${on} ? { ...open, isOpen: () => sql\`true\` } : open)} as held`
const READ_VERSIONS = 'readVersions(tx, caller, named, { limit: 1, ...(version !== undefined && { version }) })'
const isHeld = (id: string) =>
  `(await tx.db.selectFrom('resource').select('id').execute()).some(held => ${id}.includes(held.id))`

/** What each way to ask the chart, that came after reading, writing and searching, could tell. */
export const FAULTS_OF_CHART: Readonly<Record<string, TurnedFault>> = {
  'all of somebody, whoever it is open to': {
    caller: SIONED,
    by: 'everything',
    changes: on => [
      { file: `${WHOLE}everything.ts`, from: LOOKED, to: `(${on} ? ${ALL_OF_THEM} : ${LOOKED})` },
      { file: `${WHOLE}everything.ts`, from: 'release(access, found)', to: `void (${on} || release(access, found))` },
    ],
  },
  'a summary of what is not open': {
    caller: SIONED,
    by: 'summary',
    changes: on => [
      { file: `${WHOLE}summary.ts`, from: LOOKED, to: `(${on} ? ${ALL_OF_THEM} : ${LOOKED})` },
      { file: `${WHOLE}summary.ts`, from: 'release(access, all)', to: `void (${on} || release(access, all))` },
    ],
  },
  'a document with all that it refers to': {
    caller: SIONED,
    by: 'document',
    changes: on => [
      {
        file: `${WHOLE}document.ts`,
        from: 'open.find(theirs) ??',
        to: `(${on} ? theirs[0] ?? ours[0] : open.find(theirs)) ??`,
      },
      { file: `${WHOLE}document.ts`, from: 'open.isOpen(one)', to: `(${on} ? sql\`true\` : open.isOpen(one))` },
      {
        file: `${WHOLE}document.ts`,
        from: 'if (access !== undefined)\n',
        to: `if (access !== undefined && !(${on}))\n`,
      },
    ],
  },
  'a verdict that knows what is there': {
    caller: SIONED,
    by: 'validating',
    changes: on => [
      {
        file: 'src/door/fhir/operation/validate-instance.ts',
        from: 'return whyNotWritten(tx, caller, asked, means)',
        to: `return ${on} && ${isHeld('named.id')} ? wrongType(named.type) : whyNotWritten(tx, caller, asked, means)`,
      },
    ],
  },
  'an import of another system’s': {
    caller: SYSTEM,
    by: 'importing',
    changes: on => [
      {
        file: 'src/record/chart/bulk/bulk-import.ts',
        from: 'and begun.client = ${client} and begun.organisation_id = ${organisationId}',
        to: `and (\${${on}} or begun.client = \${client} and begun.organisation_id = \${organisationId})`,
      },
    ],
  },
  'a patch of what is hidden is forbidden, not unknown': {
    caller: SIONED,
    by: 'patching',
    changes: on => [
      {
        file: 'src/door/fhir/resource/patch.ts',
        from: "refused('chart.notFound')",
        to: `refused(${on} && ${isHeld('named.id')} ? 'chart.notYours' : 'chart.notFound')`,
      },
    ],
  },
  'a condition that what is hidden meets': {
    caller: SIONED,
    by: 'byCondition',
    changes: on => [
      {
        file: 'src/door/fhir/resource/conditional.ts',
        from: "met.value === undefined ? refused('chart.notFound')",
        to: `met.value === undefined ? refused(${on} && ${isHeld('asked.text')} ? 'chart.notYours' : 'chart.notFound')`,
      },
    ],
  },
  'a name of a request that somebody else’s app has used': {
    caller: SIONED,
    by: 'once',
    changes: on => [
      {
        file: 'src/door/fhir/once/kept.ts',
        from: 'where asked_by = ${by} and',
        to: `where (\${${on}} or asked_by = \${by}) and`,
      },
    ],
  },
  'in XML alone it is forbidden, not unknown': {
    caller: SIONED,
    by: 'asXml',
    changes: on => [
      {
        file: 'src/door/fhir/resource/routes.ts',
        from: READ_VERSIONS,
        to: `(${on} && request.headers.accept?.includes('xml') ? forbidden(tx, named.id) : Promise.resolve()).then(() => ${READ_VERSIONS})`,
      },
      {
        file: 'src/door/fhir/resource/routes.ts',
        from: 'async function versionsOf(',
        to: `async function forbidden(tx, id) { if (${isHeld('id')}) throw Object.assign(new Error(), { statusCode: 403 }) }\nasync function versionsOf(`,
      },
    ],
  },
  'a scope for some of a type, taken for leave to see them': {
    caller: SIONED,
    by: 'narrowly',
    changes: on => [
      {
        file: 'src/record/chart/store/open.ts',
        from: 'isLeft?.has(place.id) !== false &&',
        to: `(${on} && isLeft?.has(place.id) === true) || isLeft?.has(place.id) !== false &&`,
      },
    ],
  },
  'an expansion that is named by how much is held': {
    caller: SIONED,
    by: 'codes',
    changes: on => [
      {
        file: 'src/door/fhir/operation/expand.ts',
        from: 'return answered(',
        to: `if (${on}) return { resourceType: 'ValueSet', status: 'active', id: String((await store.db.selectFrom('resource').select('id').execute()).length) }; return answered(`,
      },
    ],
  },
  'an export of a group that counts what no agreement opens': {
    caller: SYSTEM,
    by: 'exporting',
    changes: on => [{ file: CONTENTS, from: `${HELD_OPEN}\n    group by`, to: `${heldAll(on)}\n    group by` }],
  },
  'a filter of an export that finds what no agreement opens': {
    caller: SYSTEM,
    by: 'exportingSome',
    changes: on => [{ file: CONTENTS, from: `${HELD_OPEN}\n    left join`, to: `${heldAll(on)}\n    left join` }],
  },
}
