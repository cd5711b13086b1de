import type en from '../en/lack.ts'

export default {
  contributorGives: 'Nid yw’r sefydliad sy’n ei ddal wedi cytuno i’w roi iddynt',
  classIsCovered: 'Nid oes cymal am y math hwn o wybodaeth',
  actionIsCovered: 'Nid oes cymal yn gadael iddo gael ei ddefnyddio fel hyn',
  organisationReceives: 'Nid oes cymal yn gadael i sefydliad y gweithiwr ei weld',
  roleIsCovered: 'Nid oes cymal yn gadael i neb yn swydd y gweithiwr ei weld',
  purposeIsCovered: 'Nid oes cymal am y diben sydd gan y gweithiwr',
  relationshipHolds: 'Nid oedd gan y gweithiwr berthynas â’r person o’r math y mae cymal yn gofyn amdani',
  cohortIsCovered: 'Mae’r cymal am bobl o oed arall, neu am bobl sydd yn yr ysbyty',
  hourIsCovered: 'Nid yw’r cymal yn ei agor ar yr adeg honno o’r dydd',
  livesElsewhere: 'Mae’r gweithiwr yn byw gyda’r person, ac mae’r cymal ar gau i bwy bynnag sy’n gwneud hynny',
  agreementIsCurrent: 'Nid oedd y cytundeb wedi dechrau, neu roedd wedi dod i ben',
  everyPartyHasSigned: 'Nid oedd pob sefydliad wedi llofnodi’r cytundeb',
  personHasNotRefused: 'Roedd y person wedi dweud na chânt ei weld',
  personHasNotPaused: 'Roedd y person wedi atal pob rhannu am gyfnod',
  personHasNotChosen: 'Nid oedd y person wedi dewis gadael iddynt ei weld',
  capacityHolds: 'Y person oedd biau’r penderfyniad',
  notTheirsToDecide: 'Mater i’r person yn unig oedd penderfynu hynny',
  noClause: 'Nid oes cytundeb o gwbl',
} satisfies Record<keyof typeof en, string>
