import type { FastifyReply } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import {
  type Document,
  documentsOf,
  findDocument,
  findFile,
  type WholeDocument,
} from '#record/chart/clinical/documents.ts'
import { look } from '#record/sharing/look.ts'
import { useSay, visitorOf } from '../asked.ts'
import { DocumentLinks } from '../clinical/document-links.tsx'
import { DocumentWhole } from '../clinical/document-whole.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

interface OneDocument {
  readonly Params: { readonly person: string; readonly document: string }
}

interface OneFile {
  readonly Params: { readonly person: string; readonly document: string; readonly place: string }
}

/** How many documents are listed at most, the latest. */
const DOCUMENTS_MAX = 200

/** Somebody's letters and documents, one of them, and a file in it, as far as they are open. */
export function documentPages(routes: Routes, { store }: WebMeans): void {
  routes.get<{ Params: { person: string } }>(
    '/people/:person/documents',
    { for: 'visitors', does: 'look' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const { actor } = visitorOf(request)
      const shown = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'look', place: 'documents' }, async access => ({
          banner: await pageBanner(tx, access),
          documents: await documentsOf(tx, access, DOCUMENTS_MAX),
        })),
      )
      if (!shown.ok) throw notShown()
      return drawPage(request, reply, <DocumentsPage {...shown.value} />)
    },
  )

  routes.get<OneDocument>(
    '/people/:person/documents/:document',
    { for: 'visitors', does: 'look' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const documentId = idFrom(request.params.document)
      const { actor } = visitorOf(request)
      const shown = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'look', place: 'documents' }, async access => ({
          banner: await pageBanner(tx, access),
          document: await findDocument(tx, access, documentId),
        })),
      )
      if (!shown.ok || shown.value.document === undefined) throw notShown()
      const { banner, document } = shown.value
      return drawPage(request, reply, <DocumentPage banner={banner} document={document} />)
    },
  )

  routes.get<OneFile>(
    '/people/:person/documents/:document/files/:place',
    { for: 'visitors', does: 'export' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const documentId = idFrom(request.params.document)
      const place = Number(request.params.place)
      if (!/^\d{1,3}$/.test(request.params.place)) throw notShown()
      const { actor } = visitorOf(request)
      const found = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'export', place: 'documents' }, access =>
          findFile(tx, access, documentId, place),
        ),
      )
      if (!found.ok || found.value === undefined) throw notShown()
      const { kind, bytes } = found.value
      return handOut(reply, `${documentId}-${place}.${kind.name}`, kind.mediaType, bytes)
    },
  )
}

/** To be kept, and never opened within the product: as what its bytes are, and with nothing allowed to run in it. */
function handOut(reply: FastifyReply, name: string, mediaType: string, bytes: Buffer): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cross-origin-resource-policy', 'same-origin')
    .send(bytes)
}

function DocumentsPage({ banner, documents }: { banner: PageBanner; documents: readonly Document[] }): JSX.Element {
  const say = useSay()
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={say('clinical.documents')}
      back={{ href: own, text: say('person.title') }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">{say('clinical.documents')}</h1>
      {documents.length === 0 && <p>{say('clinical.noDocuments')}</p>}
      <DocumentLinks documents={documents} own={own} />
    </Page>
  )
}

function DocumentPage({ banner, document }: { banner: PageBanner; document: WholeDocument }): JSX.Element {
  const say = useSay()
  const own = `/people/${banner.personId}`
  const title = document.title ?? document.kind ?? say('clinical.untitled')
  return (
    <Page
      title={title}
      back={{ href: `${own}/documents`, text: say('clinical.documents') }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <DocumentWhole document={document} at={`${own}/documents/${document.id}`} />
    </Page>
  )
}
