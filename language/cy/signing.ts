import type en from '../en/signing.ts'

export default {
  toSign: 'Cytundebau i’w llofnodi',
  toSignLede:
    'Yr hyn a gytunir yn enw eich sefydliad. Nid yw cytundeb yn agor dim nes i bob parti lofnodi’r un testun yn union.',
  waiting: 'Yn aros am eich sefydliad',
  waitingNone: 'Nid oes dim yn aros am eich llofnod chi.',
  signedBefore: 'Wedi’u llofnodi gan eich sefydliad',
  readAndSign: 'Darllen a llofnodi',
  endEarly: 'Dod ag ef i ben yn gynnar',
  title: 'Darllen a llofnodi',
  soundTitle: 'A yw wedi cael ei wirio?',
  sound:
    'Ydy. Nid yw’n groes iddo’i hun, gellir dweud pob cymal yn llawn yn y ddwy iaith, ac mae pob enghraifft yn gweithio fel y dylai.',
  faults: 'Beth sydd o’i le arno',
  yours: 'Eich llofnod',
  statement:
    'Rwyf wedi darllen y cytundeb hwn. Rwy’n llofnodi’r union destun hwn, dros fy sefydliad, yn y swydd y mae’n ei henwi.',
  for: 'Dros',
  post: 'Yn y swydd hon',
  name: 'Enw',
  fingerprint: 'Ôl bys digidol y testun',
  sign: 'Llofnodi',
  signed: 'Rydych wedi llofnodi dros eich sefydliad.',
  endTitle: 'Dod â chytundeb i ben yn gynnar',
  endLede:
    'Caiff un parti ar ei ben ei hun ddod â chytundeb i ben. Ar ôl ei ddiwrnod olaf nid yw’n agor dim i neb. Ni ellir dadwneud hynny: i rannu eto, rhaid i bawb lofnodi fersiwn newydd.',
  endReason: 'Pam mae’n dod i ben?',
  endReasonHint: 'Gall unrhyw un ddarllen hyn gyda’r cytundeb.',
  endLastDay: 'Ei ddiwrnod olaf',
  endLastDayHint: 'Mae dyddiad ddoe yn dod ag ef i ben ar unwaith: {day}',
  end: 'Dod â’r cytundeb i ben',
  ended: 'Rydych wedi dod â’r cytundeb i ben.',
  otherVersion: 'Y fersiwn arall',
  otherVersionEnd: 'Dod â’r fersiwn arall i ben',
  errorTitle: 'Gwall: {page}',
  kept: 'Rydym wedi cadw’r hyn yr oeddech wedi’i deipio. Gwiriwch ef a’i anfon.',
} satisfies Record<keyof typeof en, string>
