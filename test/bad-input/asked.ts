const many = (one: string, count: number, between = ',') => Array.from({ length: count }, () => one).join(between)
const nested = (count: number) => `${'('.repeat(count)}status eq active${')'.repeat(count)}`

/** Queries of a search that are sent to hurt, or to be asked what cannot be answered. `4xx` where it must be refused. */
export const QUERIES: Readonly<Record<string, { readonly query: string; readonly refused: boolean }>> = {
  'longer than is read': { query: `_id=${'a'.repeat(5_000)}`, refused: true },
  'a parameter of no name': { query: '=a', refused: true },
  __proto__: { query: '__proto__=a', refused: true },
  constructor: { query: 'constructor=a', refused: true },
  'a modifier of everything': { query: '_id:constructor=a', refused: true },
  'a NUL': { query: 'description=%00', refused: true },
  'a NUL in a token': { query: 'identifier=a%00|b', refused: true },
  'a NUL in a reference': { query: 'subject=Patient/%00', refused: true },
  'a NUL in an id': { query: '_id=a%00b', refused: true },
  'a NUL in a filter': { query: '_filter=description eq "%00"', refused: true },
  'a NUL in a chain': { query: 'subject:Patient.name=%00', refused: true },
  'a NUL in words': { query: '_content=%00', refused: true },
  'a NUL in an address': { query: '_source=%00', refused: true },
  'a NUL in a tag': { query: '_tag=%00', refused: true },
  'a NUL in a name': { query: '%00=a', refused: true },
  'bytes that are not UTF-8': { query: '_content=%ff%fe', refused: false },
  'half an escape': { query: '_content=%', refused: false },
  'half a character': { query: '_content=%ed%a0%80', refused: false },
  'signs of a pattern': { query: '_content=(((((a*)*)*)*)*)*b%25%25%25___', refused: false },
  'signs of a pattern, contained': { query: 'identifier=%25%25%25%25%25%25%25_', refused: false },
  'operators of words': { query: "_content=!:*|%26<->''(('", refused: false },
  'a filter a thousand deep': { query: `_filter=${nested(1_000)}`, refused: true },
  'a filter of a thousand parts': { query: `_filter=${many('status eq a', 200, ' or ')}`, refused: true },
  'a filter that does not end': { query: '_filter=description eq "a', refused: true },
  'a filter of nothing': { query: '_filter=', refused: true },
  'not, and not, and not': { query: `_filter=${'not ('.repeat(300)}status eq a${')'.repeat(300)}`, refused: true },
  'a chain without end': { query: `subject:Patient.${many('link:Patient', 200, '.')}.name=a`, refused: true },
  'a chain back without end': { query: `${many('_has:Goal:subject', 200, ':')}:_id=a`, refused: true },
  'included in a circle': { query: '_include:iterate=Goal:subject&_revinclude:iterate=Goal:subject', refused: false },
  'all is included, and all that leads there': { query: '_include:iterate=*&_revinclude:iterate=*', refused: true },
  'many included': { query: many('_include=Goal:subject', 150, '&'), refused: false },
  'many ids': { query: `_id=${many('a', 1_500)}`, refused: true },
  'many conditions': { query: many('_id=a', 500, '&'), refused: true },
  'many keys of an order': { query: `_sort=${many('_id', 500)}`, refused: true },
  'a count beyond a double': { query: `_count=${'9'.repeat(400)}`, refused: true },
  'a count that is none': { query: '_count=-1', refused: true },
  'a count with a power': { query: '_count=1e9', refused: true },
  'a date that is none': { query: '_lastUpdated=2026-02-31T99:99', refused: true },
  'a date beyond time': { query: '_lastUpdated=gt9999-12-31T23:59:59.999999999Z', refused: false },
  'the year nought': { query: '_lastUpdated=lt0000', refused: true },
  'a format that is none': { query: '_format=../../etc/passwd', refused: true },
  'a mark of nobody’s': { query: '_cursor=AAAA', refused: true },
  'a mark that is long': { query: `_cursor=${'A'.repeat(3_000)}`, refused: true },
  'a type that is none': { query: '_type=constructor', refused: true },
  'elements that are none': { query: '_elements=__proto__,constructor', refused: false },
  'a set that is nobody’s': { query: 'lifecycle-status:in=http://127.0.0.1/set', refused: true },
}

/** Queries of other types: what is a number there, or a quantity, or both. */
export const OF_TYPES: Readonly<Record<string, string>> = {
  'a quantity beyond a double': `Observation?value-quantity=${'9'.repeat(500)}`,
  'a power beyond a double': 'Observation?value-quantity=1e999999999',
  'a small power': 'Observation?value-quantity=1e-999999999',
  'a quantity with a NUL': 'Observation?value-quantity=1|%00|%00',
  'a number beyond a double': `RiskAssessment?probability=${'9'.repeat(500)}`,
  'a composite of nothing': 'Observation?code-value-quantity=$',
  'a composite with a NUL': 'Observation?code-value-quantity=a$%00',
  'a composite of too much': `Observation?code-value-quantity=${'$'.repeat(2_000)}`,
  'an address with a NUL': 'ValueSet?url=%00',
  'a place that is none': 'Location?near=999|999|-1',
  'a place beyond a double': 'Location?near=1e400|1e400|1e400',
}

/** Headers that are sent to hurt, with every route: by their names. A server that fails at one would fail for all. */
export const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a version beyond a number': { 'if-match': `W/"${'9'.repeat(400)}"` },
  'versions without end': { 'if-match': many('W/"1"', 2_000) },
  'a version that wears a pattern out': { 'if-match': `W/"${'"'.repeat(8_000)}` },
  'a version that is none': { 'if-match': 'constructor', 'if-none-match': '__proto__' },
  'a preference that wears a pattern out': { prefer: `${'return=minimal '.repeat(500)};${' '.repeat(4_000)}` },
  'a preference that is none': { prefer: 'return=__proto__; handling=constructor' },
  'a name of a request that is long': { 'x-request-id': 'a'.repeat(8_000) },
  'a name of a request with spaces': { 'x-request-id': 'a b' },
  'a name of a request beyond ASCII': { 'x-request-id': '\u00e9\u00ff' },
  'a condition that is none': { 'if-none-exist': '_filter=((((((((' },
  'a condition with a NUL': { 'if-none-exist': 'identifier=%00' },
  'a condition of nothing': { 'if-none-exist': '' },
  'a condition that is long': { 'if-none-exist': `_id=${'a'.repeat(5_000)}` },
  'a language that is none': { 'accept-language': `${'x,'.repeat(2_000)}cy;q=9e999` },
  'a format that is none': { accept: `${'*/'.repeat(3_000)}` },
  'many formats': { accept: many('a/b', 2_000) },
  'a moment that is none': { 'if-modified-since': 'constructor' },
  'another host': { host: '127.0.0.1\u00e9' },
}

/** Authorization that is none: to each the one answer. */
export const AUTHORIZATIONS: Readonly<Record<string, string>> = {
  nothing: '',
  'a scheme of nobody’s': 'Basic YTpi',
  'a token with a NUL': 'Bearer a\u00e9',
  'a token that is long': `Bearer ${'a'.repeat(12_000)}`,
  'a token of many parts': `Bearer ${many('e30', 2_000, '.')}`,
  'a token that is deep': `Bearer ${Buffer.from('['.repeat(5_000)).toString('base64url')}.e30.`,
  'a token that wears a pattern out': `Bearer ${' '.repeat(8_000)}!`,
}

/** What stands where an id or a type should in an address. */
export const PLACES: Readonly<Record<string, string>> = {
  'a NUL': 'a%00b',
  __proto__: '__proto__',
  constructor: 'constructor',
  'two dots': '..%2f..%2fetc%2fpasswd',
  'controls of direction': '%e2%80%ae%e2%80%ac',
  'something long': 'a'.repeat(3_000),
  'a number beyond a double': '9'.repeat(400),
  'an escape that is none': '%zz',
  'bytes that are not UTF-8': '%ff%fe',
  'a question to a database': "'%20or%201=1--",
}

/** Forms that are posted to SMART’s addresses: none of them is what is asked there. */
export const FORMS: Readonly<Record<string, { readonly body: string | Buffer; readonly type?: string }>> = {
  nothing: { body: '' },
  JSON: { body: '{"grant_type":"client_credentials"}', type: 'application/json' },
  'JSON ten thousand deep': { body: '['.repeat(10_000), type: 'application/json' },
  'a NUL': { body: 'grant_type=client_credentials&client_id=a%00b&token=a%00b' },
  __proto__: { body: '__proto__[a]=b&constructor=c&grant_type=__proto__&token=__proto__' },
  'many fields': { body: many('a=b', 10_000, '&') },
  'one field twice': { body: 'grant_type=a&grant_type=b&token=a&token=b' },
  'fields within fields': { body: `a${'[b]'.repeat(2_000)}=c` },
  'bytes that are not UTF-8': { body: Buffer.from([0xff, 0xfe, 0x3d, 0x80]) },
  'half an escape': { body: 'grant_type=%&token=%&client_id=%' },
  'an assertion that is none': {
    body: `grant_type=client_credentials&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=${Buffer.from('['.repeat(5_000)).toString('base64url')}.e30.a`,
  },
  'another type': { body: '<a/>', type: 'application/xml' },
}
