import { h, type JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { ASSETS } from '../assets.ts'
import { Button } from '../parts/button.tsx'

/** How long a recording may be, minutes: what is well within what a file may weigh. */
const MINUTES_MAX = 10

/** Records one's voice within the page, where scripts run; what is recorded goes with the form it stands in. */
export function VoiceRecorder(): JSX.Element {
  const { say, nonce } = useAsked()
  const sentences = {
    'data-recording': say('aboutMe.recording'),
    'data-recorded': say('aboutMe.recorded'),
    'data-refused': say('aboutMe.recordRefused'),
    'data-again': say('aboutMe.recordAgain'),
  }
  return h(
    'voice-recorder',
    { class: 'app-recorder', hidden: true, minutes: MINUTES_MAX, ...sentences },
    <>
      <h3 class="nhsuk-heading-s">{say('aboutMe.recordTitle')}</h3>
      <p class="nhsuk-hint">{say('aboutMe.recordHint', { count: MINUTES_MAX })}</p>
      <p class="app-recorder__sign" data-part="sign" hidden>
        <span class="app-recorder__light" aria-hidden="true" /> {say('aboutMe.recordSign')}{' '}
        <span data-part="time" role="timer" aria-live="off" />
      </p>
      <p role="status" data-part="status" />
      {/* biome-ignore lint/a11y/useMediaCaption: it is one's own voice, just recorded */}
      <audio class="app-about__sound" data-part="sound" controls hidden aria-label={say('aboutMe.recordListen')} />
      <div class="nhsuk-button-group">
        <Button type="button" variant="secondary" data-part="start">
          {say('aboutMe.recordStart')}
        </Button>
        <Button type="button" variant="warning" data-part="stop" hidden>
          {say('aboutMe.recordStop')}
        </Button>
      </div>
      <script type="module" nonce={nonce} src={ASSETS.recorder} />
    </>,
  )
}
