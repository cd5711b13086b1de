export default {
  careHome: 'Care home: its residents are not one household',
  hostel: 'Hostel: its residents are not one household',
  refuge: 'Refuge',
  hospital: 'Hospital',
  studentHall: 'Student accommodation: its residents are not one household',
  supportedHousing: 'Supported housing: its residents are not one household',
  prison: 'Prison',
  many: 'Many people have this address: they are not taken for one household',
} as const
