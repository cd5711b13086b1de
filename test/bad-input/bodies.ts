import { gzipSync } from 'node:zlib'

/** A body as it is sent. */
export interface SentBody {
  readonly body: string | Buffer
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Makes of a body of JSON that nothing is wrong with one that is sent to hurt. */
export type Spoil = (well: string) => SentBody

/** The first object of a body, with something before what it says. */
const inside = (well: string, what: string) => well.replace('{', () => `{${what},`)
const keys = (count: number) => Array.from({ length: count }, (_, at) => `"k${at}":1`).join(',')
const deep = (count: number) => `"deep":${'['.repeat(count)}${']'.repeat(count)}`
const ZEROS = Buffer.alloc(16 * 1024 * 1024)
const TIGHT = gzipSync(ZEROS)
const MILLION = keys(1_000_000)
const XML = 'application/fhir+xml'
const xml = (body: string | Buffer): Spoil => {
  const sent = { body, type: XML }
  return () => sent
}
const inGoal = (what: string) => `<Goal xmlns="http://hl7.org/fhir">${what}</Goal>`
const billion = `<!DOCTYPE Goal [<!ENTITY a "ha">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`

/** The same of what is large: sent where the code that reads it is another, and not everywhere. */
export const LARGE: Readonly<Record<string, Spoil>> = {
  'ten thousand brackets within': well => ({ body: inside(well, deep(10_000)) }),
  'a million keys': well => ({ body: inside(well, MILLION) }),
  'much in little': () => ({ body: TIGHT, headers: { 'content-encoding': 'gzip' } }),
  'XML of many elements': xml(inGoal('<note/>'.repeat(8_000))),
  'a hundred thousand keys': well => ({ body: inside(well, keys(100_000)) }),
}

/** What is wrong with how a body is written: it is refused whatever it would have said, before anything of it is read. */
export const SPOILT: Readonly<Record<string, Spoil>> = {
  nothing: () => ({ body: '' }),
  'no JSON': well => ({ body: well.slice(0, -1) }),
  'two bodies': well => ({ body: `${well}\u2028${well}` }),
  'ten thousand brackets': () => ({ body: '['.repeat(10_000) + ']'.repeat(10_000) }),
  'deeper than anything honest, in few letters': well => ({ body: inside(well, deep(200)) }),
  'brackets that are never closed': () => ({ body: '['.repeat(60_000) }),
  __proto__: well => ({ body: inside(well, '"__proto__":{"resourceType":"Goal"}') }),
  '__proto__, spelt otherwise': well => ({ body: inside(well, '"\\u005f_proto__":{"a":1}') }),
  'one name twice': well => ({ body: inside(well, '"twice":1,"twice":2') }),
  'one name twice, spelt in two ways': well => ({ body: inside(well, '"twice":1,"tw\\u0069ce":2') }),
  'a NUL': well => ({ body: inside(well, '"nul":"a\\u0000b"') }),
  'a bare NUL': well => ({ body: inside(well, '"nul":"a\0b"') }),
  'half a character': well => ({ body: inside(well, '"half":"\\ud800"') }),
  'bytes that are not UTF-8': well => ({ body: Buffer.from(inside(well, '"a":"ê"'), 'latin1') }),
  'another character set': well => ({ body: well, type: '; charset=iso-8859-1' }),
  'UTF-16': well => ({ body: Buffer.from(well, 'utf16le') }),
  'a number of fifty thousand digits': well => ({ body: inside(well, `"n":${'9'.repeat(50_000)}`) }),
  'an exponent beyond reason': well => ({ body: inside(well, '"n":1e999999999') }),
  'an exponent as small': well => ({ body: inside(well, '"n":1e-999999999') }),
  'a number that is none': well => ({ body: inside(well, '"n":NaN') }),
  'packed in a way that nobody knows': well => ({ body: well, headers: { 'content-encoding': 'nobodys' } }),
  'of no type': well => ({ body: well, type: '' }),
  'a form': () => ({ body: 'resourceType=Goal', type: 'application/x-www-form-urlencoded' }),
  'parts of a form': () => ({ body: '--a\r\n\r\nx\r\n--a--', type: 'multipart/form-data; boundary=a' }),
  'a page': () => ({ body: '<script>x</script>', type: 'text/html' }),
  'a document': () => ({ body: Buffer.from('%PDF-1.7\n%\xff\xff\0', 'latin1'), type: 'application/pdf' }),
  null: () => ({ body: 'null' }),
  'a number alone': () => ({ body: '1.10' }),
  'a list of it': well => ({ body: `[${well}]` }),
  'a list of a list': () => ({ body: '[[]]' }),
  'a type that is none': () => ({ body: '{"resourceType":"constructor"}' }),
  'XML that is not closed': xml('<Goal xmlns="http://hl7.org/fhir">'),
  'XML of something else': xml('<Goal/>'),
  'XML of another namespace': xml('<Goal xmlns="urn:hl7-org:v3"><id value="a"/></Goal>'),
  'XML with a foreign element': xml(inGoal('<evil xmlns="urn:evil" value="a"/>')),
  'a billion laughs': xml(`${billion}${inGoal('<id value="&j;"/>')}`),
  'a file of ours, asked for': xml(
    `<!DOCTYPE Goal [<!ENTITY a SYSTEM "file:///etc/passwd">]>${inGoal('<id value="&a;"/>')}`,
  ),
  'a document type elsewhere': xml(`<!DOCTYPE Goal SYSTEM "http://127.0.0.1/a.dtd">${inGoal('')}`),
  'an entity of nobody’s': xml(inGoal('<id value="&nobodys;"/>')),
  'a style sheet to be run': xml(`<?xml-stylesheet href="http://127.0.0.1/a.xsl"?>${inGoal('')}`),
  'XML ten thousand deep': xml(`<Goal xmlns="http://hl7.org/fhir">${'<extension url="urn:a">'.repeat(2_000)}`),
  'one attribute twice': xml(inGoal('<id value="a" value="b"/>')),
  'a NUL by its number': xml(inGoal('<id value="&#0;"/>')),
  'XML that is not UTF-8': xml(Buffer.from(inGoal('<id value="ê"/>'), 'latin1')),
  'XML that says it is of another character set': xml(
    Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${inGoal('<id value="a"/>')}`, 'utf16le'),
  ),
  'a script within': xml(
    inGoal(
      '<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div></text>',
    ),
  ),
}
