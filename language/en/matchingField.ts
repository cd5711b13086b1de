export default {
  given: 'First name',
  surname: 'Surname',
  middle: 'Middle name',
  birthDate: 'Date of birth',
  address: 'Address',
  nhsNumber: 'NHS number',
  sex: 'Sex',
  phone: 'Telephone',
  email: 'E-mail',
} as const
