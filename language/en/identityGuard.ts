export default {
  babies: 'One of them is a baby who has no name yet.',
  fatherAndSon: 'They have one name and one address, and a date of birth is missing: they may be parent and child.',
  numberOfSomebodyElse:
    'They have one NHS number, and name and date of birth are both different: the number may be on the wrong record.',
  twins: 'They were born on one day, live in one home and have different first names: they may be twins.',
  twoDeaths: 'They say different days of death.',
  twoNumbers: 'They have two different NHS numbers.',
  rivals: 'Another record fits almost as well.',
  cluster: 'Other records that are joined to them do not fit.',
} as const
