import type en from '../en/cellFault.ts'

export default {
  missing: 'Mae ar bob rhes angen hyn. Llenwch ef.',
  tooLong: 'Mae hyn yn hirach na 2,000 o nodau. Byrhewch ef.',
  hiddenLetters: 'Mae nodau ynddo na all neb eu gweld. Teipiwch ef o’r newydd.',
  notADay: 'Nid diwrnod yw hwn, neu ddiwrnod na fu erioed. Ysgrifennwch ef fel 17/03/1942 neu 1942-03-17.',
  notATime: 'Dylai diwrnod ac amser fod yma, megis 23/11/2026 08:30.',
  notANumber: 'Dylai rhif fod yma, megis 7.5.',
  notYesOrNo: 'Dylai ie neu na fod yma.',
  unknownCode: 'Nid yw’r gair hwn yn hysbys yma. Defnyddiwch un o’r rhain: {words}.',
  unknownAlert: 'Nid yw’r cod hwn yn un o godau rhybuddion person, megis RISK2.01.',
  endsBefore: 'Mae hyn cyn y dechrau. Cywirwch un o’r ddau.',
  tooFew: 'Mae llai o werthoedd yn y rhes nag yn y rhes benawdau: chwiliwch am goma sydd ar goll.',
  tooMany:
    'Mae mwy o werthoedd yn y rhes nag yn y rhes benawdau: rhaid i werth sydd â choma ynddo sefyll rhwng dyfynodau.',
} satisfies Record<keyof typeof en, string>
