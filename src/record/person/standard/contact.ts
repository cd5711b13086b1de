import { asWritten } from './number-text.ts'

/** The last nine digits of each telephone number in these texts, each once. A number of fewer than nine is left out. */
export function standardPhones(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => piecesOf(text).flatMap(phoneOf))
  return [...new Set(found)].slice(0, CONTACTS_MAX)
}

/** The e-mail addresses in these texts, each once, as the mailbox they reach. */
export function standardEmails(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => piecesOf(text).flatMap(emailOf))
  return [...new Set(found)].slice(0, CONTACTS_MAX)
}

const CONTACTS_MAX = 12
const LETTERS_READ_MAX = 400

/** Several in one field, and what belongs to a switchboard behind them. */
function piecesOf(text: string): string[] {
  return text.slice(0, LETTERS_READ_MAX).split(/[/,;|]|\b(?:or|neu)\b/i)
}

function phoneOf(piece: string): string[] {
  if (piece.includes('@')) return []
  const number = asWritten(piece.replace(/\b(?:ext?n?|est|x)\.?\s*\d+\s*$/i, '')).replace(/\(0\)/g, '')
  const digits = number.replace(/\D/g, '')
  const last = digits.slice(-9)
  return last.length < 9 || digits.length > 15 || isPlaceholderPhone(last) ? [] : [last]
}

/** One or two digits over and over (07000 000000), or counting (07123 456789): typed for want of a number. */
function isPlaceholderPhone(last: string): boolean {
  return new Set(last).size <= 2 || /(\d)\1{6}$/.test(last) || '01234567890'.includes(last) || last === '987654321'
}

function emailOf(piece: string): string[] {
  const text = piece
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  const [, mailbox, domain] = /^([^\s@<>"]+)@([^\s@<>"]+\.[^\s@<>".]+)$/.exec(text) ?? []
  if (mailbox === undefined || domain === undefined) return []
  if (PLACEHOLDER_DOMAIN.test(domain) || NOBODYS.has(mailbox.replace(/[^a-z]/g, ''))) return []
  return [`${deliveredTo(mailbox, domain)}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`]
}

/** What is behind a `+` reaches the same person; at Gmail, dots too are passed over. */
function deliveredTo(mailbox: string, domain: string): string {
  const whose = mailbox.replace(/(?<=.)\+.*$/, '')
  return /^(?:gmail|googlemail)\.com$/.test(domain) ? whose.replaceAll('.', '') : whose
}

const PLACEHOLDER_DOMAIN = /^(?:no-?e-?mail|none|nomail|unknown|test|nowhere)\b/

/** Written for want of an address, or an office's and no person's. */
const NOBODYS: ReadonlySet<string> = new Set([
  ...['noemail', 'none', 'no', 'na', 'noone', 'nobody', 'unknown', 'anhysbys', 'notknown', 'notgiven', 'declined'],
  ...['test', 'dummy', 'noreply', 'donotreply', 'dimebost', 'dim', 'null', 'refused'],
  ...['info', 'admin', 'office', 'swyddfa', 'reception', 'derbynfa', 'enquiries', 'ymholiadau', 'manager', 'hello'],
])
