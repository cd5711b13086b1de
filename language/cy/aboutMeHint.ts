import type en from '../en/aboutMeHint.ts'

export default {
  mostImportant: 'Y pethau, y llefydd, yr anifeiliaid, yr arferion neu’r credoau sy’n gwneud diwrnod da.',
  people:
    'Teulu, ffrindiau, cymdogion, a sut rydych chi’n cadw mewn cysylltiad â nhw. Dywedwch pwy ddylai gael gwybod pan fydd rhywbeth yn digwydd.',
  communication: 'Pa iaith, pa mor uchel, pa mor gyflym; sbectol, teclyn clyw, lluniau; rhywun a ddylai fod gyda chi.',
  wellness: 'Beth sy’n eich cadw’n dda, a sut gall eraill weld nad ydych chi’n dda.',
  pleaseDo:
    'Mae pethau bach yn cyfri: sut rydych chi’n cymryd eich te, a ddylai pobl gnocio, beth sy’n eich dychryn neu’n eich poeni.',
  support: 'Beth rydych chi’n ei wneud eich hun ac am ddal i’w wneud, a lle mae croeso i help llaw.',
  also: 'Y gwaith a wnaethoch, o ble rydych chi’n dod, beth sy’n gwneud i chi chwerthin, unrhyw beth heb le arall.',
} satisfies Record<keyof typeof en, string>
