import type { Draw } from '../draw.ts'

/** What goes wrong in real feeds, and what somebody who wishes us ill would try. */
const PIECES = [
  ...[
    '|',
    '^',
    '~',
    '\\',
    '&',
    '""',
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\u000b',
    '\u001c\r',
    '\ufeff',
    ' ',
    '\t',
    ',',
    '"',
    ';',
  ],
  ...[
    '\\F\\',
    '\\X0D\\',
    '\\X00\\',
    '\\.br\\',
    '\\Xzz\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    '=',
    '%',
    '%00',
    '%ff',
    '+',
    '?',
    '#',
    '/',
  ],
  ...['__proto__', 'constructor', 'toString', 'prototype', '__proto__^isPolluted', 'hasOwnProperty'],
  ...[
    'MSH|^~\\&|',
    'PID|1||H9',
    'PV1||I',
    'MRG|H8',
    'OBX|1|ED|',
    'ADT^A40',
    'ADT^A01',
    'ORU^R01',
    'MDM^T02',
    'SIU^S12',
  ],
  ...[
    '20261025013000',
    '20260329013000',
    '99999999999999',
    '00000000',
    '-1',
    '1e309',
    '9990000018',
    '31/02/2026',
    'NaN',
  ],
  ...[
    'ŵ',
    '\u202e',
    '\u0000',
    '\ud800',
    '🙂',
    '<script>alert(1)</script>',
    "=cmd|' /C calc'!A0",
    "'; drop table person; --",
  ],
  ...['null', 'true', '1', '"resourceType":"Bundle"', '{"resourceType":"Patient"}', '{{7*7}}', '../../etc/passwd'],
  // Long enough for a pattern that tries every way to be seen, and short enough that it ends.
  `${'a'.repeat(26)}!`,
  'x'.repeat(5_000),
  '['.repeat(2_000),
  '{"a":'.repeat(2_000),
  '^'.repeat(600),
  '~'.repeat(600),
  '|'.repeat(600),
]

const CHANGES_MAX = 5
const DROPPED_MAX = 40

/** A text that has been spoilt in a few places, mostly where its grammar has a joint. */
export function spoilt(draw: Draw, text: string, joints: RegExp): string {
  let spoiled = text
  for (let changes = 1 + draw.below(CHANGES_MAX); changes > 0; changes--) spoiled = spoiltOnce(draw, spoiled, joints)
  return spoiled
}

function spoiltOnce(draw: Draw, text: string, joints: RegExp): string {
  const at = draw.percent(70) ? jointIn(draw, text, joints) : draw.below(text.length + 1)
  const rest = text.slice(at)
  const next = Math.max(0, rest.slice(1).search(joints)) + 1
  switch (draw.below(7)) {
    // A value becomes another.
    case 0:
    case 1:
      return text.slice(0, at) + draw.one(PIECES) + rest.slice(next)
    // Something is put in.
    case 2:
      return text.slice(0, at) + draw.one(PIECES) + rest
    // Something is left out.
    case 3:
      return text.slice(0, at) + rest.slice(draw.below(DROPPED_MAX))
    // A part comes again, or in another place.
    case 4:
      return text.slice(0, at) + rest.slice(0, next) + rest
    case 5:
      return text.slice(0, jointIn(draw, text, joints)) + rest.slice(0, next) + text.slice(jointIn(draw, text, joints))
    // All after it is gone.
    default:
      return draw.percent(30) ? text.slice(0, at) : text.slice(0, at) + draw.one(PIECES) + rest
  }
}

function jointIn(draw: Draw, text: string, joints: RegExp): number {
  const from = draw.below(Math.max(1, text.length))
  const found = text.slice(from).search(joints)
  return found === -1 ? from : from + found + (draw.percent(50) ? 1 : 0)
}

/** The bytes of a text, now and then in letters that it does not say it is in. */
export function bytesOf(draw: Draw, text: string): Buffer {
  return draw.percent(8) ? Buffer.from(text, draw.one(['latin1', 'utf16le'] as const)) : Buffer.from(text)
}
