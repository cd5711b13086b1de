import type en from '../en/organisationKind.ts'

export default {
  healthBoard: 'bwrdd iechyd',
  hospital: 'ysbyty',
  council: 'cyngor',
  housingAssociation: 'cymdeithas tai',
  careProvider: 'darparwr gofal',
  charity: 'elusen',
  partnership: 'partneriaeth',
  person: 'y person ei hun',
} satisfies Record<keyof typeof en, string>
