import type en from '../en/protection.ts'

export default {
  refuge: 'Maen nhw’n byw mewn lloches',
  ownRequest: 'Nhw ofynnodd amdano',
  nationalFlag: 'Mae’r mynegai cenedlaethol yn eu nodi’n sensitif',
} satisfies Record<keyof typeof en, string>
