/** A number as a spreadsheet hands it on: without the `.0` that it adds. */
export function asWritten(text: string): string {
  return text.trim().replace(/\.0+$/, '')
}
