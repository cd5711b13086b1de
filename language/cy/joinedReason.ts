import type en from '../en/joinedReason.ts'

export default {
  matchSure: 'Mae’r hyn y mae’r ddau gofnod yn ei ddweud am bwy ydynt yn cytuno mor dda fel mai’r un person yw',
  matchKnownFromTheStart: 'Roedd yn hysbys pan ddechreuodd y rhanbarth',
  matchNumberVerified: 'Yr un rhif GIG wedi’i wirio, ac mae gweddill yr hyn a ddywed y ddau gofnod yn cytuno',
  proposalMerged: 'Dywed y sefydliad a anfonodd y ddau gofnod mai cofnodion un person ydynt',
  proposalSaidOne: 'Dywed y sefydliad a anfonodd y ddau gofnod eu bod am un person',
  proposalSaidTwo: 'Dywed y sefydliad a anfonodd y ddau gofnod eu bod am ddau berson',
  matchNotTheSame: 'Nid yw’r hyn a ddywed y ddau gofnod yn cytuno',
  other: 'Mae’n dilyn o’r ffordd y caiff cofnodion eu paru',
} satisfies Record<keyof typeof en, string>
