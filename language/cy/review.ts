/**
 * Welsh that whoever wrote it was not sure of, and why: to be read again by somebody who did not write it, and taken out
 * once it is settled. Nothing waits for it; each is in use.
 */
export const review: readonly { readonly key: string; readonly why: string }[] = [
  { key: 'person.matters', why: 'Mae “eu geiriau eu hunain” yn sôn am un person: a yw’n darllen yn naturiol?' },
  { key: 'purpose.ownRecord', why: 'Yr un cwestiwn am “eu cofnod eu hunain”, lle mae’r Saesneg yn osgoi rhyw.' },
  {
    key: 'relationship.family',
    why: 'Mae’n dilyn “Dim ond am rywun sydd”: ai “wedi’u dewis”, “wedi’i ddewis” ynteu arall?',
  },
  { key: 'role.frontDoorOfficer', why: 'Ai “drws ffrynt” neu “drws cyntaf” a ddywed y cynghorau?' },
  { key: 'agreement.fingerprint', why: 'Ai “ôl bys digidol” yw’r term am hash yn y cyd-destun hwn?' },
  { key: 'agreement.standing', why: 'Mae “statws” yn gyffredinol; mae’r Saesneg yn golygu sefyllfa gyfreithiol.' },
  {
    key: 'parts.breadcrumb',
    why: 'Mae “briwsion bara” yn gyfieithiad llythrennol: beth mae darllenwyr sgrin yn ei ddisgwyl?',
  },
  { key: 'dataClass.homeAccessCodes', why: 'Beth mae gofalwyr yn ei ddweud am “key safe”?' },
  { key: 'notice.admissionCancelled', why: '“Derbyniad” fel enw: a fydd teulu yn deall mai i’r ysbyty y mae?' },
  { key: 'notice.onLeave', why: '“Dros dro” am “on leave”: a oes gair y wardiau am absenoldeb a ganiateir?' },
  {
    key: 'visits.heldInHospital',
    why: '“Wedi’i oedi” am “held”: a yw’n awgrymu bod yr ymweliad yn hwyr yn hytrach nag ar stop?',
  },
  {
    key: 'notice.deathWithdrawn',
    why: '“Marwolaeth wedi’i chofnodi drwy gamgymeriad”: a oes ffordd fwynach o’i ddweud?',
  },
  {
    key: 'notice.diedToWorker',
    why: '“Cyn i neb ymweld, ffonio nac ysgrifennu”: ai “neu” ynteu “nac” sydd orau ar ôl “cyn i neb”?',
  },
  { key: 'live.changed', why: 'Mae “hwn” yn wrywaidd, ac ni wyddom beth a newidiodd.' },
  {
    key: 'looks.again',
    why: 'Mae rhif o flaen “gwaith” yn cael ei dynnu o’i air: ai “# waith” sydd orau ar ôl saith ac wyth?',
  },
  { key: 'messages.doesNotBalance', why: '“Canlyniad” am “outcome” neges; ac a yw “cyfrif” yn cyfleu “ledger”?' },
  { key: 'information.limitReload', why: '“Eu hail-lwytho eu hunain” am dudalennau sy’n adnewyddu ohonynt eu hunain.' },
  { key: 'plan.wordsTooLong', why: '“Llythrennau” am “characters”: mae bylchau ac atalnodau’n cyfrif hefyd.' },
  { key: 'fhir.scopeTooNarrow', why: '“Cwmpas” am “scope” tocyn: a oes gair arall gan y rhai sy’n gwneud apiau?' },
  { key: 'fhir.cursorNotTaken', why: '“Nod tudalen” am “page mark”: a yw’n rhy debyg i nod tudalen porwr?' },
  { key: 'seal.title', why: '“Y sêl ar bwy sydd wedi edrych”: a yw “ar bwy” yn taro’r glust yn iawn mewn teitl?' },
  { key: 'trailFault.tileWrong', why: '“Stwnsh” am “hash”: a oes gair mwy cyfarwydd gan y rhai sy’n rhedeg systemau?' },
  { key: 'privacyOffice.lookAt', why: 'Mae “yr edrych” fel enw am “look” yn llafurus: ai “edrychiad” a ddywedid?' },
  { key: 'deferral.title', why: 'Mae’r Saesneg yn sôn am edrych; osgoir hynny yma: a yw’n ddigon clir?' },
  { key: 'privacyOffice.flagOwnRecord', why: '“Eu cofnod nhw eu hunain” am un gweithiwr, i osgoi rhyw.' },
  {
    key: 'emergency.categorySafeguarding',
    why: '“Rhaid eu cadw nhw, neu blentyn, yn ddiogel rhag rhywun”: ai fel hyn y dywed gweithwyr diogelu?',
  },
  {
    key: 'emergencyReview.outcomeJustified',
    why: '“Wedi’i gyfiawnhau” am weithred gweithiwr: a oes gair plaenach na “cyfiawnhau”?',
  },
  { key: 'emergencyCeiling.title', why: '“Terfyn” am “limit” y mis, nid dyddiad cau: a yw’r gwahaniaeth yn glir?' },
  { key: 'emergencyPerson.ask', why: '“Troeon” am “looks”: mae’n osgoi “yr edrych”, ond a yw’n rhy llac?' },
  { key: 'signing.endEarly', why: '“Dod ag ef i ben” am “end it”: a yw’n naturiol fel dolen ar ei phen ei hun?' },
  { key: 'clause.anyDay', why: '“Cyhyd ag y bo felly” am “for as long as that is so”: a yw’n rhy lenyddol?' },
  { key: 'action.contribute', why: '“Ato” heb enw o’i flaen: yn y rhestr mae’n dilyn “Beth y cânt ei wneud”.' },
  {
    key: 'draft.mayYes',
    why: '“Cânt” ar ei ben ei hun fel ateb: a yw’n glir o dan “Beth y mae’n rhaid iddo ddigwydd”?',
  },
  {
    key: 'agreement.cases',
    why: '“Enghreifftiau” am “worked examples”: a oes angen dweud eu bod yn cael eu rhoi ar brawf?',
  },
  {
    key: 'ever.title',
    why: '“A gânt ei weld fyth?”: mae “fyth” yn gywir ond yn anarferol mewn cwestiwn; ai “byth” a ddywedid?',
  },
  { key: 'ever.cohort', why: '“Ac sy’n un o’r rhain” yn dilyn “Am rywun sydd”: a yw’r ddau’n darllen gyda’i gilydd?' },
  {
    key: 'sharing.wishCarriedWhy',
    why: '“Cafodd ei ddweud” am ddymuniad neu ataliad: ai “Fe’i dywedwyd”, ynteu rywbeth cynhesach?',
  },
  { key: 'joined.secondLabel', why: '“Yr un person, o bosibl” ar faner: ai “Efallai’r un person” a ddywedid?' },
  { key: 'joined.takeAway', why: '“Tynnu … oddi yma” am “take away”: mae “dileu” yn anghywir, gan na chollir dim.' },
  { key: 'joined.doubtsOf', why: '“Nad eu heiddo nhw mohono” am un person heb ddweud rhyw: a yw’n rhy drwsgl?' },
  { key: 'clinical.outside', why: '“y tu allan i’r ystod” am ganlyniad prawf: ai “y tu hwnt i’r arfer” a ddywedid?' },
  {
    key: 'resultFlag.A',
    why: '“Annormal” wrth ganlyniad: a fyddai “Anarferol” yn llai dychrynllyd i’r person ei hun?',
  },
  { key: 'clinical.notHandedOut', why: '“nad yw’n cael ei rhoi allan” am ffeil: ai “nad yw’n cael ei rhannu”?' },
  { key: 'outbox.givenUp', why: '“Rhoddwyd y gorau iddynt” fel pennawd colofn: a oes gair byrrach?' },
  { key: 'outbox.mailRelay', why: '“Gweinydd e-bost” am “mail relay”: ai dyna’r term a ddefnyddir?' },
  { key: 'files.takeButton', why: '“Ei derbyn i mewn” am ffeil: ai “Ei chymryd i mewn” a ddywed swyddogion data?' },
  {
    key: 'files.gone',
    why: '“Nid oes sôn yn y ffeil hon am # peth”: mae “peth” yn llac, ond gall fod yn unrhyw beth.',
  },
  {
    key: 'files.wayFolder',
    why: '“Ffolder gollwng” am “drop folder”: a oes gair arall gan y rhai sy’n rhedeg systemau?',
  },
  { key: 'told.receives', why: '“Yn derbyn gofal a chymorth” fel enw rhes: a yw’n glir heb berson?' },
  { key: 'residence.ownHome', why: '“Cartref ei hun”, fel y mae’r ffurflenni’n ei ddweud, er ei fod yn wrywaidd.' },
  { key: 'packageState.suspended', why: '“Ataliwyd” am becyn sydd dros dro heb fynd yn ei flaen: ai “Ar stop”?' },
  { key: 'personAlert.RISK1', why: '“Risg” ynteu “perygl” am yr hyn a all ddigwydd yn y cartref?' },
  { key: 'cellFault.hiddenLetters', why: '“Nodau na all neb eu gweld”: a yw “nodau” yn glir i swyddog data?' },
  { key: 'planReview.reopen', why: '“Ailagor cynllun”: a yw’n naturiol am gynllun gofal, ynteu “agor eto”?' },
  { key: 'planReview.confirm', why: '“Mae’r cynllun yn aros fel y mae” fel botwm: a ddylai fod yn ferf, “cadarnhau”?' },
  { key: 'planReview.achieved', why: '“Cyrraedd nod” ynteu “cyflawni nod” a ddywed gweithwyr cymdeithasol?' },
  {
    key: 'aboutMePart.pleaseDo',
    why: 'Mae “Please do and please don’t” yn bennawd yn safon y PRSB: a oes ffurf Gymraeg gytunedig arno?',
  },
  { key: 'aboutMe.inTheirWords', why: 'Yr un cwestiwn am “eu geiriau eu hunain” ag yn `person.matters`.' },
  {
    key: 'assessment.kindContact',
    why: '“Cysylltiad” am “contact” y drws ffrynt: a yw’n rhy debyg i fanylion cyswllt?',
  },
  { key: 'assessment.capacity', why: '“Galluedd” sydd yn y Ddeddf; a fydd teulu yn ei ddeall heb eglurhad?' },
  {
    key: 'askedAgain.title',
    why: 'Ai “Gofynnwyd eto” ynteu “Gofyn eto” sy’n darllen orau fel teitl tudalen o ffigurau?',
  },
  { key: 'growingUp.child', why: '“yn ei eiriau neu ei geiriau ei hun” yn drwsgl: a oes ffordd o osgoi rhyw yma?' },
  { key: 'activeOffer.asksWelsh', why: '“Yn dewis y Gymraeg” am rywun sy’n gofyn amdani: ai “gofyn am” sy’n well?' },
  { key: 'leave.button', why: 'Ai “Gadael yn sydyn” ynteu “Gadael ar frys” a ddeallir ar unwaith?' },
  {
    key: 'terminology.setNotHeld',
    why: '“Set werthoedd” am “value set”, a “map cysyniadau” am “concept map”: a oes termau gan Iechyd a Gofal Digidol Cymru?',
  },
]
