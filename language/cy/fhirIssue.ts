import type en from '../en/fhirIssue.ts'

export default {
  notResource: 'Nid adnodd yw hwn.',
  unknownType: 'Nid oes math o’r fath yn FHIR R4.',
  unknownElement: 'Nid oes elfen o’r fath yma yn FHIR R4.',
  wrongForm: 'Mae ffurf hwn yn wahanol i’r hyn a ddylai fod yma.',
  empty: 'Nid oes dim yn hwn.',
  tooMuch: 'Mae mwy o’i le yma nag y gellir ei restru.',
  missing: 'Mae rhywbeth y mae’n rhaid iddo fod yma ar goll.',
  tooMany: 'Mae mwy o hyn nag a gaiff fod.',
  severalOfChoice: 'Dim ond un o’r rhain a gaiff fod yma.',
  wrongValue: 'Ni chaniateir y gwerth hwn yma.',
  unknownCode: 'Nid yw’r cod hwn yn un o’r rhai a gaiff fod yma.',
  otherCode: 'Mae proffil yn gofyn am god o set werthoedd arall yma, os oes un addas ynddi.',
  wrongReference: 'Ni chaiff y cyfeiriad hwn sefyll yma.',
  brokenRule: 'Nid yw un o reolau FHIR R4 yn dal yma.',
  unsafeNarrative: 'Mae rhywbeth yn y naratif hwn na chaiff fod ynddo.',
  otherValue: 'Mae proffil yn gofyn am werth arall yma.',
  otherType: 'Nid yw proffil yn caniatáu’r math hwn yma.',
  noSlice: 'Nid yw proffil yn caniatáu hwn yma.',
  misplacedExtension: 'Ni chaiff yr estyniad hwn sefyll yma.',
} as const satisfies Record<keyof typeof en, string>
