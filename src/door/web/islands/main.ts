import { initAll } from 'nhsuk-frontend'

/** A part of the page that is sent again, row by row, when something changes. Without scripts the page reloads itself. */
class LiveRegion extends HTMLElement {
  #stream: EventSource | undefined
  #broken = false

  connectedCallback(): void {
    const from = this.getAttribute('from')
    if (from === null) return
    this.#stream = new EventSource(from)
    this.#stream.addEventListener('row', event => this.#put((event as MessageEvent<string>).data))
    this.#stream.addEventListener('open', () => this.#opened())
    this.#stream.addEventListener('error', () => this.#lost())
    this.#stream.addEventListener('ended', () => this.#ended())
  }

  disconnectedCallback(): void {
    this.#stream?.close()
  }

  /** Swaps the row of the same id, unless somebody is in it; a new one goes to the top of the list, of several the one it names. */
  #put(html: string): void {
    const row = document.createRange().createContextualFragment(html).firstElementChild
    if (row === null) return
    const shown = document.getElementById(row.id)
    if (shown?.contains(document.activeElement) && shown !== document.activeElement) {
      this.#say('data-changed')
      return
    }
    if (shown !== null) shown.replaceWith(row)
    else this.querySelector(listOf(row))?.prepend(row)
    this.querySelector('[data-none]')?.setAttribute('hidden', '')
    row.classList.add('app-arrived')
    this.#say('data-arrived')
  }

  /** What was missed while the stream was down is fetched once, from the page itself. */
  async #opened(): Promise<void> {
    this.removeAttribute('stale')
    if (!this.#broken) return
    this.#broken = false
    this.#say('data-none')
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(this.id)
    if (fresh !== null && !this.contains(document.activeElement)) this.replaceChildren(...fresh.childNodes)
  }

  /**
   * The page is decided anew, unless somebody is writing in it: then their words stay, and what is shown here, which may
   * be theirs to see no longer, goes.
   */
  #ended(): void {
    if (!isBeingWritten()) {
      location.reload()
      return
    }
    this.#stream?.close()
    for (const shown of this.querySelectorAll('[data-rows]')) shown.replaceChildren()
    this.setAttribute('stale', '')
    this.#say('data-stale')
  }

  #lost(): void {
    this.#broken = true
    this.setAttribute('stale', '')
    this.#say('data-stale')
  }

  /** Sentences come with the page, in its language; one that is not there says nothing. */
  #say(sentence: string): void {
    const status = this.querySelector('[role=status]')
    if (status !== null) status.textContent = this.getAttribute(sentence) ?? ''
  }
}

function isBeingWritten(): boolean {
  return [...document.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue)
}

function listOf(row: Element): string {
  const name = row.getAttribute('data-list')
  return name === null ? '[data-rows]' : `[data-rows="${name}"]`
}

/** How long three presses of Escape may take, milliseconds. */
const PRESSES_MS = 5_000

/**
 * Leaves at once, whatever the network does: what is shown is taken away first, then this page is replaced, so that it
 * is not in the history, while the session is ended behind it. Every other tab of ours leaves too.
 */
class QuickExit extends HTMLElement {
  #presses: number[] = []
  readonly #others = new BroadcastChannel('leave')

  connectedCallback(): void {
    this.addEventListener('submit', event => {
      event.preventDefault()
      this.#others.postMessage('leave')
      void fetch('/leave', { method: 'POST', keepalive: true, redirect: 'manual' })
      this.#go()
    })
    this.#others.addEventListener('message', () => this.#go())
    document.addEventListener('keydown', this.#pressed)
    // A page that the browser kept as it was is not shown again: it is asked for anew.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#pressed)
    this.#others.close()
  }

  #pressed = ({ key, repeat, timeStamp }: KeyboardEvent): void => {
    if (key !== 'Escape' || repeat) return
    this.#presses = [...this.#presses.filter(at => timeStamp - at < PRESSES_MS), timeStamp]
    if (this.#presses.length >= 3) this.querySelector('form')?.requestSubmit()
    else this.#say(this.#presses.length === 1 ? 'data-twice' : 'data-once')
  }

  #go(): void {
    document.title = ''
    document.body.replaceChildren()
    location.replace('/calendar')
  }

  #say(sentence: string): void {
    const status = this.querySelector('[role=status]')
    if (status !== null) status.textContent = this.getAttribute(sentence) ?? ''
  }
}

customElements.define('quick-exit', QuickExit)
customElements.define('live-region', LiveRegion)
initAll()
