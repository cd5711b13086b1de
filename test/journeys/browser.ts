import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'

/** Where a browser may be installed already. The packaged one runs on ordinary Linux alone. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** As root Chromium has no sandbox; it visits nothing but our own pages, and asks nobody else for anything. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A microphone that hums, and nobody to ask: no journey hears the room it runs in.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

/** How somebody comes to the product: the width of their screen, whether scripts run, the language they toggle to. */
export interface Visit {
  readonly as?: string
  readonly language?: 'en' | 'cy'
  readonly width?: number
  readonly scripts?: boolean
}

export const PHONE = 320
export const DESK = 1280
export const HEIGHT = 900

let opened: Promise<Browser> | undefined
after(async () => (await opened)?.close())

/** A page of a browser of one's own, signed in as somebody of the region when `as` names them. */
export async function visit(
  url: string,
  { as, language = 'en', width = DESK, scripts = true }: Visit = {},
): Promise<Page> {
  opened ??= launch()
  const context = await (await opened).newContext({
    viewport: { width, height: HEIGHT },
    javaScriptEnabled: scripts,
    locale: language,
  })
  const page = await context.newPage()
  watchFor(context, page)
  if (as !== undefined) await page.goto(`${url}/sign-in?as=${as}`)
  await page.goto(`${url}/language/${language}?from=/`)
  return page
}

/** What went wrong in a page that nobody on it could see: a script that threw, something the policy refused to load. */
export function faultsOf(page: Page): readonly string[] {
  return faults.get(page) ?? []
}

const faults = new WeakMap<Page, string[]>()

function watchFor(context: BrowserContext, page: Page): void {
  const seen: string[] = []
  faults.set(page, seen)
  context.on('weberror', error => seen.push(String(error.error())))
  page.on('console', message => {
    // An answer that is not 200 is noted by the browser as an error; the journeys look at those themselves.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) seen.push(message.text())
  })
}

async function launch(): Promise<Browser> {
  const executablePath = INSTALLED.find(path => existsSync(path)) ?? (await packagedBrowser())
  return playwright.launch({ executablePath, args: ARGUMENTS, headless: true })
}

/**
 * The packaged browser unpacks itself into the temporary folder, for its owner alone: another account on the same
 * machine needs a folder of its own, or it finds a browser that it may not run.
 */
async function packagedBrowser(): Promise<string> {
  const { TMPDIR } = process.env
  const own = join(tmpdir(), `cydofal-browser-${userInfo().uid}`)
  mkdirSync(own, { recursive: true })
  process.env.TMPDIR = own
  try {
    return await chromium.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
