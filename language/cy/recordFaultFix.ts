import type en from '../en/recordFaultFix.ts'

export default {
  numberMissing: 'Gofynnwch am y rhif wrth gwrdd â’r person, neu ei olrhain yn y mynegai cenedlaethol.',
  numberPlaceholder: 'Gadewch y maes yn wag pan nad yw’r rhif yn hysbys: cymerir rhes o nawiau neu seroau fel rhif.',
  numberWrong: 'Mae’r digid gwirio’n anghywir: copïwch y rhif eto o lythyr neu o’r mynegai cenedlaethol.',
  numberUnverified:
    'Olrheiniwch ef yn y mynegai cenedlaethol ac anfon y statws 01 gydag ef. Dim ond rhif wedi’i wirio sy’n uno cofnodion ohono’i hun.',
  numberShared:
    'Edrychwch ai’r un person sydd yno ddwywaith, ynteu rhif ar y person anghywir. Gall yr ail niweidio rhywun: edrychwch ar y rhain yn gyntaf.',
  nameMissing: 'Anfonwch gyfenw ac enw cyntaf, pob un yn ei faes ei hun.',
  namePlaceholder:
    'Rhowch yr enw i mewn cyn gynted ag y bydd yn hysbys. Nid yw geiriau fel Babi neu Anhysbys yn cyfateb i neb.',
  bornMissing: 'Gofynnwch am y dyddiad geni: hebddo, ychydig o gofnodion sy’n dod o hyd i’w person.',
  bornProxy: 'Gofynnwch am y diwrnod. Lle nad oes neb yn ei wybod, anfonwch y flwyddyn yn unig ac nid 1 Ionawr.',
  bornImpossible:
    'Nid oes diwrnod o’r fath, mae dros 120 mlynedd yn ôl, neu mae ar ôl y diwrnod y bu farw’r person. Edrychwch ar y ffurflen y daeth ohoni.',
  bornFuture: 'Y ganrif yn aml: 2041 yn lle 1941. Gwelwch sut mae’r system yn darllen dau ddigid o flwyddyn.',
  sexMissing: 'Anfonwch yr hyn a gofnodwyd wrth gofrestru. Cedwir rhywedd ar wahân, ac nid yw’n cael ei gymharu.',
  addressMissing: 'Gofynnwch am y cyfeiriad. I rywun heb gartref, anfonwch y man lle gellir dod o hyd iddynt.',
  postcodeMissing: 'Chwiliwch am y cyfeiriad mewn rhestr gyfeiriadau. Mae ZZ99 yn golygu dim un.',
  postcodeWrong: 'Nid yw wedi’i ysgrifennu fel cod post: chwiliwch am y cyfeiriad mewn rhestr gyfeiriadau.',
  uprnMissing:
    'Parwch gyfeiriadau â rhestr gyfeiriadau’r cyngor ac anfon yr UPRN: mae’n gwahaniaethu rhwng un fflat a’r nesaf.',
  phoneMissing: 'Gofynnwch am rif y bydd y person yn ei ateb.',
} satisfies Record<keyof typeof en, string>
