/**
 * Cuts a file into its messages: each begins at an MSH that starts a line and ends before the next. Batch and file
 * wrappers (FHS, BHS, BTS, FTS) and whatever precedes the first MSH are left out; every byte of a message is kept,
 * but for the blank lines after it. A file in UTF-16 is one message.
 */
export function splitMessages(file: Uint8Array): Buffer[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.includes(0)) return [bytes]
  const text = bytes.toString('latin1')
  const starts = [...text.matchAll(/(?<=^|[\r\n]|^\u00ef\u00bb\u00bf)(?:MSH|FHS|BHS|BTS|FTS)(?=[!-/:-@[-`{-~])/g)]
  return starts.flatMap((start, index) => {
    if (start[0] !== 'MSH') return []
    const end = starts[index + 1]?.index ?? text.length
    const length = text.slice(start.index, end).trimEnd().length
    return [bytes.subarray(start.index, start.index + length)]
  })
}
