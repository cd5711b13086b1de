import type en from '../en/languageSkill.ts'

export default {
  title: 'Faint o Gymraeg sydd gennym',
  lede: 'Mae’r rhai sy’n dewis pwy sy’n mynd at rywun sy’n gofyn am y Gymraeg yn gweld hyn wrth ymyl eich enw. Dywedwch fel y mae: mae ychydig yn werth ei wybod hefyd.',
  yours: 'Chi: {name}',
  none: 'Heb ei ddweud eto',
  listening: 'Deall',
  speaking: 'Siarad',
  reading: 'Darllen',
  writing: 'Ysgrifennu',
  level0: '0: dim',
  level1: '1: ychydig eiriau a chyfarchion',
  level2: '2: materion syml',
  level3: '3: gwaith bob dydd',
  level4: '4: y rhan fwyaf o’r gwaith',
  level5: '5: unrhyw beth o gwbl',
  choose: 'Dewiswch lefel',
  save: 'Cadw hyn',
  saved: 'Wedi’i gadw.',
  levelMissing: 'Dewiswch lefel ar gyfer pob un o’r pedwar',
  notYours: 'Cewch ddweud hyn amdanoch eich hun, ac am y tîm rydych chi’n ei arwain',
} satisfies Record<keyof typeof en, string>
