import type en from '../en/wish.ts'

export default {
  notYourRecord:
    'Dim ond y person ei hun gaiff benderfynu hyn, neu bwy bynnag sy’n penderfynu’n gyfreithlon ar ei ran. Ni newidiwyd dim.',
  capacityHolds:
    'Gallan nhw benderfynu hyn drostynt eu hunain, felly ni chewch chi ei benderfynu drostynt. Ni newidiwyd dim.',
  actTogether:
    'Dim ond gyda’r lleill sy’n dal y pŵer hwn y cewch benderfynu, ac ni ellir gwneud hynny yma. Ni newidiwyd dim.',
  nothingNamed: 'Dewiswch o leiaf un math o wybodaeth',
  unknownClass: 'Dewiswch o’r mathau o wybodaeth sydd ar y rhestr yn unig',
  nobodyNamed: 'Dewiswch am bwy mae hyn',
  noTie: 'Nid oes ganddyn nhw ddim i’w wneud â chi yma, felly nid oes dim i’w benderfynu. Dewiswch rywun o’r rhestr',
  notYoursToDecide:
    'Nid eich penderfyniad chi yw hwn: nhw eu hunain a’i dewisodd, neu nid yw eich pŵer yn ymwneud ag ef',
  refusedMoreWidely:
    'Rydych chi wedi dweud na chaiff eu tîm neu eu sefydliad cyfan weld hyn. Tynnwch hynny’n ôl yn gyntaf',
  wordsTooLong: 'Caiff eich geiriau fod yn 1,000 o lythrennau ar y mwyaf',
  unknown: 'Nid yw’r dymuniad hwnnw yno',
} satisfies Record<keyof typeof en, string>
