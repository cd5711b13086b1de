import type en from '../en/representative.ts'

export default {
  notYours: 'Dim ond y rhai sy’n ychwanegu at ofal a chymorth y person hwn gaiff gofnodi hyn. Ni newidiwyd dim',
  unknownPerson: 'Dewiswch rywun o’r rhestr',
  referenceMissing: 'Rhowch gyfeirnod y pŵer neu’r gorchymyn cofrestredig',
  referenceTooLong: 'Caiff y cyfeirnod fod yn 100 o lythrennau ar y mwyaf',
  registeredLater: 'Ni all fod wedi’i gofrestru ar ôl heddiw',
  already: 'Maen nhw wedi’u cofnodi â’r pŵer hwn yn barod',
  reasonMissing: 'Dywedwch pam y daeth i ben',
  reasonTooLong: 'Caiff y rheswm fod yn 500 o lythrennau ar y mwyaf',
  unknown: 'Nid yw’r pŵer hwnnw yno, neu mae wedi dod i ben eisoes',
} satisfies Record<keyof typeof en, string>
