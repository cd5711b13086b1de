import type { JSX } from 'preact'

/** What every form of an item carries unseen: the version that was read and, for what could be done twice, a key. */
export function HiddenFields({ version, formKey }: { version: number; formKey?: string }): JSX.Element {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      {formKey !== undefined && <input type="hidden" name="key" value={formKey} />}
    </>
  )
}
