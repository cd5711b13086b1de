import type { Goal } from './server.ts'

/** What is wrong with what a resource says, where it can be read: it is refused, and its element is named. */
export const WRONG: Readonly<Record<string, (goal: Goal) => string>> = {
  'a constructor': goal => goal(',"constructor":{"prototype":{"isAdmin":true}}'),
  'a name that nobody knows': goal => goal(',"hasOwnProperty":1,"toString":"x"'),
  'a hundred levels of extensions': goal =>
    goal(`,"extension":${'[{"url":"urn:a","extension":'.repeat(40)}[]${'}]'.repeat(40)}`),
  'a script in the narrative': goal => goal(narrative('<script>x</script>')),
  'a handler in the narrative': goal => goal(narrative('<p onclick=\\"x\\">x</p>')),
  'an address that runs in the narrative': goal => goal(narrative('<a href=\\"javascript:x\\">x</a>')),
  'something fetched by the narrative': goal => goal(narrative('<iframe src=\\"http://127.0.0.1/\\"></iframe>')),
  'words that grow in the narrative': goal => goal(narrative('&lol;')),
  'a narrative a thousand deep': goal => goal(narrative(`${'<b>'.repeat(1_000)}${'</b>'.repeat(1_000)}`)),
  'a reference to something contained that is not there': goal => goal(',"addresses":[{"reference":"#nobody"}]'),
  'contained resources that contain each other': goal =>
    goal(',"contained":[{"resourceType":"Condition","id":"a","contained":[{"resourceType":"Basic","id":"b"}]}]'),
  'a date that wears a pattern out': goal => goal(`,"startDate":"${'2026-'.repeat(20_000)}"`),
  'a code that wears a pattern out': goal => goal(`,"language":"${'a '.repeat(40_000)}"`),
  'an address that wears a pattern out': goal => goal(`,"implicitRules":"${'a'.repeat(60_000)} "`),
  'an id that is too long': goal => goal(`,"contained":[{"resourceType":"Basic","id":"${'a'.repeat(65)}"}]`),
  'a truth that is a text': goal => goal(',"modifierExtension":[{"url":"urn:a","valueBoolean":"true"}]'),
  'a whole number with a part': goal => goal(',"extension":[{"url":"urn:a","valueInteger":1.5}]'),
  'a whole number beyond one': goal => goal(',"extension":[{"url":"urn:a","valueInteger":2147483648}]'),
  'a Base64 that is none': goal => goal(',"extension":[{"url":"urn:a","valueBase64Binary":"*"}]'),
}

function narrative(inner: string): string {
  return `,"text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">${inner}</div>"}`
}

/** What looks as odd and is nothing bad: it is taken, and comes back to the letter and to the digit. */
export const ODD: Readonly<Record<string, (goal: Goal) => string>> = {
  'controls of direction': goal => goal('', JSON.stringify('Te \u202e\u0441\u0430hwn\u202c \u2066a\u2069')),
  'Welsh and pictures': goal => goal('', JSON.stringify('Ŵ ŷ Ï 👵🏽 ﷽')),
  'marks over marks': goal => goal('', JSON.stringify(`Z${'\u0301'.repeat(300)}`)),
  'a zero at the end': goal => goal(extension('1.10')),
  'digits beyond a double': goal => goal(extension('0.12345678901234567890123456789')),
  'a small number': goal => goal(extension('0.00000010')),
  'what looks like a question to a database': goal => goal('', JSON.stringify("'; drop table resource; --")),
  'what looks like a page': goal => goal('', JSON.stringify('<script>x</script>&amp;')),
  'fifty thousand letters': goal => goal('', JSON.stringify('a'.repeat(50_000))),
}

function extension(digits: string): string {
  return `,"extension":[{"url":"urn:cydofal:odd","valueDecimal":${digits}}]`
}
