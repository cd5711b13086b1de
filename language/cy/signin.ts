import type en from '../en/signin.ts'

export default {
  noAccount:
    'Rydych wedi mewngofnodi, ond nid oes gennych gyfrif Cydofal eto. Os ydych yn meddwl y dylai fod gennych un, holwch eich tîm gofal neu eich rheolwr.',
  expired: 'Cymerodd y mewngofnodi ormod o amser, neu mae eisoes wedi’i ddefnyddio. Mewngofnodwch eto.',
  refused:
    'Ni wnaeth y gwasanaeth mewngofnodi eich derbyn. Rhowch gynnig arall arni. Os yw’n dal i ddigwydd, holwch y sawl a roddodd eich manylion mewngofnodi ichi.',
  unreachable:
    'Nid oes modd cyrraedd y gwasanaeth mewngofnodi ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau.',
  notYourPost: 'Nid ydych yn y swydd honno mwyach. Dewiswch un o’ch swyddi chi.',
} satisfies Record<keyof typeof en, string>
