// An app as anybody may write one: SMART App Launch with PKCE, and nothing but what a browser has.
const CYDOFAL = 'http://localhost:8080/fhir'
const SCOPE = 'patient/Patient.r patient/CarePlan.rs'

const words = {
  cy: {
    title: 'Dyddiadur Cerdded',
    other: 'English',
    lede: 'Eich cerdded, ochr yn ochr â’r hyn yr ydych am allu ei wneud.',
    invented: 'Ap dychmygol yw hwn, o ranbarth dychmygol Glan Hafren.',
    ask: 'Agor fy nghofnod',
    hello: name => `Dyddiadur cerdded ${name}`,
    goals: 'Yr hyn sy’n bwysig',
    fromCydofal: 'O’r cynllun yn Cydofal. Ni chaiff yr ap hwn newid dim yno.',
    none: 'Ni chaiff yr ap weld dim o’r cynllun.',
    walks: 'Teithiau cerdded',
    noWalks: 'Nid oes taith eto.',
    where: 'I ble aethoch chi?',
    minutes: 'Am faint o funudau?',
    short: 'mun',
    months: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
    add: 'Ychwanegu taith',
    here: 'Cedwir y teithiau ar y ddyfais hon yn unig.',
    refused: 'Ni chafodd yr ap ganiatâd, ac nid yw’n gweld dim.',
    failed: 'Nid oedd modd agor y cofnod.',
    again: 'Dechrau eto o Cydofal',
  },
  en: {
    title: 'Walking Diary',
    other: 'Cymraeg',
    lede: 'Your walks, beside what you want to be able to do.',
    invented: 'This is an invented app, of the invented region of Glan Hafren.',
    ask: 'Open my record',
    hello: name => `Walking diary of ${name}`,
    goals: 'What matters',
    fromCydofal: 'From the plan in Cydofal. This app may change nothing there.',
    none: 'The app may see nothing of the plan.',
    walks: 'Walks',
    noWalks: 'There is no walk yet.',
    where: 'Where did you walk to?',
    minutes: 'For how many minutes?',
    short: 'min',
    months: 'January February March April May June July August September October November December'.split(' '),
    add: 'Add a walk',
    here: 'Walks are kept on this device alone.',
    refused: 'The app was not allowed, and sees nothing.',
    failed: 'The record could not be opened.',
    again: 'Begin again from Cydofal',
  },
}
const main = document.querySelector('main')
const toggle = document.querySelector('#language')
let language = localStorage.getItem('language') ?? (navigator.languages.some(one => one.startsWith('cy')) ? 'cy' : 'en')
let say = words[language]
/** What stands on the page now, to be drawn again in the other language. */
let draw = () => {}

toggle.addEventListener('click', () => {
  language = language === 'cy' ? 'en' : 'cy'
  localStorage.setItem('language', language)
  speak()
})

const asked = new URLSearchParams(location.search)
speak()
try {
  if (location.pathname === '/launch')
    await ask(asked.get('iss'), { launch: asked.get('launch'), scope: `launch ${SCOPE}` })
  else if (location.pathname === '/back') await back()
  else show(offer)
} catch {
  show(() => ended(say.failed))
}

function speak() {
  say = words[language]
  document.documentElement.lang = language
  document.title = say.title
  toggle.textContent = say.other
  toggle.lang = language === 'cy' ? 'en' : 'cy'
  draw()
}

function offer() {
  const button = element('button', say.ask)
  button.addEventListener('click', () =>
    ask(CYDOFAL, { scope: `launch/patient ${SCOPE}` }).catch(() => show(() => ended(say.failed))),
  )
  return [element('h1', say.title), element('p', say.lede), button, small(say.invented)]
}

/** It is over, and why; and where to begin again. */
function ended(why) {
  const link = element('a', say.again)
  link.href = new URL(CYDOFAL).origin
  const line = element('p', '')
  line.append(link)
  return [element('h1', say.title), element('p', why), line]
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
  if (asked.has('error')) return show(() => ended(say.refused))
  const body = new URLSearchParams({
    ...{ grant_type: 'authorization_code', code: asked.get('code'), redirect_uri: back },
    ...{ client_id: client, code_verifier: verifier },
  })
  const { access_token, patient } = await json(token_endpoint, { method: 'POST', body })
  const headers = { authorization: `Bearer ${access_token}`, 'accept-language': language }
  const person = await json(`${iss}/Patient/${patient}`, { headers })
  const plan = await json(`${iss}/CarePlan?patient=${patient}`, { headers })
  const goals = (plan.entry ?? []).map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'Goal')
  show(() => diary(patient, person, goals))
}

/** What matters to somebody, beside the walks that are written down here. */
function diary(patient, { name: [{ given = [], family = '' } = {}] = [] }, goals) {
  const columns = element('div', '')
  columns.className = 'columns'
  columns.append(section(say.goals, whatMatters(goals)), section(say.walks, walksOf(patient)))
  return [element('h1', say.hello([...given, family].join(' '))), columns]
}

function whatMatters(goals) {
  if (goals.length === 0) return [element('p', say.none)]
  const lines = goals.map(({ description, language }) => {
    const line = element('li', description.text)
    if (language !== undefined) line.lang = language
    return line
  })
  return [listOf(lines), small(say.fromCydofal)]
}

function walksOf(patient) {
  const key = `walks of ${patient}`
  const walks = JSON.parse(localStorage.getItem(key) ?? '[]')
  const lines = walks.map(({ where, minutes, at }) => {
    const line = element('li', `${minutes} ${say.short}, ${dayOf(new Date(at))}`)
    line.prepend(element('strong', where))
    return line
  })
  const form = element('form', '')
  form.append(...field('where', say.where, { maxLength: 80 }))
  form.append(...field('minutes', say.minutes, { type: 'number', min: 1, max: 600 }))
  form.append(element('button', say.add))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const { where, minutes } = Object.fromEntries(new FormData(form))
    localStorage.setItem(key, JSON.stringify([{ where, minutes, at: new Date().toISOString() }, ...walks]))
    draw()
  })
  return [walks.length === 0 ? element('p', say.noWalks) : listOf(lines), form, small(say.here)]
}

/** Not every browser knows the months in Welsh. */
function dayOf(at) {
  return `${at.getDate()} ${say.months[at.getMonth()]} ${at.getFullYear()}`
}

function show(drawn) {
  draw = () => main.replaceChildren(...drawn())
  draw()
}

function section(heading, elements) {
  const made = element('section', '')
  made.append(element('h2', heading), ...elements)
  return made
}

function field(name, words, more) {
  const [label, input] = [element('label', words), element('input', '')]
  label.htmlFor = name
  Object.assign(input, { id: name, name, required: true, ...more })
  return [label, input]
}

function listOf(lines) {
  const list = element('ul', '')
  list.append(...lines)
  return list
}

function small(text) {
  const made = element('p', text)
  made.className = 'small'
  return made
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
