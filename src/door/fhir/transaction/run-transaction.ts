import type { FastifyRequest } from 'fastify'
import { validate } from '#ground/fhir/validate/validate.ts'
import { holdConditions } from '#record/chart/search/match.ts'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import type { FhirMeans } from '../means.ts'
import type { WroteVersion } from '../once/kept.ts'
import { versionAgain, writingOnce, wroteOf } from '../once/writing-once.ts'
import { notValid } from '../problem.ts'
import type { AnyCaller } from '../resource/as-any-caller.ts'
import { targetBy } from '../resource/conditional.ts'
import { returnAsked, tagsIn } from '../resource/preferences.ts'
import { type AnsweredEntry, answerWritten } from './answered.ts'
import type { AskedEntry } from './bundle.ts'
import { type Placed, placedOf, refuseTwice } from './placed.ts'
import { readEntry, toRead } from './read-entry.ts'
import { type ConditionalReferences, conditionalReferences } from './references.ts'
import { taken } from './taken.ts'
import { decideWrites, writeDecided } from './write-entries.ts'

/**
 * Does all that the entries of a transaction ask, or none of it: what is deleted, created, changed and read, in that order,
 * whatever the order they stand in. They may refer to one another, in a circle too. In one transaction of the database.
 * Conditions are met by what is there when all has been deleted and nothing created; those in references, by the bundle's own
 * Patients too. Source: FHIR R4, 3.1.0.11.
 */
export async function runTransaction(
  request: FastifyRequest,
  means: FhirMeans,
  entries: readonly AskedEntry[],
  sent: unknown,
): Promise<readonly AnsweredEntry[]> {
  const issues = validate(sent, { profiles: means.profiles })
  if (issues.some(({ severity }) => severity === 'error')) throw notValid(issues)
  const placed = entries.map((entry, place) => placedOf(request, means, entry, place))
  refuseTwice(placed)
  const resources = placed.filter(isWrite).map(({ entry }) => entry.resource!)
  const references = conditionalReferences(request, means, resources)
  const wantsBack = returnAsked(request, 'minimal') === 'representation'
  const done = await writingOnce<Done>(request, means, {
    write: caller => runAll(request, means, caller, { placed, references, wantsBack }),
    wrote: ({ wrote }) => wrote,
    async again(caller, wrote) {
      const answers = new Map<number, AnsweredEntry>()
      for (const one of wrote) answers.set(one.place, await answeredAgain(caller, one, wantsBack))
      await readAll(request, caller, placed, answers)
      return { answers, wrote }
    },
  })
  return placed.map(({ place }) => done.answers.get(place)!)
}

interface Asked {
  readonly placed: readonly Placed[]
  readonly references: ConditionalReferences
  readonly wantsBack: boolean
}

/** What became of the entries, by their places, and what of it was written. */
interface Done {
  readonly answers: ReadonlyMap<number, AnsweredEntry>
  readonly wrote: readonly WroteVersion[]
}

async function runAll(
  request: FastifyRequest,
  means: FhirMeans,
  { tx, ...caller }: AnyCaller,
  { placed, references, wantsBack }: Asked,
): Promise<Done> {
  await holdConditions(
    tx,
    placed.flatMap(({ condition }) => condition ?? []),
  )
  const answers = new Map<number, AnsweredEntry>()
  const wrote: WroteVersion[] = []
  for (const one of placed.filter(({ entry }) => entry.method === 'DELETE')) {
    const target = taken(await targetBy(tx, caller, one.condition ?? one.named!, tagsIn(one.entry.ifMatch)))
    const { versionId } = taken(await deleteFromChart(tx, caller, target.named, target.ifMatch))
    answers.set(one.place, { status: '204 No Content', versionId })
    wrote.push({ ...target.named, place: one.place, versionId, created: false })
  }
  const decided = await decideWrites({ tx, ...caller }, placed.filter(isWrite), means)
  for (const [place, written] of await writeDecided({ tx, ...caller }, means, { decided, references })) {
    answers.set(place, answerWritten(written, wantsBack))
    wrote.push(wroteOf(written, place))
  }
  await readAll(request, { tx, ...caller }, placed, answers)
  return { answers, wrote }
}

/** What entries read, when all has been written. */
async function readAll(
  request: FastifyRequest,
  caller: AnyCaller,
  placed: readonly Placed[],
  answers: Map<number, AnsweredEntry>,
): Promise<void> {
  for (const { place, entry } of placed.filter(({ entry }) => entry.method === 'GET' || entry.method === 'HEAD')) {
    answers.set(place, await readEntry(caller, toRead(request, entry), entry))
  }
}

/** What was answered of an entry that wrote, as far as it is open now. */
async function answeredAgain(caller: AnyCaller, wrote: WroteVersion, wantsBack: boolean): Promise<AnsweredEntry> {
  const { text, ...version } = await versionAgain(caller, wrote)
  if (text === undefined) return { status: '204 No Content', versionId: wrote.versionId }
  return answerWritten({ ...version, text, created: wrote.created }, wantsBack)
}

function isWrite({ entry: { method } }: Placed): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH'
}
