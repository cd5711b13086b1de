/** How often the time that has passed is shown, milliseconds. */
const TICK_MS = 250
/** Enough for speech, and small: ten minutes are 2.4 MB. */
const BITS_PER_SECOND = 32_000

/**
 * Records somebody's voice within a form that takes a file: what is recorded is put where a chosen file would be, after it
 * could be listened to. Nothing is sent before the form is. Without scripts, or where a browser cannot record, it is not
 * there, and the telephone's own recorder does it.
 */
class VoiceRecorder extends HTMLElement {
  #recorder: MediaRecorder | undefined
  #pieces: Blob[] = []
  #begunAt = 0
  #ticking = 0

  connectedCallback(): void {
    if (!('MediaRecorder' in window) || navigator.mediaDevices === undefined) return
    this.#part('start').addEventListener('click', () => void this.#start())
    this.#part('stop').addEventListener('click', () => this.#recorder?.stop())
    this.hidden = false
  }

  disconnectedCallback(): void {
    this.#letGo()
  }

  async #start(): Promise<void> {
    try {
      const microphone = await navigator.mediaDevices.getUserMedia({ audio: true })
      this.#recorder = new MediaRecorder(microphone, { audioBitsPerSecond: BITS_PER_SECOND })
    } catch {
      this.#say('data-refused')
      return
    }
    this.#pieces = []
    this.#recorder.addEventListener('dataavailable', ({ data }) => this.#pieces.push(data))
    this.#recorder.addEventListener('stop', () => this.#stopped())
    this.#begunAt = performance.now()
    this.#recorder.start()
    this.#ticking = window.setInterval(() => this.#tick(), TICK_MS)
    this.#tick()
    this.#show('recording')
    this.#say('data-recording')
    this.#part('stop').focus()
  }

  #tick(): void {
    const seconds = Math.floor((performance.now() - this.#begunAt) / 1000)
    const most = Number(this.getAttribute('minutes')) * 60
    this.#part('time').textContent = `${clock(seconds)} / ${clock(most)}`
    if (seconds >= most) this.#recorder?.stop()
  }

  #stopped(): void {
    const type = (this.#recorder?.mimeType ?? '').split(';')[0] ?? ''
    this.#letGo()
    const recorded = new File(this.#pieces, 'voice', { type })
    const chosen = new DataTransfer()
    chosen.items.add(recorded)
    const field = this.closest('form')?.querySelector<HTMLInputElement>('input[type=file]')
    if (field) field.files = chosen.files
    const sound = this.#part('sound') as HTMLAudioElement
    if (sound.src !== '') URL.revokeObjectURL(sound.src)
    sound.src = URL.createObjectURL(recorded)
    this.#show('recorded')
    this.#say('data-recorded')
    this.#part('start').focus()
  }

  /** The microphone is open for as long as it records, and no longer. */
  #letGo(): void {
    window.clearInterval(this.#ticking)
    for (const track of this.#recorder?.stream.getTracks() ?? []) track.stop()
    this.#recorder = undefined
  }

  #show(state: 'recording' | 'recorded'): void {
    const isRecording = state === 'recording'
    this.toggleAttribute('recording', isRecording)
    this.#part('start').hidden = isRecording
    this.#part('start').textContent = this.getAttribute('data-again')
    this.#part('stop').hidden = !isRecording
    this.#part('sign').hidden = !isRecording
    this.#part('sound').hidden = isRecording
  }

  #say(sentence: string): void {
    this.#part('status').textContent = this.getAttribute(sentence) ?? ''
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part=${name}]`)
    if (part === null) throw new Error(`the recorder has no ${name}`)
    return part
  }
}

/** A time as it is read off a clock: 1:05. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

customElements.define('voice-recorder', VoiceRecorder)
