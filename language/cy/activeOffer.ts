import type en from '../en/activeOffer.ts'

export default {
  title: 'Cymraeg neu Saesneg',
  lede: 'Cewch siarad â ni, a chael llythyrau gennym, yn Gymraeg neu yn Saesneg. Unwaith y gofynnir i chi; mae pawb sy’n eich helpu yn cofio’r ateb.',
  ledeWorker:
    'Y Cynnig Rhagweithiol: cynnig y Gymraeg heb i neb orfod gofyn amdani. Gofynnir unwaith, ac mae pob partner a gaiff wybod pwy yw’r person yn cofio’r ateb.',
  notYet: 'Nid yw’r cynnig wedi’i wneud eto. Gwnewch y cynnig, ac ysgrifennwch yr ateb.',
  spoken: 'Ym mha iaith hoffech chi siarad â ni?',
  spokenOf: 'Ym mha iaith maen nhw am siarad â ni?',
  written: 'Ym mha iaith hoffech chi i ni ysgrifennu atoch?',
  writtenOf: 'Ym mha iaith maen nhw am i ni ysgrifennu atyn nhw?',
  writtenHint: 'Y tudalennau hyn, llythyrau a hysbysiadau.',
  isNeed: 'A yw’n fwy na dewis?',
  needHint:
    'Mae angen eu hiaith eu hunain ar rai pobl, nid dim ond ei hoffi. Dim ond y rhai a gaiff wybod am eich gofal sy’n gweld y rheswm.',
  noNeed: 'Nac ydy, dewis yw e',
  needWords: 'Unrhyw beth arall y dylai’r rhai sy’n helpu ei wybod am hyn',
  save: 'Cadw’r ateb hwn',
  saved: 'Mae’r ateb wedi’i gadw. Bydd pawb sy’n helpu yn ei weld.',
  answerMissing: 'Dewiswch iaith',
  needMissing: 'Dywedwch a yw’n fwy na dewis',
  needWordsTooLong: 'Ysgrifennwch 500 nod neu lai',
  notYours: 'Nid chi sydd i roi’r ateb hwn',
  asksWelsh: 'Yn dewis y Gymraeg, ar lafar ac yn ysgrifenedig',
  asksWelshSpoken: 'Yn dewis y Gymraeg ar lafar',
  asksWelshWritten: 'Yn dewis y Gymraeg yn ysgrifenedig',
  asksEnglish: 'Yn dewis y Saesneg',
  needsWelsh: 'Angen y Gymraeg, ar lafar ac yn ysgrifenedig',
  needsWelshSpoken: 'Angen y Gymraeg ar lafar',
  needsWelshWritten: 'Angen y Gymraeg yn ysgrifenedig',
  needsEnglish: 'Angen y Saesneg',
  answered: 'Ysgrifennwyd yr ateb gan {name}, {day}',
  why: 'Pam mae ei hangen',
  speakers: 'Pwy ar y tîm sy’n siarad Cymraeg',
  speakersNone: 'Does neb o’r tîm yn hysbys yma eto.',
  speakerFact:
    '{organisation}. Deall {listening}, siarad {speaking}, darllen {reading}, ysgrifennu {writing}, pob un allan o 5.',
  speakerUnknown: '{organisation}. Nid oes neb wedi dweud faint o Gymraeg sydd ganddynt.',
  unmet:
    'Hyd y gwyddys, does neb ar y tîm yn siarad Cymraeg cystal ag sydd ei angen. Dewch o hyd i rywun sydd, neu rhowch wybod i bwy bynnag sy’n arwain eich tîm.',
  ofTeam: 'Cymraeg: {speakers} o {members}',
  handOnHint:
    'Ar ôl pob tîm: faint ohono sy’n siarad Cymraeg yn ddigon da i ofalu drwyddi. Mae’r person hwn yn dewis y Gymraeg.',
  figures: 'Y Cynnig Rhagweithiol: lle’r atebwyd a lle na wnaed',
  figuresWhat:
    'Pobl sydd wedi gofyn am y Gymraeg, a’r rhai yn eu plith nad oes neb sy’n gweithio â nhw yn ei siarad cystal ag sydd ei angen: lefel 3 ar gyfer dewis, lefel 4 ar gyfer angen.',
  organisation: 'Sefydliad',
  asked: 'Wedi gofyn am y Gymraeg',
  unmetCount: 'Heb ateb y cynnig',
  noFigures: 'Does neb wedi gofyn am y Gymraeg eto.',
  toPage: 'Cymraeg neu Saesneg',
} satisfies Record<keyof typeof en, string>
