// An app as anybody may write one: SMART App Launch with PKCE, and nothing but what a browser has.
const CYDOFAL = 'http://localhost:8080/fhir'
const SCOPE = 'patient/Patient.r patient/CarePlan.rs'

const words = {
  cy: {
    title: 'Dyddiadur Cerdded',
    lede: 'Eich cerdded, ochr yn ochr â’r hyn yr ydych am allu ei wneud. Ap dychmygol yw hwn.',
    ask: 'Agor fy nghofnod',
    hello: name => `Dyddiadur cerdded ${name}`,
    sees: 'Yr hyn y caiff yr ap hwn ei weld',
    goals: 'Yr hyn sy’n bwysig',
    none: 'Ni chaiff weld dim o’r cynllun.',
    refused: 'Ni chafodd yr ap ganiatâd, ac nid yw’n gweld dim.',
    failed: 'Nid oedd modd agor y cofnod. Dechreuwch eto o Cydofal.',
  },
  en: {
    title: 'Walking Diary',
    lede: 'Your walks, beside what you want to be able to do. This is an invented app.',
    ask: 'Open my record',
    hello: name => `Walking diary of ${name}`,
    sees: 'What this app may see',
    goals: 'What matters',
    none: 'It may see nothing of the plan.',
    refused: 'The app was not allowed, and sees nothing.',
    failed: 'The record could not be opened. Begin again from Cydofal.',
  },
}
const language = navigator.languages.some(one => one.startsWith('cy')) ? 'cy' : 'en'
const say = words[language]
const main = document.querySelector('main')
document.documentElement.lang = language
document.title = say.title

const asked = new URLSearchParams(location.search)
try {
  if (location.pathname === '/launch')
    await ask(asked.get('iss'), { launch: asked.get('launch'), scope: `launch ${SCOPE}` })
  else if (location.pathname === '/back') await back()
  else offer()
} catch {
  show(say.title, [paragraph(say.failed)])
}

function offer() {
  const button = document.createElement('button')
  button.textContent = say.ask
  button.addEventListener('click', () => ask(CYDOFAL, { scope: `launch/patient ${SCOPE}` }))
  show(say.title, [paragraph(say.lede), button])
}

/** Leads to Cydofal, which asks whoever is there; only to one on this very machine. */
async function ask(iss, more) {
  if (!['127.0.0.1', 'localhost'].includes(new URL(iss).hostname)) throw new Error('not ours')
  const { authorization_endpoint, token_endpoint } = await json(`${iss}/.well-known/smart-configuration`)
  const { client, back } = await json('/client.json')
  const [state, verifier] = [random(), random()]
  sessionStorage.setItem('asked', JSON.stringify({ iss, token_endpoint, client, back, state, verifier }))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const query = {
    ...{ response_type: 'code', client_id: client, redirect_uri: back, aud: iss, state },
    ...{ code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256' },
    ...more,
  }
  location.assign(`${authorization_endpoint}?${new URLSearchParams(query)}`)
}

async function back() {
  const { iss, token_endpoint, client, back, state, verifier } = JSON.parse(sessionStorage.getItem('asked'))
  sessionStorage.removeItem('asked')
  history.replaceState(null, '', '/')
  if (asked.get('state') !== state) throw new Error('not asked here')
  if (asked.has('error')) return show(say.title, [paragraph(say.refused)])
  const body = new URLSearchParams({
    ...{ grant_type: 'authorization_code', code: asked.get('code'), redirect_uri: back },
    ...{ client_id: client, code_verifier: verifier },
  })
  const { access_token, patient } = await json(token_endpoint, { method: 'POST', body })
  const headers = { authorization: `Bearer ${access_token}`, 'accept-language': language }
  const person = await json(`${iss}/Patient/${patient}`, { headers })
  const plan = await json(`${iss}/CarePlan?patient=${patient}`, { headers })
  tell(
    person,
    (plan.entry ?? []).map(({ resource }) => resource),
  )
}

function tell({ name: [{ given = [], family = '' } = {}] = [] }, resources) {
  const goals = resources.filter(({ resourceType }) => resourceType === 'Goal')
  const list = document.createElement('ul')
  list.append(...goals.map(({ description }) => element('li', description.text)))
  const found = goals.length === 0 ? [paragraph(say.none)] : [element('h3', say.goals), list]
  show(say.hello([...given, family].join(' ')), [element('h2', say.sees), ...found])
}

function show(title, elements) {
  main.replaceChildren(element('h1', title), ...elements)
}

function paragraph(text) {
  return element('p', text)
}

function element(name, text) {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

async function json(url, options) {
  const answer = await fetch(url, options)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
