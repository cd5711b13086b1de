import type en from '../en/chart.ts'

export default {
  done: 'Fe’i gwnaed.',
  gone: 'Fe’i dilëwyd.',
  valid: 'Mae fel y mae FHIR R4 yn gofyn, a byddai’n cael ei dderbyn.',
  wrongType: 'Mae’r cyfeiriad ar gyfer adnoddau o’r math {type}; o fath arall y mae’r hyn a anfonwyd.',
  aboutWhom: 'Dywedwch am bwy y mae drwy gyfeirio at Patient sy’n agored i chi yma.',
  aboutSeveral: 'Mae’n enwi sawl person. Anfonwch un ar gyfer pob un ohonynt.',
  anotherPerson: 'Mae am rywun gwahanol i’r hyn ydoedd. Dilëwch ef, a chreu un arall.',
  restrictedWithoutWhy:
    'Mae wedi’i farcio’n gyfyngedig, ac nid oes dim ynddo’n dweud pam. Ychwanegwch label sy’n dweud pa fath o beth ydyw, megis PSY, ETH neu SEX.',
  twoKindsOfPrivate:
    'Mae’n dweud pethau o ddau fath a gedwir ar wahân, megis iechyd meddwl ac iechyd rhywiol. Anfonwch un ar gyfer pob un.',
  beyondScope: 'Rhoddwyd y tocyn ar gyfer rhai adnoddau o’r math hwn, ac nid yw hwn yn un ohonyn nhw.',
  mayNotAdd: 'Nid oes dim y cytunwyd arno’n gadael ichi ychwanegu gwybodaeth o’r math hwn am y person hwn.',
  notYours: 'Sefydliad arall a ysgrifennodd hwn, a dim ond y sefydliad hwnnw sy’n ei newid.',
  noOrganisation: 'Dim ond rhywun sy’n gweithredu dros sefydliad all ysgrifennu hwn.',
  hasChanged: 'Nid yw bellach fel y darllenoch chi ef. Darllenwch ef eto, ac yna newidiwch ef.',
  matchesSeveral:
    'Mae mwy nag un sy’n agored i chi yn cyfateb i’ch amod. Gofynnwch fel na all fod ond un. Ni newidiwyd dim.',
  anotherId: 'Mae gan yr hyn sy’n cyfateb i’ch amod ddynodydd gwahanol i’r hyn a anfonoch chi. Ni newidiwyd dim.',
  conditionEmpty:
    'Dywedwch beth y mae’n rhaid iddo fod yno, neu beidio â bod: fel y mae, byddai unrhyw beth yn gwneud y tro.',
  referenceNotOne:
    'Rhaid i’r cyfeiriad {reference} olygu un yn union sy’n agored i chi, ac nid yw’n gwneud hynny. Ni wnaed dim.',
  patientBySystem: 'Dim ond system a gafodd ei derbyn sy’n cadw Patient yma. Ar y tudalennau yr ychwanegir pobl.',
  patientStays: 'Ni chaiff Patient ei ddileu: byddai’r hyn sy’n hongian arno heb berson.',
  patientKnown: 'Mae gan eich sefydliad Patient dan y dynodydd hwnnw eisoes. Diweddarwch yr un hwnnw.',
  numberOfSomebodyElse:
    'Mae’r rhif GIG yn perthyn i rywun ag enw arall a dyddiad geni arall. Gwiriwch ef cyn ei anfon eto.',
  bundlePart: 'Ni ellir gwneud y rhan {part} o’r bwndel, felly ni wnaed dim ohono.',
  patchMalformed:
    'Nid clwt y gellir ei weithredu yw hwn: anfonwch JSON Patch (RFC 6902) neu FHIRPath Patch (FHIR R4). Y man dan sylw: {place}.',
  patchDoesNotFit:
    'Nid yw’r clwt yn ffitio’r hyn sydd yno, neu nid yw prawf ynddo’n dal. Y man dan sylw: {place}. Ni newidiwyd dim.',
  requestIdTaken:
    'Roedd gan gais arall yr X-Request-ID hwn. Ni newidiwyd dim: anfonwch y cais eto dan ei ddynodydd ei hun.',
  jsonMalformed: 'Nid JSON yw’r hyn a anfonwyd.',
  xmlMalformed: 'Nid XML yn ôl FHIR yw’r hyn a anfonwyd.',
  xmlDoctype: 'Mae math dogfen (DOCTYPE) yn yr hyn a anfonwyd, ac ni ddarllenir hwnnw: gadewch ef allan.',
  xmlTooLarge: 'Mae’r XML a anfonwyd yn rhy ddwfn, neu mae gormod o elfennau ynddo.',
  jsonCharset: 'Nid UTF-8 yw’r hyn a anfonwyd.',
  jsonNul: 'Mae nod NUL ynddo, ac ni all yr un cofnod ddal hwnnw.',
  jsonTooDeep: 'Mae ei rannau’n rhy ddwfn yn ei gilydd.',
  jsonTooManyKeys: 'Mae gormod o enwau ynddo.',
  jsonDuplicateKey: 'Mae’r un enw’n sefyll ddwywaith mewn un rhan ohono.',
  jsonKey: 'Mae enw ynddo’n golygu rhywbeth arall i raglenni nag i bobl.',
  jsonNumber: 'Mae rhif ynddo â mwy o ddigidau nag y gellir eu cadw.',
  summaryTitle: 'Crynodeb o’r cofnod',
  summaryProblems: 'Problemau',
  summaryAllergies: 'Alergeddau ac anoddefiadau',
  summaryMedicines: 'Meddyginiaethau',
  summaryVaccinations: 'Brechiadau',
  summaryResults: 'Canlyniadau',
  summaryProcedures: 'Triniaethau',
  summaryPastIllnesses: 'Salwch yn y gorffennol',
  summaryVitalSigns: 'Arwyddion bywyd',
  summaryWayOfLife: 'Ffordd o fyw',
  summaryNothing: 'Nid oes dim ar agor i chi yma. Nid yw hynny’n golygu nad oes dim.',
  summaryWhat: 'Beth',
  summaryWhen: 'Pryd',
  summaryFound: 'Yr hyn a gafwyd',
  summaryFrom: 'Cofnodwyd gan',
  summaryUnnamed: 'Heb enw',
  summarises:
    'Crynodeb o’r hyn a gofnodir am un person, cyn belled ag y caiff pwy bynnag y mae’r tocyn yn ei enwi ei weld, fel dogfen yn ôl yr International Patient Summary. Nid yw adran wag yn dweud nad oes dim. Mae yn nhrywydd y person hwnnw fel copi a gymerwyd.',
  tellsWriting:
    'Pwy ysgrifennodd bob fersiwn o’r hyn sydd ar agor i bwy bynnag y mae’r tocyn yn ei enwi. Fe’i gwneir o’r cofnod pan ofynnir amdano, ac nid oes neb yn ei ysgrifennu. Cedwir wrth ei ochr yr hyn y mae ap ei hun yn ei ysgrifennu fel Provenance.',
  makesDocument:
    'Composition a’r hyn y mae’n cyfeirio ato, cyn belled ag y mae ar agor i bwy bynnag y mae’r tocyn yn ei enwi, fel dogfen. Ni chedwir hi. Mae yn nhrywydd y sawl y mae’n sôn amdano fel copi a gymerwyd.',
} as const satisfies Record<keyof typeof en, string>
