/** What the command says that looks at all records of the region anew. Figures stand after their words, and count nothing. */
export default {
  done: 'Records compared: {records, number}. Links added: {linked, number}. New questions for teams: {asked, number}. Links in doubt: {doubted, number}. Model: {model}.',
} as const
