import type { JSX } from 'preact'
import { z } from 'zod'
import type { Tx } from '#ground/db/store.ts'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Finding } from '#record/sharing/representative/read-acting.ts'
import type { MayRecord } from '#work/assessment/council.ts'
import type { Gone } from '#work/assessment/known/collect.ts'
import type { KnownFact } from '#work/assessment/known/fact.ts'
import { type AssessmentProblem, NAME_LENGTH_MAX, TEXT_LENGTH_MAX } from '#work/assessment/record.ts'
import type { Assessment } from '#work/assessment/statutory/assessment.ts'
import { useSay } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Input } from '../parts/input.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import type { Problems, Typed } from '../typed.ts'

/** What a form is drawn with. */
export interface FormShown {
  readonly banner: PageBanner
  readonly may: MayRecord
  readonly known: readonly KnownFact[]
  /** The assessment that the address names. */
  readonly assessment: Assessment | undefined
  readonly findings: readonly Finding[]
  readonly typed: Typed
  readonly problems: Problems
}

/** What a form sends to its act. */
export interface Sent<Fields> {
  readonly fields: Fields
  readonly gone: Gone
  readonly key: string
  /** Of the forms within an assessment; empty for the others. */
  readonly assessmentId: string
}

/** One form of the three records: who may fill it in, what it asks, and what it does. The messages of its schema are keys. */
export interface RecordForm<Fields> {
  /** Its address below the person's; `:assessment` stands for the assessment that it is within. */
  readonly at: string
  readonly title: Key
  readonly lede: Key
  readonly send: Key
  readonly fields: z.ZodType<Fields>
  /** Whether what is known is gone through, or only stands there to be read. */
  readonly known: 'gone-through' | 'read' | 'not-shown'
  mayUse(shown: FormShown): boolean
  /** What stands in the boxes before anything was typed. */
  first(
    shown: FormShown,
    writer: { readonly name: string; readonly language: 'en' | 'cy'; readonly today: string },
  ): Typed
  readonly Fields: (props: { readonly shown: FormShown }) => JSX.Element
  /** Answers where it leads, below the person's address. */
  act(tx: Tx, access: Access, sent: Sent<Fields>): Promise<Outcome<string, AssessmentProblem>>
  /** The field at which a refusal is said; `form` where no field is at fault. */
  readonly faultAt: Readonly<Partial<Record<AssessmentProblem, string>>>
}

/** Words that have to be there. */
export const NeededText = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z.string().min(1, { error: 'assessment.textMissing' }).max(TEXT_LENGTH_MAX, { error: 'assessment.textTooLong' }),
  )

/** Words that may be left out. */
export const FreeText = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(TEXT_LENGTH_MAX, { error: 'assessment.textTooLong' }))

/** A name that may be left out. */
export const FreeName = z
  .string()
  .default('')
  .pipe(z.string().trim().max(NAME_LENGTH_MAX, { error: 'assessment.textTooLong' }))

/** One of a few. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return z.enum(options as unknown as [string, ...string[]], { error: 'assessment.choose' }) as unknown as z.ZodType<
    Options[number]
  >
}

/** The language in which something is written. */
export const WrittenIn = oneOf(LANGUAGES as readonly ['en', 'cy'])

interface FieldProps {
  readonly shown: FormShown
  readonly name: string
  readonly asks: Key
}

/** In which language something is written. */
export function LanguageField({ shown, name, asks }: FieldProps): JSX.Element {
  const say = useSay()
  const wrong = shown.problems[name]
  return (
    <LanguageRadios name={name} legend={say.plain(asks)} value={shown.typed[name]} error={wrong && say.plain(wrong)} />
  )
}

/** Somebody's name. */
export function NameField({ shown, name, asks }: FieldProps): JSX.Element {
  const say = useSay()
  const wrong = shown.problems[name]
  return (
    <Input
      name={name}
      label={say.plain(asks)}
      labelSize="m"
      width={20}
      value={shown.typed[name]}
      error={wrong && say.plain(wrong)}
    />
  )
}
