import type { JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { ShownPart, Tried } from './shown-part.ts'

/** The words of one part: written by whoever decides them, offered by anybody else. It says which before it asks. */
export function WordsForm({ shown, tried }: { shown: ShownPart; tried: Tried | undefined }): JSX.Element {
  const { say } = useAsked()
  const { banner, part, may, isOwn, formKey } = shown
  const decides = may === 'decide'
  const language = part.versionId === undefined ? (banner.language ?? say.language) : part.language
  const typed = tried?.typed ?? { words: part.words, language, helpedBy: part.helpedBy ?? '', why: '', key: formKey }
  const wrong = (field: string) => tried?.problems[field] && say.plain(tried.problems[field])
  return (
    <form method="post" action={`/people/${banner.personId}/about-me/${part.part}`} noValidate class="app-form">
      {!decides && <h2 class="nhsuk-heading-m">{say('aboutMe.proposeTitle')}</h2>}
      {!decides && <p>{say('aboutMe.proposeWhat')}</p>}
      {decides && !isOwn && <InsetText>{say('aboutMe.takenDown')}</InsetText>}
      <input type="hidden" name="afterId" value={part.versionId ?? ''} />
      <input type="hidden" name="key" value={typed.key ?? formKey} />
      <Textarea
        name="words"
        label={say(isOwn ? 'aboutMe.ask' : 'aboutMe.askTheirs')}
        labelSize="m"
        hint={decides && isOwn ? say('aboutMe.askHint') : undefined}
        rows={8}
        class="app-about__write"
        lang={typed.language}
        value={typed.words}
        error={wrong('words')}
      />
      <LanguageRadios legend={say('aboutMe.language')} value={typed.language} error={wrong('language')} />
      {decides ? (
        isOwn && (
          <Input
            name="helpedBy"
            label={say('aboutMe.helpedBy')}
            labelSize="s"
            hint={say('aboutMe.helpedByHint')}
            width={20}
            value={typed.helpedBy}
            error={wrong('helpedBy')}
          />
        )
      ) : (
        <Textarea name="why" label={say('aboutMe.why')} labelSize="s" rows={2} value={typed.why} error={wrong('why')} />
      )}
      <Button preventDoubleClick>{say(decides ? 'aboutMe.save' : 'aboutMe.send')}</Button>
    </form>
  )
}
