import type en from '../en/action.ts'

export default {
  read: 'ei ddarllen',
  contribute: 'ychwanegu ato: ysgrifennu, cynnig, cytuno ac anghytuno',
} satisfies Record<keyof typeof en, string>
