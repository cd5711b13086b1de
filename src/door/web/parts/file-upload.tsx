import type { JSX } from 'preact'
import { LabelledField, type LabelledFieldProps, splitField } from './labelled-field.tsx'
import { spaced } from './spaced.ts'

export interface FileUploadProps extends LabelledFieldProps {
  /** The kinds of file that the browser offers first, as `accept` has them. */
  readonly accept?: string | undefined
}

/** One file of the person's own. The browser draws the button, in the browser's language. */
export function FileUpload(props: FileUploadProps): JSX.Element {
  const { field, around, own } = splitField(props)
  return (
    <LabelledField field={field} around={around}>
      <input
        class={spaced('nhsuk-file-upload__input', own.class)}
        id={field.id}
        name={around.name}
        type="file"
        accept={own.accept}
        aria-describedby={field.describedBy}
      />
    </LabelledField>
  )
}
