import type en from '../en/visits.ts'

export default {
  title: 'Ymweliadau sydd wedi’u trefnu',
  toVisits: 'Ymweliadau sydd wedi’u trefnu',
  none: 'Nid oes ymweliadau wedi’u trefnu yn ystod y pedair wythnos nesaf.',
  planned: 'Wedi’i drefnu',
  held: 'Wedi’i oedi',
  heldInHospital: 'Wedi’i oedi: yn yr ysbyty',
  stopped: 'Wedi’i atal',
  goesAhead: 'Yn mynd yn ei flaen',
  askTitle: 'Oedi’r ymweliadau hyn?',
  askInHospital:
    'Maen nhw yn yr ysbyty. Hyd nes i chi ateb, mae pawb sy’n cael gweld yr ymweliadau hyn yn darllen eu bod wedi’u hoedi.',
  askUnknown:
    'Gall yr ymweliadau hyn fod yn ofer. Hyd nes i chi ateb, mae pawb sy’n cael eu gweld yn darllen eu bod wedi’u hoedi.',
  askDied: 'Mae’r person wedi marw. Nid oes yr un ymweliad yn mynd yn ei flaen.',
  ownRota: 'Newidiwch eich rota eich hun hefyd: nid yw’n cael ei newid o’r fan hon.',
  holdAll: 'Iawn, oedwch nhw',
  stopAll: 'Rydym wedi’u hatal',
  aheadOne: 'Mae’r ymweliad hwn yn mynd yn ei flaen',
  notConfirmed: 'Heb ei gadarnhau eto gan y rhai sy’n ymweld',
  answered: '{name}, {moment}',
  until: 'tan {time}',
} satisfies Record<keyof typeof en, string>
