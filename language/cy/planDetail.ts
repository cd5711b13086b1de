import type en from '../en/planDetail.ts'

export default {
  whoKnows: 'Pwy sy’n gwybod hyn orau',
  whatHelps: 'Beth sy’n helpu',
  howWeKnow: 'Sut y byddwn yn gwybod',
  person: 'Pwy yn union',
  funding: 'Pwy sy’n talu',
  howOften: 'Pa mor aml',
  whatToSee: 'Beth maen nhw’n edrych arno',
  trigger: 'Pryd',
  contact: 'Rhowch wybod i',
  number: 'Rhif i’w ffonio',
  whatToDo: 'Beth i’w wneud',
  where: 'Ble mae’n cael ei gadw',
  whenUsed: 'Pryd y caiff ei ddefnyddio',
  madeOn: 'Dyddiad ei wneud',
  witnessedBy: 'Tyst',
  managedBy: 'Pwy sy’n gofalu am yr arian',
  reference: 'Cyfeirnod',
  whatIsKept: 'Beth sydd wedi’i roi ar waith',
} satisfies Record<keyof typeof en, string>
