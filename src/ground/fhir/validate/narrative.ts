import { holdsByPath } from './by-path.ts'
import type { Check, Visit } from './visit.ts'

/** The expression of txt-1 and txt-2: that it is XHTML of the elements and attributes that narrative may have. */
export const NARRATIVE_RULE = 'htmlChecks()'

/**
 * That a narrative can be shown to anybody: what FHIR's own rule says, and that no address or style in it runs, fetches or
 * covers anything. Source: FHIR R4, narrative.html, rules txt-1 and txt-2; security.html, narrative.
 */
export const checkNarrative: Check = (value, visit) => {
  if (!holdsByPath(NARRATIVE_RULE, 'xhtml', value, visit)) {
    visit.find('unsafeNarrative', 'txt-1, txt-2: XHTML of the elements and attributes that FHIR allows, and not empty.')
  } else checkAttributes(String(value), visit)
}

/** Well-formed by now: every attribute has its quotes. */
function checkAttributes(text: string, visit: Visit): void {
  for (const { groups } of text.matchAll(ATTRIBUTE)) {
    const name = groups?.name ?? ''
    const value = plain(groups?.value ?? '')
    if (!(name === 'style' ? isSafeStyle(value) : isSafeAddress(value))) {
      visit.find('unsafeNarrative', `The narrative may not have this ${name}.`)
    }
  }
}

const ATTRIBUTE = /\s(?<name>href|src|cite|longdesc|style)\s*=\s*["'](?<value>[^"']*)/g

/** Styles that run something, hide what they say, or lay something over the page they are shown in. */
const UNSAFE_STYLE = /expression\s*\(|@import|script:|behavior\s*:|-moz-binding|position\s*:|\\|\/\*/i

function isSafeStyle(style: string): boolean {
  const images = [...style.matchAll(/url\s*\(\s*["']?(?<address>[^)"']*)/gi)]
  return !UNSAFE_STYLE.test(style) && images.every(({ groups }) => isSafeAddress(groups?.address ?? ''))
}

/** What an address may begin with when it names its scheme. Images may also be within the text itself. */
const SAFE_SCHEME = /^(?:https?|mailto|tel|urn|ftp):|^data:image\/(?:png|jpeg|gif);base64,/i

function isSafeAddress(address: string): boolean {
  // Browsers pass over blanks and control characters when they look for the scheme.
  const bare = address.replace(/[\p{Cc}\p{Cf}\s]/gu, '')
  return !/^[^/?#]*:/.test(bare) || SAFE_SCHEME.test(bare)
}

/** With its references to characters replaced. */
function plain(value: string): string {
  return value.replace(/&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>amp|lt|gt|quot|apos));/gi, (...parts) => {
    const { hex, decimal, name } = parts.at(-1) as Record<string, string | undefined>
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
