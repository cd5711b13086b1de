/** What the command says that learns a model. Figures stand after their words, and count nothing. */
export default {
  done: 'Records learnt from: {records, number}. Model: {version}. Nobody was linked: the model waits to be put in force, at /matching/models.',
  tooFew: 'There are too few records to learn from: it takes {count, number}.',
} as const
