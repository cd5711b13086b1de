import type en from '../en/invitation.ts'

export default {
  unknown: 'Ni ellir defnyddio’r cod hwn. Gwiriwch ef, neu gofynnwch am un newydd',
} satisfies Record<keyof typeof en, string>
