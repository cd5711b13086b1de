/** What the check of the trail finds, before the number or the id of where it found it. */
export default {
  gap: 'The log has a gap, or something too many, here:',
  entryMissing: 'The entry under this number is not there:',
  entryChanged: 'The entry under this number is not what was written:',
  entryUnbound: 'This entry was never sealed, and does not wait to be:',
  erasedAndThere: 'The entry under this number was erased, and is there:',
  linkBroken: 'This number of the log does not fit the one before it:',
  tileWrong: 'This stored hash does not fit the log:',
  headWrong: 'This seal does not fit the log:',
  headUnsigned: 'This seal was not signed with the key of this Cydofal:',
  witnessUnsigned: 'What stands as a witness’s signature under this seal is none:',
} as const
