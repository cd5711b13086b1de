import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import { ROLES } from '#record/organisation/role.ts'
import { registerDestination } from '#work/outbox/register.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const NAME_LENGTH_MAX = 40

const Fields = z.object({
  organisationId: z.uuid({ error: 'outbox.organisationMissing' }),
  name: z
    .string()
    .default('')
    .transform(text => text.trim())
    .pipe(z.string().min(1, { error: 'outbox.nameMissing' }).max(NAME_LENGTH_MAX, { error: 'outbox.nameTooLong' })),
  carrier: z.enum(['mllp', 'https'], { error: 'outbox.carrierMissing' }),
  address: z
    .string()
    .default('')
    .transform(text => text.trim())
    .pipe(z.string().min(1, { error: 'outbox.addressMissing' }).max(500, { error: 'outbox.addressWrong' })),
  client: z
    .string()
    .default('')
    .transform(text => text.trim() || undefined)
    .pipe(z.string().max(255, { error: 'outbox.clientTooLong' }).optional()),
  role: z.enum(ROLES, { error: 'outbox.roleMissing' }),
})

const OFFICERS = ['integration-officer'] as const
const PAGE = '/outbox/register'

/** Registering a partner's system. Whoever does it cannot confirm it. */
export function outboxRegisterPage(routes: Routes, { store }: WebMeans): void {
  routes.get(PAGE, { for: OFFICERS, does: 'nothing' }, async (request, reply) =>
    drawForm(request, reply, store, { typed: {}, problems: {}, status: 200 }),
  )

  routes.post(PAGE, { for: OFFICERS, does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const fields = Fields.safeParse(typed)
    if (!fields.success)
      return drawForm(request, reply, store, { typed, problems: problemsOf(fields.error), status: 422 })
    const made = await transaction(store, async tx => {
      const isKnown = (await organisationNamesById(tx)).has(fields.data.organisationId)
      return isKnown ? registerDestination(tx, workerOf(request), fields.data) : undefined
    })
    if (made?.ok) return onward(reply, `/outbox?done=registered#destination-${made.value}`)
    if (made === undefined || made.problem === 'outbox.notYours') throw notShown()
    const field = WHERE[made.problem]
    return drawForm(request, reply, store, { typed, problems: { [field]: made.problem }, status: 422 })
  })
}

/** At which field a problem is told. */
const WHERE = {
  'outbox.nameTaken': 'name',
  'outbox.addressWrong': 'address',
  'outbox.clientMissing': 'client',
} as const

interface Form {
  readonly typed: Typed
  readonly problems: Problems
  readonly status: number
}

async function drawForm(request: FastifyRequest, reply: FastifyReply, store: Store, form: Form): Promise<FastifyReply> {
  const organisations = await transaction(store, organisationNamesById)
  return drawPage(request, reply, <RegisterPage organisations={organisations} form={form} />, form.status)
}

interface RegisterPageProps {
  readonly organisations: ReadonlyMap<string, Bilingual>
  readonly form: Form
}

function RegisterPage({ organisations, form }: RegisterPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say('outbox.register')
  const listed = listedProblems(say, form.problems)
  return (
    <Page title={title} problems={listed} back={{ href: '/outbox', text: say('outbox.back') }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('outbox.registerLede')}</p>
      <RegisterForm organisations={organisations} form={form} />
    </Page>
  )
}

function RegisterForm({ organisations, form: { typed, problems } }: RegisterPageProps): JSX.Element {
  const { say } = useAsked()
  const sorted = new Intl.Collator(say.language)
  const byLabel = (options: { value: string; label: string }[]) =>
    options.toSorted((one, other) => sorted.compare(one.label, other.label))
  const wrong = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action={PAGE} novalidate>
      <Select
        name="organisationId"
        label={say('outbox.organisation')}
        error={wrong('organisationId')}
        value={typed.organisationId}
        options={[
          { value: '', label: '' },
          ...byLabel([...organisations].map(([value, name]) => ({ value, label: say.of(name) }))),
        ]}
      />
      <Input
        name="name"
        label={say('outbox.name')}
        hint={say('outbox.nameHint')}
        error={wrong('name')}
        value={typed.name}
        width={20}
      />
      <Radios
        name="carrier"
        legend={say('outbox.carrier')}
        error={wrong('carrier')}
        value={typed.carrier}
        options={[
          { value: 'mllp', label: say('outbox.carrierMllp') },
          { value: 'https', label: say('outbox.carrierHttps') },
        ]}
      />
      <Input
        name="address"
        label={say('outbox.address')}
        hint={say('outbox.addressHint')}
        error={wrong('address')}
        value={typed.address}
        spellcheck={false}
      />
      <Input
        name="client"
        label={say('outbox.client')}
        hint={say('outbox.clientHint')}
        error={wrong('client')}
        value={typed.client}
        width={20}
        spellcheck={false}
      />
      <Select
        name="role"
        label={say('outbox.role')}
        hint={say('outbox.roleHint')}
        error={wrong('role')}
        value={typed.role}
        options={[
          { value: '', label: '' },
          ...byLabel(ROLES.map(role => ({ value: role, label: say.code('role', role) }))),
        ]}
      />
      <Button>{say('outbox.register')}</Button>
    </form>
  )
}
