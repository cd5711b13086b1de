import type en from '../en/agreementIssue.ts'

export default {
  clause: 'Cymal {number}',
  clauseField: 'Cymal {number}, {field}',
  case: 'Enghraifft {number}',
  caseField: 'Enghraifft {number}, {field}',
  party: 'Parti {number}',
  partyField: 'Parti {number}, {field}',
  whole: 'Y ffeil',
  en: '{where}, yn Saesneg',
  cy: '{where}, yn Gymraeg',
  missing: 'ar goll',
  tooFew: 'rhaid cael o leiaf ddau',
  notInList: 'mae yma rywbeth na all cytundebau ei ddweud: {found}',
  unexpected: 'mae yma ran nad yw mewn cytundebau: {found}',
  notADay: 'nid yw’n ddiwrnod wedi’i ysgrifennu fel 2026-11-22: {found}',
  notATime: 'nid yw’n adeg o’r dydd wedi’i hysgrifennu fel 21:30: {found}',
  notACode: 'rhaid iddo fod yn briflythrennau, cysylltnod a rhif, fel HAFREN-6: {found}',
  outOfRange: 'mae’r rhif yn rhy fach neu’n rhy fawr: {found}',
  notKeepable: 'mae yma nod na ellir ei gadw',
  wrongKind: 'nid yw o’r math y gofynnir amdano yma: {found}',
  line: '{where}: {what}',
} satisfies Record<keyof typeof en, string>
