import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import type { Fault } from '#record/sharing/agreement/fault.ts'
import { faultsOf } from '#record/sharing/agreement/faults.ts'
import { knownOrganisations } from '#record/sharing/agreement/known-organisations.ts'
import { findOverlap } from '#record/sharing/agreement/overlap.ts'
import { findSignable, type SignProblem, signAgreement } from '#record/sharing/agreement/sign.ts'
import { type Preview, previewSigning } from '#record/sharing/preview/preview.ts'
import { AgreementFacts } from '../agreement/agreement-facts.tsx'
import { faultInWords } from '../agreement/fault-words.ts'
import { type Names, nameOf } from '../agreement/name-list.tsx'
import { OverlapNote } from '../agreement/overlap-note.tsx'
import { findAgreement, readRegister } from '../agreement/read-agreement.ts'
import { SightChanges } from '../agreement/sight-changes.tsx'
import { Signatures } from '../agreement/signatures.tsx'
import { WholeAgreement } from '../agreement/whole-agreement.tsx'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { notShown } from '../person/person-id.ts'

const SIGN = '/agreements/:hash/sign'

interface OneAgreement {
  readonly Params: { readonly hash: string }
}

/** An agreement as somebody reads it who is to sign it, and the signature. */
export function agreementSignPages(routes: Routes, { store }: WebMeans): void {
  routes.get<OneAgreement>(SIGN, { for: ['signatory'], does: 'nothing' }, (request, reply) =>
    drawSigning(request, reply, store),
  )

  routes.post<OneAgreement>(SIGN, { for: ['signatory'], does: 'nothing' }, async (request, reply) => {
    const { hash } = request.params
    const signed = await transactionInTurn(store, tx => signAgreement(tx, workerOf(request), hash))
    if (signed.ok) return onward(reply, `/agreements/${hash}?done=signed`)
    return drawSigning(request, reply, store, signed.problem)
  })
}

/** What stands in the way of a signature, with the status to say it with when somebody tried. */
const STATUS: Readonly<Record<SignProblem, number>> = {
  'agreement.unknown': 404,
  'agreement.notAParty': 403,
  'agreement.notInPost': 403,
  'agreement.alreadySigned': 409,
  'agreement.hasEnded': 409,
  'agreement.overlaps': 409,
  'agreement.faulty': 422,
}

interface Signing {
  readonly agreement: PublishedAgreement
  readonly names: Names
  readonly faults: readonly Fault[]
  /** Another version that is signed for some of the same days. */
  readonly other: PublishedAgreement | undefined
  /** What it would change, where this reader may sign. */
  readonly preview: Preview | undefined
  /** What keeps this reader from signing. */
  readonly problem: SignProblem | undefined
}

async function drawSigning(
  request: FastifyRequest<OneAgreement>,
  reply: FastifyReply,
  store: Store,
  tried?: SignProblem,
): Promise<FastifyReply> {
  const signing = await transaction(store, tx => readSigning(tx, workerOf(request), request.params.hash))
  if (signing === undefined) throw notShown()
  const page = <SignPage signing={signing} isRefused={tried !== undefined} />
  return drawPage(request, reply, page, tried === undefined ? 200 : STATUS[tried])
}

async function readSigning(tx: Tx, signer: WorkerActor, hash: string): Promise<Signing | undefined> {
  const register = await readRegister(tx)
  const agreement = findAgreement(register, hash)
  const signable = await findSignable(tx, signer, hash)
  if (agreement === undefined) return undefined
  return {
    agreement,
    names: register.names,
    faults: faultsOf(agreement.content, await knownOrganisations(tx)),
    other: await findOverlap(tx, agreement),
    preview: signable.ok ? await previewSigning(tx, agreement.content) : undefined,
    problem: signable.ok ? undefined : signable.problem,
  }
}

function SignPage({ signing, isRefused }: { signing: Signing; isRefused: boolean }): JSX.Element {
  const { say, now } = useAsked()
  const { agreement, names, problem, other } = signing
  const { code, title, benefit } = agreement.content
  const wrong = isRefused && problem !== undefined
  return (
    <Page
      title={say('signing.title')}
      problems={wrong ? [{ message: say.plain(problem), field: 'signature' }] : undefined}
      back={{ href: '/agreements/to-sign', text: say('signing.toSign') }}
    >
      <Heading level={1} size="xl" caption={say('agreement.code', { code })}>
        {say.of(title)}
      </Heading>
      <p class="nhsuk-lede-text">{say.of(benefit)}</p>
      <AgreementFacts agreement={agreement} today={dayOf(now)} />
      <WholeAgreement content={agreement.content} names={names} />
      <Soundness signing={signing} />
      {signing.preview && <SightChanges heading={say('signing.gains')} preview={signing.preview} names={names} />}
      {other && problem === 'agreement.overlaps' && <OverlapNote other={other} />}
      <Signatures agreement={agreement} names={names} />
      <Statement signing={signing} />
    </Page>
  )
}

/** Whether it was checked, and what was found. */
function Soundness({ signing: { faults, names } }: { signing: Signing }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('signing.soundTitle')}</h2>
      {faults.length === 0 ? (
        <p>{say('signing.sound')}</p>
      ) : (
        <>
          <p>{say('signing.faults')}</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {faults.map(fault => (
              <li key={JSON.stringify(fault)}>{faultInWords(say, fault, names)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What is signed, for whom and as what; or why this reader cannot sign. */
function Statement({ signing: { agreement, names, problem } }: { signing: Signing }): JSX.Element {
  const { say, visitor } = useAsked()
  const own = visitor?.post?.organisationCode
  const party = agreement.content.parties.find(({ organisation }) => organisation === own)
  return (
    <section id="signature" tabIndex={-1}>
      <h2 class="nhsuk-heading-l">{say('signing.yours')}</h2>
      {problem !== undefined || party === undefined ? (
        <InsetText>{say.plain(problem ?? 'agreement.notAParty')}</InsetText>
      ) : (
        <form method="post" action={`/agreements/${agreement.hash}/sign`}>
          <p>{say('signing.statement')}</p>
          <SummaryList
            rows={[
              { key: say('signing.name'), value: visitor?.name },
              { key: say('signing.post'), value: say.of(party.signatory) },
              { key: say('signing.for'), value: say.of(nameOf(names, party.organisation)) },
              { key: say('signing.fingerprint'), value: <code class="app-fingerprint">{agreement.hash}</code> },
            ]}
          />
          <Button preventDoubleClick>{say('signing.sign')}</Button>
        </form>
      )}
    </section>
  )
}
