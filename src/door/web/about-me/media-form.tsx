import type { JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { FileUpload } from '../parts/file-upload.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { ShownPart, Tried } from './shown-part.ts'
import { VoiceRecorder } from './voice-recorder.tsx'

/** What a telephone offers to take or to record, when it is asked for a file of these. */
const ACCEPTED = 'image/jpeg,image/png,audio/*'

/** A picture or a sound beside the words, or instead of them, with what it tells in words. */
export function MediaForm({ shown, tried }: { shown: ShownPart; tried: Tried | undefined }): JSX.Element {
  const { say } = useAsked()
  const { banner, part } = shown
  const action = `/people/${banner.personId}/about-me/${part.part}/media`
  const { typed = { tells: '', tellsLanguage: banner.language ?? say.language } } = tried ?? {}
  const wrong = (field: string) => tried?.problems[field] && say.plain(tried.problems[field])
  return (
    <section class="app-about__media">
      <h2 class="nhsuk-heading-m">{say('aboutMe.mediaTitle')}</h2>
      <p>{say('aboutMe.mediaWhat')}</p>
      {part.media !== undefined && (
        <form method="post" action={`${action}/away`}>
          <input type="hidden" name="afterId" value={part.versionId ?? ''} />
          <Button variant="secondary" preventDoubleClick>
            {say('aboutMe.mediaAway')}
          </Button>
        </form>
      )}
      <form method="post" action={action} encType="multipart/form-data" noValidate class="app-form">
        <input type="hidden" name="afterId" value={part.versionId ?? ''} />
        <VoiceRecorder />
        <FileUpload
          name="file"
          label={say('aboutMe.mediaFile')}
          labelSize="s"
          hint={say('aboutMe.mediaHint')}
          accept={ACCEPTED}
          error={wrong('file')}
        />
        <Textarea
          name="tells"
          label={say('aboutMe.tells')}
          labelSize="s"
          hint={say('aboutMe.tellsHint')}
          rows={3}
          value={typed.tells}
          error={wrong('tells')}
        />
        <LanguageRadios
          name="tellsLanguage"
          legend={say('aboutMe.language')}
          value={typed.tellsLanguage}
          error={wrong('tellsLanguage')}
        />
        <Button variant="secondary" preventDoubleClick>
          {say(part.media === undefined ? 'aboutMe.mediaAdd' : 'aboutMe.mediaReplace')}
        </Button>
      </form>
    </section>
  )
}
