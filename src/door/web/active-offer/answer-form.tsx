import type { JSX } from 'preact'
import { z } from 'zod'
import { LANGUAGES } from '#ground/language/say.ts'
import { LANGUAGE_NEEDS, NEED_WORDS_LENGTH_MAX, type NewLanguageAnswer } from '#record/chart/language-answer.ts'
import { useAsked } from '../asked.ts'
import { LANGUAGE_OPTIONS } from '../language-options.tsx'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

const NO_NEED = 'none'

/** What the form asks for. */
export const AnswerForm = z.object({
  spoken: z.enum(LANGUAGES, { error: 'activeOffer.answerMissing' }),
  written: z.enum(LANGUAGES, { error: 'activeOffer.answerMissing' }),
  need: z
    .enum([NO_NEED, ...LANGUAGE_NEEDS], { error: 'activeOffer.needMissing' })
    .transform(need => (need === NO_NEED ? undefined : need)),
  needWords: z
    .string()
    .default('')
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(NEED_WORDS_LENGTH_MAX, { error: 'activeOffer.needWordsTooLong' })),
}) satisfies z.ZodType<NewLanguageAnswer, unknown>

/** The offer itself: the two languages side by side, and whether it is more than a choice. */
export function OfferForm(props: { typed: Typed; problems: Problems; isOwn: boolean; path: string }): JSX.Element {
  const { say } = useAsked()
  const { typed, problems, isOwn, path } = props
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action={path} noValidate>
      <Radios
        name="spoken"
        legend={say(isOwn ? 'activeOffer.spoken' : 'activeOffer.spokenOf')}
        legendSize="m"
        options={LANGUAGE_OPTIONS}
        value={typed.spoken}
        error={problem('spoken')}
      />
      <Radios
        name="written"
        legend={say(isOwn ? 'activeOffer.written' : 'activeOffer.writtenOf')}
        legendSize="m"
        hint={say('activeOffer.writtenHint')}
        options={LANGUAGE_OPTIONS}
        value={typed.written}
        error={problem('written')}
      />
      <Radios
        name="need"
        legend={say('activeOffer.isNeed')}
        legendSize="m"
        hint={say('activeOffer.needHint')}
        options={[
          { value: NO_NEED, label: say('activeOffer.noNeed') },
          ...LANGUAGE_NEEDS.map(need => ({ value: need, label: say.code('languageNeed', need) })),
        ]}
        value={typed.need}
        error={problem('need')}
      />
      <Textarea
        name="needWords"
        label={say('activeOffer.needWords')}
        labelSize="m"
        rows={3}
        value={typed.needWords}
        error={problem('needWords')}
      />
      <Button preventDoubleClick>{say('activeOffer.save')}</Button>
    </form>
  )
}
