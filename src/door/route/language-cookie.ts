/** The cookie in which a browser remembers the language that was toggled. */
export const LANGUAGE_COOKIE = 'cydofal-language'
