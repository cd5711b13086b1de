import type en from '../en/identityGuard.ts'

export default {
  babies: 'Baban heb enw eto yw un ohonynt.',
  fatherAndSon:
    'Mae ganddynt yr un enw a’r un cyfeiriad, ac mae dyddiad geni ar goll: gallent fod yn rhiant a phlentyn.',
  numberOfSomebodyElse:
    'Mae ganddynt yr un rhif GIG, ac mae’r enw a’r dyddiad geni ill dau’n wahanol: gallai’r rhif fod ar y cofnod anghywir.',
  twins:
    'Fe’u ganwyd ar yr un diwrnod, maent yn byw yn yr un cartref ac mae eu henwau cyntaf yn wahanol: gallent fod yn efeilliaid.',
  twoDeaths: 'Maent yn nodi dyddiadau marw gwahanol.',
  twoNumbers: 'Mae ganddynt ddau rif GIG gwahanol.',
  rivals: 'Mae cofnod arall yn cyd-fynd bron cystal.',
  cluster: 'Nid yw cofnodion eraill sydd wedi’u cysylltu â nhw yn cyd-fynd.',
} satisfies Record<keyof typeof en, string>
