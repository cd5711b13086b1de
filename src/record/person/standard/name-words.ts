/** Words that are written in a field for a name and are no name, folded. A table of our own, for both languages. */

/** Before a name. Nobody's only name: they are dropped where something follows. */
export const TITLES: ReadonlySet<string> = new Set([
  ...['mr', 'mrs', 'ms', 'miss', 'mx', 'mstr', 'master', 'dr', 'prof', 'professor', 'athro', 'sir', 'dame', 'lady'],
  ...['rev', 'revd', 'reverend', 'parch', 'parchedig', 'canon', 'fr', 'cllr', 'cyng', 'capt', 'lt', 'sgt', 'hon'],
  ...['bnr', 'bns', 'fns', 'late', 'diweddar'],
])

/** Behind a name. */
export const SUFFIXES: ReadonlySet<string> = new Set([
  ...[
    'jr',
    'jnr',
    'junior',
    'snr',
    'sr',
    'senior',
    'hynaf',
    'ieuengaf',
    'ii',
    'iii',
    'mbe',
    'obe',
    'cbe',
    'esq',
    'ysw',
  ],
  ...['decd', 'deceased', 'dcd', 'rip'],
])

/** The whole of a field, its words alone, where there was no name to write. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...[
    'unknown',
    'unkown',
    'unknow',
    'unk',
    'uk',
    'nk',
    'not known',
    'not given',
    'not stated',
    'not recorded',
    'unnamed',
  ],
  ...['no name', 'name unknown', 'none', 'nil', 'null', 'undefined', 'blank', 'anon', 'anonymous', 'tbc', 'tba'],
  ...['anhysbys', 'dienw', 'di enw', 'heb enw', 'ddim yn hysbys', 'dim'],
  ...[
    'test',
    'testing',
    'tester',
    'test patient',
    'prawf',
    'dummy',
    'sample',
    'do not use',
    'deleted',
    'duplicate',
    'error',
  ],
  ...['patient', 'cleient', 'tenant', 'occupier', 'the occupier', 'deiliad'],
])

/** The first word of a given name that nobody has been given yet. */
export const BABIES: ReadonlySet<string> = new Set([
  ...['baby', 'babi', 'baban', 'infant', 'newborn', 'neonate', 'boy', 'girl', 'male', 'female', 'bachgen', 'merch'],
  ...['twin', 'triplet', 'quad', 'gefell', 'efaill', 'tripled', 'bo', 'fetus', 'foetus', 'ffetws'],
])

/** Son of, daughter of. They belong to the surname and are not a part of it. */
export const PATRONYMICS: ReadonlySet<string> = new Set(['ap', 'ab', 'ferch', 'verch', 'fch', 'vch'])

/** Small words of surnames that belong to the surname and are not a part of it, where a word follows. */
export const PARTICLES: ReadonlySet<string> = new Set([
  ...PATRONYMICS,
  ...[
    'de',
    'da',
    'di',
    'du',
    'del',
    'della',
    'dela',
    'la',
    'le',
    'dos',
    'das',
    'do',
    'van',
    'von',
    'der',
    'den',
    'ter',
  ],
  ...['bin', 'binti', 'binte', 'bint', 'ibn', 'al', 'el', 'ul', 'abu', 'af', 'av', 'zu', 'y', 'e'],
])

/** What begins a surname and is one word with what follows: O Brien, Mc Donald, St John. */
export const BEGINNINGS: ReadonlySet<string> = new Set(['o', 'mc', 'mac', 'fitz', 'st', 'saint'])

/** Between a surname and the one before it. */
export const FORMERLY: ReadonlySet<string> = new Set([
  'nee',
  'gynt',
  'formerly',
  'previously',
  'born',
  'ganwyd',
  'ganed',
])

/** Between a name and another one that somebody goes by. */
export const ALSO: ReadonlySet<string> = new Set(['aka', 'alias', 'neu', 'or', 'knownas', 'preferred', 'elwir'])
