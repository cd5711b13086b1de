import type { OperationOutcome } from 'fhir/r4.js'
import type { SentVersion } from '#record/chart/store/read.ts'
import type { Written } from '#record/chart/store/to-write.ts'
import type { AskedBundle } from './bundle.ts'

/** What became of one entry. */
export interface AnsweredEntry {
  readonly status: string
  readonly versionId?: string | undefined
  readonly recordedAt?: Date | undefined
  readonly location?: string
  /** The resource in JSON; left out where nothing is wanted back. */
  readonly text?: string | undefined
  readonly outcome?: OperationOutcome
}

/** What an entry that wrote something is answered. */
export function answerWritten(written: Written, wantsBack: boolean): AnsweredEntry {
  const { type, logicalId, versionId, recordedAt, text, created } = written
  return {
    status: created ? '201 Created' : '200 OK',
    versionId,
    recordedAt,
    location: `${type}/${logicalId}/_history/${versionId}`,
    text: wantsBack ? text : undefined,
  }
}

/** What an entry that read something is answered. */
export function answerRead({ versionId, recordedAt, text }: SentVersion): AnsweredEntry {
  return text === undefined
    ? { status: '410 Gone', versionId, recordedAt }
    : { status: '200 OK', versionId, recordedAt, text }
}

/** The whole answer, in the order of the entries; what each resource holds is put in as it stands, and not parsed. */
export function answeredBundle(type: AskedBundle['type'], entries: readonly AnsweredEntry[]): string {
  return `{"resourceType":"Bundle","type":"${type}-response","entry":[${entries.map(entryText).join(',')}]}`
}

function entryText({ status, versionId, recordedAt, location, text, outcome }: AnsweredEntry): string {
  const response = {
    status,
    ...(location !== undefined && { location }),
    ...(versionId !== undefined && { etag: `W/"${versionId}"` }),
    ...(recordedAt !== undefined && { lastModified: recordedAt.toISOString() }),
    ...(outcome !== undefined && { outcome }),
  }
  return `{${text === undefined ? '' : `"resource":${text},`}"response":${JSON.stringify(response)}}`
}
