/** For choosing a language: each is named in itself. */
export const LANGUAGE_OPTIONS = [
  { value: 'cy', label: <span lang="cy">Cymraeg</span> },
  { value: 'en', label: <span lang="en">English</span> },
] as const
