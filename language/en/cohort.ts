export default {
  everybody: 'anybody, of any age',
  children: 'children and young people under 18',
  adults: 'adults of 18 and over',
  olderPeople: 'people of 65 and over',
  inHospital: 'people who are in hospital at the time',
} as const
