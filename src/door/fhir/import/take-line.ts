import { sql } from '#ground/db/sql.ts'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { scopesIn } from '#ground/fhir/scope.ts'
import { isFields } from '#ground/fhir/validate/fields.ts'
import { sayIn } from '#ground/language/say.ts'
import { type ImportLine, type LineOutcome, settleLine, takeLine } from '#record/chart/bulk/import-line.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import type { ToWrite } from '#record/chart/store/to-write.ts'
import { findFhirSystem } from '#work/sender/fhir-system.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf } from '../outcome.ts'
import { bodyRefused, FhirProblem, ours, tokenRefused, wrongType } from '../problem.ts'
import { validResource } from '../resource/sent-resource.ts'
import { isKept } from '../resource/types.ts'
import { writeOne } from '../resource/write.ts'
import { writeProblem } from '../resource/write-problem.ts'
import type { Bearer } from '../token/bearer.ts'
import { leftTo, onlyAbout } from '../token/scope.ts'

/**
 * Takes in the line that is next, in one transaction: it is written as if its system had sent it alone, or refused in the same
 * words, and what became of it is kept with it. Whether there was one. Something that fails for no reason of the line's is told to
 * `failed`, and the line is refused as a fault of ours.
 */
export async function takeNextLine(
  store: Store,
  means: Pick<FhirMeans, 'origin' | 'profiles'>,
  failed: (fault: unknown) => void,
): Promise<boolean> {
  try {
    return await transactionInTurn(store, tx => takeOne(tx, line => tried(tx, line, means)))
  } catch (fault) {
    failed(fault)
    return transactionInTurn(store, tx => takeOne(tx, async line => refusedBy(ours(), line)))
  }
}

async function takeOne(tx: Tx, become: (line: ImportLine) => Promise<LineOutcome>): Promise<boolean> {
  const line = await takeLine(tx)
  if (line === undefined) return false
  settleLine(tx, line, await become(line))
  return true
}

/** What throws a problem leaves nothing of itself; what answers one leaves in the trail that it was asked, as a single write does. */
async function tried(tx: Tx, line: ImportLine, means: Pick<FhirMeans, 'origin' | 'profiles'>): Promise<LineOutcome> {
  tx.send(sql`savepoint line`)
  try {
    return await write(tx, line, means)
  } catch (fault) {
    if (!(fault instanceof FhirProblem)) throw fault
    tx.send(sql`rollback to savepoint line`)
    return refusedBy(fault, line)
  }
}

async function write(tx: Tx, line: ImportLine, means: Pick<FhirMeans, 'origin' | 'profiles'>): Promise<LineOutcome> {
  const asked = toWrite(line, means)
  const { resourceType: type } = asked.resource
  const outcome = await writeOne(tx, await callerOf(tx, line), asked, means)
  if (!outcome.ok) return { ...refusedBy(writeProblem(outcome.problem), line), type }
  return { outcome: outcome.value.created ? 'created' : 'updated', type }
}

/** Under the id that it brings, as an update would write it; without one, as something new. Throws what is wrong with it. */
function toWrite(line: ImportLine, { profiles }: Pick<FhirMeans, 'profiles'>): ToWrite {
  const read = readJson(line.content)
  if (!read.ok) throw bodyRefused(read.problem)
  const type = isFields(read.value) && typeof read.value.resourceType === 'string' ? read.value.resourceType : ''
  if (!isKept(type)) throw wrongType(type)
  const resource = validResource(read.value, type, profiles)
  const { id } = resource
  const asked: ToWrite =
    id === undefined ? { method: 'create', resource } : { method: 'update', resource, named: { type, id } }
  onlyAbout(bearerOf(line), type, id === undefined ? 'c' : 'u')
  return asked
}

/** The system as it is let in now, with no more than its token was given for. */
async function callerOf(tx: Tx, line: ImportLine): Promise<Caller> {
  const actor = await findFhirSystem(tx, line.client)
  if (actor === undefined) throw tokenRefused()
  const through = { app: line.client, token: line.token, request: line.request }
  return { actor, through, leaves: (type, letter) => leftTo(bearerOf(line), type, letter) }
}

function bearerOf({ client, token, scopes }: ImportLine): Bearer {
  const none = { postId: undefined, grantId: undefined, patient: undefined }
  return { subject: client, app: client, tokenId: token, scopes: scopesIn(scopes), ...none }
}

function refusedBy(
  problem: FhirProblem,
  { language, line }: ImportLine,
): LineOutcome & { readonly outcome: 'refused' } {
  const outcome = { ...outcomeOf(problem, sayIn(language)), id: `line-${line}` }
  return { outcome: 'refused', refusal: JSON.stringify(outcome) }
}
