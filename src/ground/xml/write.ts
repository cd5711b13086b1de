/** An element as text: its start with attributes as given, what is inside as given, and its end. */
export function xmlElement(name: string, inside: string, attributes = ''): string {
  return `<${name}${attributes}>${inside}</${name}>`
}

/** Text as it may stand in an element; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_OF_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** An attribute, with a space before it; lines and tabs in it are kept. */
export function xmlAttribute(name: string, value: string): string {
  const inside = xmlText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
  return ` ${name}="${inside}"`
}

/** What no XML 1.0 document may hold. Source: XML 1.0, production 2. */
const NOT_OF_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
