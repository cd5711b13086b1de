import type en from '../en/check.ts'

export default {
  contributorGives: 'Nid yw’r sefydliad sy’n ei ddal wedi cytuno i’w rannu â nhw.',
  classIsCovered: 'Nid yw’r cytundeb yn cynnwys y math hwn o wybodaeth.',
  organisationReceives: 'Nid yw’r cytundeb yn gadael i’w sefydliad nhw ei weld.',
  roleIsCovered: 'Nid yw’r cytundeb yn gadael i neb yn eu swydd nhw ei weld.',
  purposeIsCovered: 'Nid yw’r cytundeb yn cynnwys y diben dan sylw.',
  relationshipHolds: 'Hyd y gwyddom, nid oeddent yn gweithio gyda chi ar y pryd.',
  agreementIsCurrent: 'Nid oedd y cytundeb wedi dechrau, neu roedd wedi dod i ben.',
  everyPartyHasSigned: 'Nid oedd pob sefydliad wedi llofnodi’r cytundeb, felly nid oedd yn caniatáu dim.',
  personHasNotRefused: 'Rydych chi wedi dweud na chânt ei weld.',
  actionIsCovered: 'Mae’r cytundeb yn gadael iddyn nhw ddarllen hyn, ond nid ychwanegu ato.',
  cohortIsCovered: 'Nid yw’r cytundeb yn ymwneud â phobl o’ch oed chi, neu nid â chi fel y mae pethau.',
  hourIsCovered: 'Nid yw’r cytundeb yn caniatáu hynny ar yr adeg honno o’r dydd.',
  livesElsewhere:
    'Hyd y gwyddom, maen nhw’n byw gyda chi, ac nid yw’r cytundeb yn gadael i neb sy’n byw gyda chi ei weld.',
  personHasNotPaused: 'Rydych chi wedi atal pob rhannu am y tro.',
  capacityHolds:
    'Dim ond pan na allwch chi benderfynu hyn drosoch eich hun y cânt weithredu drosoch, ac rydych chi’n gallu.',
  personHasNotChosen: 'Nid ydych chi wedi dewis gadael iddyn nhw ei weld.',
  notTheirsToDecide: 'Dim ond chi gaiff benderfynu hyn, neu bwy bynnag sy’n penderfynu’n gyfreithlon drosoch.',
  noClause: 'Nid oes cytundeb sy’n gadael iddyn nhw weld dim amdanoch.',
} satisfies Record<keyof typeof en, string>
