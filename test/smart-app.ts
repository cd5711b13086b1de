import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { browserOn, type TestBrowser } from '#door/signin/test-browser.ts'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { type NewApp, registerApp } from '#work/app/register.ts'
import { takeAppStep } from '#work/app/step.ts'
import { actorOf } from './kit.ts'

/** Where the app of the tests is: nobody is there, which no test needs. */
export const BACK = 'https://app.example/back'

const PLAIN: NewApp = {
  client: 'golwg',
  name: 'Golwg',
  organisationId: seedId.organisation('bwrdd-iechyd'),
  kind: 'public',
  redirectUris: [BACK],
  launchUrl: 'https://app.example/launch',
  scopes: ['patient/*.rs', 'user/AuditEvent.rs'],
  jwks: undefined,
  jwksUrl: undefined,
}

/** Registers an app as one officer and confirms it as another. Answers its id, and its secret where it has one. */
export async function letInApp(store: Store, app: Partial<NewApp> = {}): Promise<{ id: string; secret?: string }> {
  return transactionInTurn(store, async tx => {
    const newSecret = () => randomBytes(32).toString('base64url')
    const made = await registerApp(tx, actorOf('steffan-howells') as WorkerActor, { ...PLAIN, ...app }, newSecret)
    assert(made.ok, made.ok ? '' : made.problem)
    const { id, secret } = made.value
    const step = { step: 'confirmed', reason: undefined } as const
    assert((await takeAppStep(tx, actorOf('meinir-ellis') as WorkerActor, id, step)).ok)
    return { id, ...(secret && { secret }) }
  })
}

/** How an app asks for somebody; what is given is said instead of what an honest app says. */
export interface AsApp {
  readonly client?: string
  readonly scope?: string
  readonly as?: string
  /** For whom it is opened, where they are asked. */
  readonly person?: string
  /** What is said otherwise where it asks. */
  readonly asking?: Readonly<Record<string, string>>
}

/** An app as anybody may write one, and the browser of whoever uses it. */
export class SmartApp {
  readonly #url: string
  readonly verifier = randomBytes(32).toString('base64url')
  readonly state = randomBytes(8).toString('hex')

  constructor(url: string) {
    this.#url = url
  }

  /** The address to which it leads people. */
  asks({
    client = 'golwg',
    scope = 'openid fhirUser launch/patient patient/AuditEvent.rs',
    asking = {},
  }: AsApp): string {
    const challenge = createHash('sha256').update(this.verifier).digest('base64url')
    const honest = { response_type: 'code', client_id: client, redirect_uri: BACK, scope, aud: `${this.#url}/fhir` }
    const proof = {
      state: this.state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(scope.includes('openid') && { nonce: 'n' }),
    }
    return `${this.#url}/smart/authorize?${new URLSearchParams({ ...honest, ...proof, ...asking })}`
  }

  async browser(as: string): Promise<TestBrowser> {
    const browser = browserOn({ origin: this.#url, here: this.#url })
    await browser.get(`/sign-in?as=${as}`)
    return browser
  }

  /** Leads somebody here and lets itself in. Answers what it is told at its own address. */
  async letIn(asked: AsApp, browser?: TestBrowser): Promise<URLSearchParams> {
    const theirs = browser ?? (await this.browser(asked.as ?? 'mair-pritchard'))
    const page = await theirs.get(this.asks(asked))
    if (page.at.startsWith(BACK)) return new URL(page.at).searchParams
    assert.equal(page.status, 200, page.text)
    const fields = { answer: 'yes', ...(asked.person && { person: asked.person }) }
    const done = await theirs.post(page.at, fields)
    assert(done.at.startsWith(BACK), `${done.status} ${done.at} ${done.text.slice(0, 2000)}`)
    return new URL(done.at).searchParams
  }

  /** Asks for a token, or for what is said of one. */
  async post(path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields)
    const answer = await fetch(`${this.#url}/smart/${path}`, { method: 'POST', body, headers })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> }
  }

  /** Redeems a code, as it is or with something said otherwise. */
  redeem(code: string, instead: Readonly<Record<string, string>> = {}) {
    const honest = { grant_type: 'authorization_code', code, redirect_uri: BACK, client_id: 'golwg' }
    return this.post('token', { ...honest, code_verifier: this.verifier, ...instead })
  }

  /** Lets itself in and redeems the code. Answers what came with the token. */
  async token(asked: AsApp, browser?: TestBrowser): Promise<Record<string, unknown>> {
    const back = await this.letIn(asked, browser)
    const given = await this.redeem(back.get('code') ?? '', asked.client ? { client_id: asked.client } : {})
    assert.equal(given.status, 200, JSON.stringify(given.body))
    return given.body
  }

  /** Asks /fhir with a token. */
  async ask(path: string, token: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(`${this.#url}/fhir/${path}`, { headers: { authorization: `Bearer ${token}` } })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
}
