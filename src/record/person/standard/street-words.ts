/**
 * Words of addresses whose Welsh and English forms, shortenings and mutations are one word for comparing. A table of our
 * own. It serves to recognise a street that is written on one register in Welsh and on another in English; two streets
 * of one postcode that it takes for one are still told apart by their numbers.
 */
const SAME: readonly (readonly string[])[] = [
  ['street', 'stryd', 'str', 'st'],
  ['road', 'rd', 'heol', 'hewl', 'hl', 'ffordd', 'ffd', 'fordd'],
  ['lane', 'ln', 'lon', 'wtra'],
  ['avenue', 'ave', 'av', 'rhodfa', 'coedlan'],
  ['drive', 'dr', 'drv'],
  ['close', 'cl', 'clos'],
  ['crescent', 'cres', 'cresc', 'cilgant'],
  ['terrace', 'terr', 'ter', 'tce', 'teras'],
  ['row', 'rhes', 'res'],
  ['square', 'sq', 'sgwar'],
  ['place', 'pl', 'plas'],
  ['court', 'ct', 'crt', 'llys', 'cwrt'],
  ['grove', 'grv', 'gr', 'llwyn'],
  ['gardens', 'gdns', 'gdn', 'garden', 'gerddi', 'erddi', 'gardd'],
  ['park', 'pk', 'parc', 'barc'],
  ['field', 'fields', 'maes', 'faes', 'cae', 'gae'],
  ['bridge', 'pont', 'bont', 'phont'],
  ['church', 'eglwys'],
  ['chapel', 'capel', 'gapel', 'chapels'],
  ['school', 'ysgol'],
  ['station', 'gorsaf', 'orsaf', 'stn'],
  ['market', 'marchnad', 'farchnad', 'mkt'],
  ['castle', 'castell', 'gastell'],
  ['mill', 'melin', 'felin'],
  ['new', 'newydd'],
  ['old', 'hen'],
  ['upper', 'uchaf'],
  ['lower', 'isaf'],
  ['high', 'fawr', 'mawr', 'uchel'],
  ['little', 'bach', 'fach', 'bychan', 'fechan'],
  ['house', 'hse', 'ty'],
  ['cottage', 'cott', 'bwthyn', 'fwthyn'],
  ['cottages', 'bythynnod'],
  ['farm', 'fferm', 'ffarm'],
  ['hill', 'bryn', 'fryn', 'rhiw'],
  ['wood', 'woods', 'coed', 'goed'],
  ['sea', 'mor', 'for'],
  ['river', 'afon'],
  ['king', 'kings', 'brenin'],
  ['queen', 'queens', 'brenhines', 'frenhines'],
  ['prince', 'princes', 'tywysog'],
  ['well', 'ffynnon'],
  ['quay', 'cei', 'gei'],
  ['canal', 'camlas', 'gamlas'],
  ['smithy', 'gefail', 'efail', 'forge'],
  ['library', 'llyfrgell'],
  ['hospital', 'ysbyty', 'hosp'],
  ['village', 'pentref', 'bentref'],
  ['top', 'pen', 'ben'],
  ['flat', 'fflat', 'flt', 'fl', 'apartment', 'apt', 'app', 'flats', 'fflatiau', 'apartments'],
  ['floor', 'llawr', 'lawr'],
  ['room', 'ystafell', 'rm'],
  ['unit', 'uned'],
  ['block', 'bloc'],
  ['building', 'bldg', 'buildings', 'bldgs', 'adeilad', 'adeiladau'],
  ['caravan', 'carafan', 'garafan'],
  ['estate', 'est', 'ystad', 'stad'],
  ['home', 'cartref', 'gartref'],
  ['saint', 'sant', 'santes'],
]

/** The and of, and words that say where a place is and not which. */
const LEFT_OUT = [
  'y',
  'yr',
  'r',
  'the',
  'of',
  'and',
  'a',
  'ac',
  'near',
  'nr',
  'ger',
  'off',
  'oddi',
  'ar',
  'no',
  'rhif',
  'wales',
  'cymru',
  'uk',
]

const WORDS: ReadonlyMap<string, string | undefined> = new Map([
  ...SAME.flatMap(([first, ...others]) => others.map((other): [string, string | undefined] => [other, first])),
  ...LEFT_OUT.map((word): [string, undefined] => [word, undefined]),
])

/** The word that a folded word of an address counts as; undefined for one that counts for nothing. */
export function streetWord(word: string): string | undefined {
  return WORDS.has(word) ? WORDS.get(word) : word
}
