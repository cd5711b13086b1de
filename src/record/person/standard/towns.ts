import { lettersIn } from './fold.ts'

/**
 * Towns and counties of Wales that have two names, English and Welsh, with the spellings in use; letters alone. A table of
 * our own. A place whose two names differ only in accents, hyphens or an article needs none.
 */
const TWO_NAMES = `
aberaeron aberayron | aberdare aberdar | aberdovey aberdyfi | abergavenny yfenni fenni | abertillery abertyleri
| ammanford rhydaman | anglesey ynysmon mon sirfon | bala ybala | barmouth abermaw ybermo bermo | barry ybarri barri
| bath caerfaddon | beaumaris biwmares biwmaris | blackwood coedduon ycoedduon | blaenavon blaenafon
| blaina blaenau yblaenau | brecon aberhonddu | breconshire brycheiniog | bridgend penybontarogwr penybont
| bristol bryste | britonferry llansawel | buckley bwcle | builthwells llanfairymmuallt builth
| burryport porthtywyn | caerleon caerllion | caernarfon carnarvon caernarvon | caerphilly caerffili
| caldicot cilycoed | cardiff caerdydd | cardigan aberteifi | carmarthen caerfyrddin
| carmarthenshire sirgar sirgaerfyrddin | ceredigion cardiganshire | chepstow casgwent | chester caer | chirk ywaun
| colwynbay baecolwyn | connahsquay ceiconnah | conwy conway | cowbridge ybontfaen | cowbridge ybontfaen bontfaen
| criccieth cricieth | crickhowell crucywel crughywel | denbigh dinbych | denbighshire sirddinbych
| dinaspowys dinaspowis | dolgellau dolgelley | ebbwvale glynebwy | england lloegr | felinheli yfelinheli
| ferndale glynrhedynog | fishguard abergwaun | flint yfflint fflint | flintshire sirfflint | gloucester caerloyw
| glynneath glynnedd | goodwick wdig | gowerton tregwyr | haverfordwest hwlffordd | hawarden penarlag
| hayonwye ygelligandryll gelligandryll hay | hereford henffordd | holyhead caergybi | holywell treffynnon
| kidwelly cydweli | kinmelbay baecinmel | knighton trefyclo trefyclawdd
| lampeter llanbedrpontsteffan llambed llanbed | liverpool lerpwl | llandovery llanymddyfri
| llandrindodwells llandrindod | llanelli llanelly | llantwitmajor llanilltudfawr | london llundain
| loughor casllwchwr | ludlow llwydlo | manchester manceinion | menaibridge porthaethwy ybonth
| merthyrtydfil merthyrtudful merthyrtudfil merthyr | milfordhaven aberdaugleddau | mold yrwyddgrug wyddgrug
| monmouth trefynwy | monmouthshire sirfynwy | montgomery trefaldwyn | mountainash aberpennar
| mumbles ymwmbwls mwmbwls | narberth arberth | neath castellnedd | neathporttalbot castellneddporttalbot
| newborough niwbwrch | newbridge trecelyn | newcastleemlyn castellnewyddemlyn | newport casnewydd casnewyddarwysg
| newport trefdraeth | newquay ceinewydd | newtown ydrenewydd drenewydd | oswestry croesoswallt | pembroke penfro
| pembrokedock docpenfro | pembrokeshire sirbenfro | pontarddulais pontardulais | pontypool pontypwl
| porthmadog portmadoc | presteigne llanandras | radnorshire maesyfed sirfaesyfed | rhayader rhaeadr
| rhoose yrhws rhws | rhyl yrhyl | rhymney rhymni | risca rhisga | ruthin rhuthun | shrewsbury amwythig yramwythig
| stasaph llanelwy | stclears sancler | stdavids tyddewi | sully sili | swansea abertawe | taffswell ffynnontaf
| tenby dinbychypysgod | torfaen torvaen | tywyn towyn | usk brynbuga | valeofglamorgan bromorgannwg
| welshpool ytrallwng trallwng | whitland hendygwynardaf hendygwyn | wrexham wrecsam`

const TOWNS: ReadonlyMap<string, string> = new Map(
  TWO_NAMES.split('|')
    .map(names => names.trim().split(/\s+/))
    .flatMap(([first, ...others]) => others.map((other): [string, string] => [other, first!])),
)

/** The one name under which a folded place of two names is compared; undefined for any other text. */
export function townOf(folded: string): string | undefined {
  const letters = lettersIn(folded)
  return letters === '' ? undefined : (TOWNS.get(letters) ?? (FIRST.has(letters) ? letters : undefined))
}

const FIRST: ReadonlySet<string> = new Set(TOWNS.values())
