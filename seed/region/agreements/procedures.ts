import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'

/** How the region works under every one of its agreements, by the headings of a WASPI protocol. */
export const procedures: AgreementContent['procedures'] = {
  identifying: {
    en: 'By NHS number, or else by name and date of birth together with an address or a number that the sender knows. A doubtful match is decided by a person.',
    cy: 'Drwy rif GIG, neu fel arall drwy enw a dyddiad geni ynghyd â chyfeiriad neu rif y mae’r anfonwr yn ei adnabod. Person sy’n penderfynu pan fydd amheuaeth.',
  },
  informing: {
    en: 'Each person is told when a service begins what is shared and why, and can read at any time in Cydofal who has looked, and which clause allowed it.',
    cy: 'Dywedir wrth bob person pan fydd gwasanaeth yn dechrau beth sy’n cael ei rannu a pham, a gall ddarllen yn Cydofal unrhyw bryd pwy sydd wedi edrych, a pha gymal oedd yn caniatáu hynny.',
  },
  security: {
    en: 'Staff sign in through their employer, act in one post at a time, and see only what a clause opens. Every look is written down.',
    cy: 'Mae staff yn mewngofnodi drwy eu cyflogwr, yn gweithredu mewn un swydd ar y tro, ac yn gweld dim ond yr hyn y mae cymal yn ei agor. Mae pob edrychiad yn cael ei gofnodi.',
  },
  records: {
    en: 'Each organisation remains responsible for what it contributes, and corrects it at its own source. Nothing is deleted from the trail.',
    cy: 'Mae pob sefydliad yn parhau’n gyfrifol am yr hyn y mae’n ei gyfrannu, ac yn ei gywiro yn ei ffynhonnell ei hun. Nid oes dim yn cael ei ddileu o’r cofnod o bwy sydd wedi edrych.',
  },
  requests: {
    en: 'A request for a copy of one’s own record, or under the Freedom of Information Act, may be made to any party, which passes it on within two working days.',
    cy: 'Gellir gwneud cais am gopi o’ch cofnod eich hun, neu gais o dan y Ddeddf Rhyddid Gwybodaeth, i unrhyw barti, a bydd yn ei anfon ymlaen o fewn dau ddiwrnod gwaith.',
  },
  complaints: {
    en: 'To the privacy officer of any party, in Welsh or English. The parties answer together.',
    cy: 'At swyddog preifatrwydd unrhyw barti, yn Gymraeg neu’n Saesneg. Mae’r partïon yn ateb gyda’i gilydd.',
  },
}
