/** Why bytes are not read as JSON. Nothing of them is kept. */
export type JsonProblem =
  /** It is not JSON. */
  | 'json.malformed'
  /** The bytes are not UTF-8, or a character stands there by half. */
  | 'json.charset'
  /** A NUL character, which no text of a record can hold. */
  | 'json.nul'
  /** Objects and lists stand deeper in one another than the limit. */
  | 'json.tooDeep'
  /** More names than the limit. */
  | 'json.tooManyKeys'
  /** One object says one name twice: nobody can tell which is meant. */
  | 'json.duplicateKey'
  /** A name that means something else to programs than to people: `__proto__`. */
  | 'json.key'
  /** A number with more digits, or a larger exponent, than can be kept. */
  | 'json.number'
