import type { FastifyRequest } from 'fastify'
import { done, type Outcome } from '#ground/outcome.ts'
import { readVersions, type SentVersion } from '#record/chart/store/read.ts'
import type { WriteProblem, Written } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { notFound, requestIdTaken } from '../problem.ts'
import { type AnyCaller, readingAs, writingAs } from '../resource/as-any-caller.ts'
import { askedBy, askedOnce } from './asked-once.ts'
import { findRequest, keepRequest, type WroteVersion } from './kept.ts'

/** How something is written, and how it is answered when it was written before. */
export interface Once<Value> {
  write(caller: AnyCaller): Promise<Value>
  /** What it wrote; undefined where it was refused and wrote nothing. */
  wrote(value: Value): readonly WroteVersion[] | undefined
  /** The answer to a request that wrote this before. */
  again(caller: AnyCaller, wrote: readonly WroteVersion[]): Promise<Value>
}

/**
 * Writes for whoever the token speaks for, in one transaction; a request that says which it is, once. It is done as any other,
 * and what it wrote is kept with it: the same again fails on that, is undone, and is answered as the first was, as far as
 * that is open now. So is what is refused only because it was done already. Throws where another request has that name.
 */
export async function writingOnce<Value>(request: FastifyRequest, means: FhirMeans, once: Once<Value>): Promise<Value> {
  const asked = askedOnce(request)
  if (asked === undefined) return writingAs(request, means, once.write)
  let first: () => Value
  try {
    const value = await writingAs(request, means, async caller => {
      const value = await once.write(caller)
      const wrote = once.wrote(value)
      if (wrote !== undefined) keepRequest(caller.tx, askedBy(caller), asked, wrote)
      return value
    })
    if (once.wrote(value) !== undefined) return value
    first = () => value
  } catch (fault) {
    first = () => {
      throw fault
    }
  }
  const before = await readingAs(request, means, async caller => {
    const kept = await findRequest(caller.tx, askedBy(caller), asked)
    if (kept !== undefined && kept.digest !== asked.digest) throw requestIdTaken()
    return kept && { value: await once.again(caller, kept.written) }
  })
  return before === undefined ? first() : before.value
}

/** A version that was written before, as it is told now. Throws where it is not open any more, as if it were not there. */
export async function versionAgain({ tx, ...caller }: AnyCaller, wrote: WroteVersion): Promise<SentVersion> {
  const { type, id, versionId } = wrote
  const [version] = (await readVersions(tx, caller, { type, id }, { version: versionId, limit: 1 })) ?? []
  if (version === undefined) throw notFound()
  return version
}

/** The same of one that holds something. */
export async function writtenAgain(caller: AnyCaller, wrote: WroteVersion): Promise<Written> {
  const { text, ...version } = await versionAgain(caller, wrote)
  if (text === undefined) throw notFound()
  return { ...version, text, created: wrote.created }
}

/** What was written, by its name. */
export function wroteOf({ type, logicalId: id, versionId, created }: Written, place = 0): WroteVersion {
  return { place, type, id, versionId, created }
}

/** What a request that writes one version wrote, and how it is answered again. */
export const ONE_VERSION: Omit<Once<Outcome<Written, WriteProblem>>, 'write'> = {
  wrote: outcome => (outcome.ok ? [wroteOf(outcome.value)] : undefined),
  again: async (caller, [wrote]) => done(await writtenAgain(caller, wrote!)),
}
