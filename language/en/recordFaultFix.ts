export default {
  numberMissing: 'Ask for the number when the person is met, or trace it in the national index.',
  numberPlaceholder: 'Leave the field empty when the number is not known: nines and noughts are taken for a number.',
  numberWrong: 'Its check digit is wrong: copy the number again from a letter or the national index.',
  numberUnverified:
    'Trace it in the national index and send the status 01 beside it. Only a verified number joins records by itself.',
  numberShared:
    'See whether they are one person twice, or a number on the wrong person. The second can harm somebody: look at these first.',
  nameMissing: 'Send a family name and a given name, each in its own field.',
  namePlaceholder: 'Put the name in as soon as it is known. Words such as Baby or Unknown match nobody.',
  bornMissing: 'Ask for the date of birth: without it few records find their person.',
  bornProxy: 'Ask for the day. Where nobody knows it, send the year alone and not 1 January.',
  bornImpossible:
    'There is no such day, it is over 120 years ago, or it is after the day of death. Look at the form it came from.',
  bornFuture: 'Often the century: 2041 for 1941. See how the system reads two digits of a year.',
  sexMissing: 'Send what was recorded at registration. Gender is kept apart and not compared.',
  addressMissing: 'Ask for the address. For somebody without a home, send the place where they can be found.',
  postcodeMissing: 'Look the address up in a gazetteer. ZZ99 stands for none.',
  postcodeWrong: 'It is not written like a postcode: look the address up in a gazetteer.',
  uprnMissing: 'Match addresses with the council’s gazetteer and send the UPRN: it tells one flat from the next.',
  phoneMissing: 'Ask for a number the person answers.',
} as const
