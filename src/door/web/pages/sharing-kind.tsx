import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import { isDataClass } from '#record/sharing/wish/wish.ts'
import { useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Details } from '../parts/details.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { notShown } from '../person/person-id.ts'
import { LawFirst } from '../sharing/law-first.tsx'
import { type AboutSharing, readPage, type SharingPage } from '../sharing/read-page.ts'
import { Reasons, WhyClosed } from '../sharing/reasons.tsx'
import { nameOf, Standing } from '../sharing/who.tsx'

type OneKind = AboutSharing & { readonly Params: { readonly kind: string } }

/** One kind of information: who may see it now and why, who may not, and the way to change either. */
export function sharingKindPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneKind>(
    '/people/:person/sharing/kinds/:kind',
    { for: 'citizens', does: 'look' },
    async (request, reply) => {
      const { kind } = request.params
      if (!isDataClass(kind)) throw notShown()
      const shown = await readPage(request, store)
      return drawPage(request, reply, <KindPage shown={shown} dataClass={kind} />)
    },
  )
}

interface KindProps {
  readonly shown: SharingPage
  readonly dataClass: DataClass
}

function KindPage({ shown, dataClass }: KindProps): JSX.Element {
  const { say } = useAsked()
  const { banner, sharing } = shown
  const own = `/people/${banner.personId}`
  const title = say.code('dataClass', dataClass)
  const may = sharing.lines.filter(({ opens }) => opens.has(dataClass))
  const mayNot = sharing.lines.filter(({ opens }) => !opens.has(dataClass))
  return (
    <Page
      title={title}
      back={{ href: `${own}/sharing`, text: say('sharing.back') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-l app-capital">{title}</h1>
      <h2 class="nhsuk-heading-m">{say('sharing.mayTitle')}</h2>
      {may.length === 0 && <p>{say('sharing.mayNobody')}</p>}
      {may.map(line => (
        <MaySee key={line.key} shown={shown} dataClass={dataClass} line={line} />
      ))}
      <LawFirst overriding={sharing.overriding} about={[dataClass]} />
      {mayNot.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">{say('sharing.mayNotTitle')}</h2>
          <p class="nhsuk-hint">{say('sharing.mayNotHint')}</p>
        </>
      )}
      {mayNot.map(line => (
        <MayNotSee key={line.key} shown={shown} dataClass={dataClass} line={line} />
      ))}
    </Page>
  )
}

function MaySee({ shown, dataClass, line }: KindProps & { line: MayBeShown }): JSX.Element {
  const { say } = useAsked()
  return (
    <Card heading={nameOf(say, line)} headingLevel={3} headingSize="s">
      <Standing line={line} />
      <Details summary={say('sharing.why')}>
        <Reasons because={line.opens.get(dataClass) ?? []} sharing={shown.sharing} />
      </Details>
      {shown.sharing.decides.includes(dataClass) && (
        <ToWish kind="refuse" shown={shown} dataClass={dataClass} line={line} />
      )}
    </Card>
  )
}

function MayNotSee({ shown, dataClass, line }: KindProps & { line: MayBeShown }): JSX.Element {
  const { say } = useAsked()
  return (
    <Card heading={nameOf(say, line)} headingLevel={3} headingSize="s">
      <Standing line={line} />
      <Details summary={say('sharing.whyNot')}>
        <WhyClosed line={line} dataClass={dataClass} />
      </Details>
      {shown.sharing.decides.includes(dataClass) && (
        <ToWish kind="allow" shown={shown} dataClass={dataClass} line={line} />
      )}
    </Card>
  )
}

type ToWishProps = KindProps & { readonly line: MayBeShown; readonly kind: 'allow' | 'refuse' }

function ToWish({ shown: { banner }, dataClass, line, kind }: ToWishProps): JSX.Element {
  const { say } = useAsked()
  const query = new URLSearchParams({ kind, class: dataClass, line: line.key })
  return (
    <Button href={`/people/${banner.personId}/sharing/wish?${query}`} variant="secondary" small class="app-last">
      {say(kind === 'refuse' ? 'sharing.refuse' : 'sharing.allow')}
      <Hidden> ({nameOf(say, line)})</Hidden>
    </Button>
  )
}
