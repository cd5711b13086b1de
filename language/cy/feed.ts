import type en from '../en/feed.ts'

/** Yr hyn y mae’r gorchmynion sy’n anfon negeseuon ac yn ailosod y data yn ei argraffu. */
export default {
  usage: 'Dywedwch beth i’w anfon: npm run feed -- FFEIL_NEU_FFOLDER...',
  noFile: 'Nid oes ffeil na ffolder {file}.',
  nobodyListens:
    'Nid oes neb yn gwrando am negeseuon HL7 yn {host}:{port}: cychwynnwch Cydofal yn gyntaf, neu rhowch ei borth yn MLLP_PORT.',
  sent: '{number}/{of}  {file}  {id}  {code}',
  progress: 'Anfonwyd {number} o {of} ...',
  done: 'Cydnabuwyd {accepted, plural, zero {# neges} one {# neges} two {# neges} few {# neges} many {# neges} other {# neges}}, gwrthodwyd {refused}.',
  notAsked: 'anfonwyd; ni ofynnwyd am ateb',
  noConnection: 'dim cysylltiad',
  wrongHost: 'tystysgrif gweinydd arall',
  untrusted: 'tystysgrif nad oes neb yn ei gwarantu',
  timeout: 'dim ateb mewn pryd',
  cut: 'torrwyd y cysylltiad cyn yr ateb',
  badAck: 'nid cydnabyddiaeth yw’r ateb',
  wrongAck: 'ateb i neges arall yw hwn',
  notFrameable: 'mae marciau ffrâm yn y neges',
  resetNotOurs: 'Mae DATABASE_URL wedi’i osod: dim ond y gronfa ddata sy’n dod gydag ef y mae Cydofal yn ei thaflu.',
  resetRunning: 'Mae Cydofal yn rhedeg ar y data yn {folder}: stopiwch ef yn gyntaf.',
  resetDone: 'Mae’r data wedi mynd. Bydd y cychwyn nesaf yn plannu’r rhanbarth dychmygol o’r newydd.',
} satisfies Record<keyof typeof en, string>
