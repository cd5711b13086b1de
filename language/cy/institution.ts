import type en from '../en/institution.ts'

export default {
  careHome: 'Cartref gofal: nid yw’r preswylwyr yn un aelwyd',
  hostel: 'Hostel: nid yw’r preswylwyr yn un aelwyd',
  refuge: 'Lloches',
  hospital: 'Ysbyty',
  studentHall: 'Llety myfyrwyr: nid yw’r preswylwyr yn un aelwyd',
  supportedHousing: 'Tai â chymorth: nid yw’r preswylwyr yn un aelwyd',
  prison: 'Carchar',
  many: 'Mae’r cyfeiriad hwn gan lawer o bobl: nid ydynt yn cael eu cymryd yn un aelwyd',
} satisfies Record<keyof typeof en, string>
