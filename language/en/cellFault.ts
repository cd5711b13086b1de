export default {
  missing: 'Every row needs this. Fill it in.',
  tooLong: 'This is longer than 2,000 characters. Shorten it.',
  hiddenLetters: 'There are characters in it that nobody can see. Type it anew.',
  notADay: 'This is no day, or one that never was. Write it as 17/03/1942 or 1942-03-17.',
  notATime: 'A day and a time belong here, such as 23/11/2026 08:30.',
  notANumber: 'A number belongs here, such as 7.5.',
  notYesOrNo: 'Yes or no belongs here.',
  unknownCode: 'This word is not known here. Use one of these: {words}.',
  unknownAlert: 'This code is not one of the person alert codes, such as RISK2.01.',
  endsBefore: 'This is before the beginning. Put one of the two right.',
  tooFew: 'The row has fewer values than the heading row: look for a missing comma.',
  tooMany: 'The row has more values than the heading row: a value with a comma in it must stand in quotation marks.',
} as const
