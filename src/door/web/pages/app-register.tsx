import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import { APP_KINDS } from '#work/app/app.ts'
import { registerApp } from '#work/app/register.ts'
import { RegisterPage, SecretPage } from '../app/register-page.tsx'
import { onward, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const NAME_LENGTH_MAX = 60
const OFFICERS = ['integration-officer'] as const
const PAGE = '/apps/register'

const Trimmed = z
  .string()
  .default('')
  .transform(text => text.trim())

const Fields = z.object({
  organisationId: z.uuid({ error: 'app.organisationMissing' }),
  name: Trimmed.pipe(
    z.string().min(1, { error: 'app.nameMissing' }).max(NAME_LENGTH_MAX, { error: 'app.nameTooLong' }),
  ),
  client: Trimmed,
  kind: z.enum(APP_KINDS, { error: 'app.kindMissing' }),
  redirectUris: Trimmed.transform(lines),
  launchUrl: Trimmed.transform(text => text || undefined),
  scopes: Trimmed.transform(lines),
  keys: Trimmed.transform(keysIn),
})

/** Registering an app. Whoever does it cannot confirm it. A secret is shown in the answer, and never again. */
export function appRegisterPage(routes: Routes, { store }: WebMeans): void {
  routes.get(PAGE, { for: OFFICERS, does: 'nothing' }, async (request, reply) =>
    drawForm(request, reply, store, { typed: {}, problems: {}, status: 200 }),
  )

  routes.post(PAGE, { for: OFFICERS, does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const fields = Fields.safeParse(typed)
    if (!fields.success)
      return drawForm(request, reply, store, { typed, problems: problemsOf(fields.error), status: 422 })
    const { keys, ...app } = fields.data
    const made = await transactionInTurn(store, async tx => {
      const isKnown = (await organisationNamesById(tx)).has(app.organisationId)
      const newSecret = () => store.chance.secret()
      return isKnown ? registerApp(tx, workerOf(request), { ...app, ...keys }, newSecret) : undefined
    })
    if (made?.ok === true) {
      const { id, secret } = made.value
      if (secret === undefined) return onward(reply, `/apps?done=registered#app-${id}`)
      return drawPage(request, reply, <SecretPage secret={secret} />)
    }
    if (made === undefined || made.problem === 'app.notYours') throw notShown()
    return drawForm(request, reply, store, { typed, problems: { [WHERE[made.problem]]: made.problem }, status: 422 })
  })
}

/** At which field a problem is told. */
const WHERE = {
  'app.clientWrong': 'client',
  'app.clientTaken': 'client',
  'app.redirectWrong': 'redirectUris',
  'app.launchWrong': 'launchUrl',
  'app.scopesWrong': 'scopes',
  'app.keysWrong': 'keys',
} as const

function lines(text: string): string[] {
  return text.split(/\s+/).filter(line => line !== '')
}

/** Keys by value or by address. What is neither is passed on as an address, which it is not. */
function keysIn(text: string): { readonly jwks: object | undefined; readonly jwksUrl: string | undefined } {
  if (!text.startsWith('{')) return { jwks: undefined, jwksUrl: text || undefined }
  try {
    return { jwks: JSON.parse(text) as object, jwksUrl: undefined }
  } catch {
    return { jwks: undefined, jwksUrl: text }
  }
}

interface Form {
  readonly typed: Typed
  readonly problems: Problems
  readonly status: number
}

async function drawForm(request: FastifyRequest, reply: FastifyReply, store: Store, form: Form): Promise<FastifyReply> {
  const organisations = await transaction(store, organisationNamesById)
  return drawPage(request, reply, <RegisterPage organisations={organisations} action={PAGE} {...form} />, form.status)
}
