import type en from '../en/planDocument.ts'

export default {
  toCopy: 'Mynd â’r cynllun gyda chi',
  title: 'Mynd â’r cynllun gyda chi',
  ledeOwn:
    'Eich cynllun chi yw hwn, a chewch fynd ag ef i ble bynnag yr ewch: ar bapur, neu’n ffeil i wasanaeth arall.',
  lede: 'Yr hyn y cewch ei weld o’r cynllun hwn, ar bapur neu’n ffeil i wasanaeth arall.',
  paper: 'Ar bapur',
  paperWhat:
    'Llyfryn i’w argraffu, yn Gymraeg, yn Saesneg neu ochr yn ochr, hefyd mewn print mawr ac yn hawdd ei ddeall.',
  file: 'Yn ffeil',
  fileWhat:
    'Ar gyfer system ysbyty, cyngor neu feddyg arall. Mae’n cynnwys y cynllun fel y mae nawr, air am air: beth sydd ynddo, pwy sy’n gwneud beth, a phwy sy’n cytuno a phwy sydd ddim. Mae’n agor yma eto fel yr oedd.',
  fileFormat: 'Dogfen FHIR (R4) yw’r ffeil. Cadwch hi lle na all neb ei darllen na ddylai.',
  download: 'Lawrlwytho’r ffeil',
  inTrail: 'Mae’r ffaith eich bod wedi cymryd copi yn cael ei nodi ar y rhestr o bwy sydd wedi edrych.',
  team: 'Y rhai sy’n gwneud rhywbeth yn y cynllun hwn',
  score: '{score} allan o 10 ar {day}',
  scoreIs: 'Sut mae’r person yn teimlo am hyn, o 0 i 10',
  stance: 'Cytuno neu anghytuno â rhan o’r cynllun',
  proposal: 'Geiriau eraill a gynigir ar gyfer rhan o’r cynllun',
} satisfies Record<keyof typeof en, string>
