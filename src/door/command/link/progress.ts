import type { Say } from '#ground/language/say.ts'

/** Where progress is shown: a terminal has a bar that moves, anything else gets a line for each step. */
export interface Screen {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const BAR_LETTERS = 24
/** A terminal is not written to more often than that. */
const BETWEEN_MS = 100

/** Shows how far the work has come. Whoever works tells each step as it begins, and within it a share from 0 to 1. */
export class Progress {
  readonly #screen: Screen
  readonly #say: Say
  #step = ''
  #lastMs = 0

  constructor(screen: Screen, say: Say) {
    this.#screen = screen
    this.#say = say
  }

  /** A step begins; its name is a whole sentence. */
  step(name: string): void {
    this.#end()
    this.#step = name
    if (this.#screen.isTTY) this.#draw(0)
    else this.#screen.write(`${name} ...\n`)
  }

  /** So much of the step is done. */
  share(share: number): void {
    const now = performance.now()
    if (!this.#screen.isTTY || now - this.#lastMs < BETWEEN_MS) return
    this.#lastMs = now
    this.#draw(Math.min(1, share))
  }

  /** Nothing is left to be done: the terminal's line is cleared. */
  done(): void {
    this.#end()
  }

  #draw(share: number): void {
    const full = Math.round(share * BAR_LETTERS)
    const bar = '█'.repeat(full) + '░'.repeat(BAR_LETTERS - full)
    const percent = new Intl.NumberFormat(this.#say.language, { style: 'percent' }).format(share)
    this.#screen.write(`\r\x1b[2K${bar} ${percent.padStart(4)} ${this.#step}`)
  }

  #end(): void {
    if (this.#screen.isTTY && this.#step !== '') this.#screen.write('\r\x1b[2K')
    this.#step = ''
  }
}
