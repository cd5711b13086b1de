import type { Source } from './sources.ts'

/** The addresses of the pages that a file registers, as `/people/:person`. What only streams changes is no page. */
export function pagesIn({ text }: Source): string[] {
  const named = new Map([...text.matchAll(/^const (\w+) = '(\/[^']*)'/gm)].map(([, name, address]) => [name, address]))
  return [...text.matchAll(/\.get(?:<[^(]*>)?\(\s*(?:'(?<address>[^']+)'|(?<name>[A-Z]\w*),)/g)]
    .map(({ groups }) => groups?.address ?? named.get(groups?.name) ?? '')
    .filter(address => !address.endsWith('/live'))
}

/** The addresses that no journey names, be it in what it opens or in a comment. */
export function unvisited(addresses: readonly string[], journeys: readonly Source[]): string[] {
  const texts = journeys.map(({ text }) => text.replace(/\$\{[^}]*\}/g, ':it'))
  return addresses.filter(address => !texts.some(text => named(address).test(text)))
}

/** The address on its own: after the product's own address or the start of a text, and before nothing that goes on. */
function named(address: string): RegExp {
  const path = address.replace(/:\w+/g, '[^/\\s\'"`]+')
  return new RegExp(`(?:[\\s'"\`(,]|:it)${path}(?=[\\s'"\`?#),]|$)`, 'm')
}
