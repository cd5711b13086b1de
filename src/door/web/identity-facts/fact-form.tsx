import type { JSX } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { StandingFact } from '#work/privacy/identity-facts/known-record.ts'
import type { PrivacyOfficer } from '#work/privacy/privacy-team.ts'
import { useSay } from '../asked.ts'
import { Input } from '../parts/input.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** What a form is drawn with. */
export interface FactShown {
  readonly typed: Typed
  readonly problems: Problems
}

/** One kind of thing that a privacy office records about identities: its words, its fields and what it does. */
export interface FactForm {
  readonly title: Key
  readonly lede: Key
  readonly done: Key
  readonly Fields: (props: { readonly shown: FactShown }) => JSX.Element
  /** What is wrong with what was typed, before anything is asked of the record. */
  wrongIn(typed: Typed): Problems
  /** Only ever called with what is not wrong. */
  act(tx: Tx, officer: PrivacyOfficer, typed: Typed): Promise<Outcome<unknown, string>>
  /** The field at which a refusal is said, and its words. */
  readonly refusals: Readonly<Record<string, readonly [field: string, words: Key]>>
  /** What stands, where that may be listed, and taking one of it back. */
  readonly standing?: {
    readonly kinds?: 'protection' | 'institution'
    list(tx: Tx, officer: PrivacyOfficer): Promise<StandingFact[]>
    lift(tx: Tx, officer: PrivacyOfficer, id: string): Promise<Outcome<unknown, string>>
  }
}

interface FieldProps {
  readonly shown: FactShown
  readonly name: string
  readonly asks: Key
  readonly hint?: Key
}

/** The problem of one field, said. */
export function useFactProblem({ problems }: FactShown, field: string): string | undefined {
  const say = useSay()
  const key = problems[field]
  return key === undefined ? undefined : say.plain(key)
}

/** One line. */
export function LineField({ shown, name, asks, hint }: FieldProps): JSX.Element {
  const say = useSay()
  return (
    <Input
      name={name}
      label={say.plain(asks)}
      hint={hint && say.plain(hint)}
      width={20}
      value={shown.typed[name]}
      error={useFactProblem(shown, name)}
    />
  )
}

/** Several lines, or words. */
export function LinesField({ shown, name, asks, hint }: FieldProps): JSX.Element {
  const say = useSay()
  return (
    <Textarea
      name={name}
      label={say.plain(asks)}
      hint={hint && say.plain(hint)}
      rows={3}
      value={shown.typed[name]}
      error={useFactProblem(shown, name)}
    />
  )
}

/** Why, which every form asks for. */
export function ReasonField({ shown }: { shown: FactShown }): JSX.Element {
  return <LinesField shown={shown} name="reason" asks="identityFact.reason" hint="identityFact.reasonHint" />
}

/** A problem for each field that was left empty, with the words for it. */
export function missingIn(typed: Typed, fields: Readonly<Record<string, Key>>): Problems {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => (typed[name] ?? '').trim() === ''))
}

/** The lines of a field that say something. */
export function linesOf(typed: Typed, name: string): string[] {
  return (typed[name] ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
