import type { JSX } from 'preact'
import { LANGUAGE_OPTIONS } from './language-options.tsx'
import { Radios, type RadiosProps } from './parts/radios.tsx'

interface LanguageRadiosProps extends Pick<RadiosProps, 'id' | 'legend' | 'legendSize' | 'value' | 'error'> {
  readonly name?: string
}

/** In which language somebody writes what they write in a form. */
export function LanguageRadios({ name = 'language', legendSize = 's', ...rest }: LanguageRadiosProps): JSX.Element {
  return <Radios {...rest} name={name} legendSize={legendSize} inline options={LANGUAGE_OPTIONS} />
}
