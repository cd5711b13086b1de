import type en from '../en/reviewReason.ts'

export default {
  matchLikely: 'Mae llawer yn awgrymu mai un person biau dau gofnod, ond dim digon i fod yn sicr.',
  matchNumberNotVerified: 'Mae’r rhif GIG yr un peth, ond nid oes neb wedi’i wirio ar un o’r cofnodion.',
  matchSeveralPeople: 'Gallai’r cofnod fod yn perthyn i unrhyw un o sawl person.',
  matchGuarded: 'Mae’r cofnodion yn debyg, ac mae rheswm pam na chaiff peiriant eu cysylltu.',
  matchChanged:
    'Mae’r hyn y mae’r cofnod yn ei ddweud wedi newid cymaint fel y gallai fod yn perthyn i rywun arall bellach.',
  matchManyRecords: 'Mae mwy o gofnodion wedi’u cysylltu ag un person nag sydd gan un person fel arfer.',
  matchOneDied: 'Mae un o’r cofnodion cysylltiedig yn dweud bod y person wedi marw, ac nid yw un arall yn dweud hynny.',
  matchNewModel: 'Y paru a gysylltodd y cofnodion hyn, ac yn ôl yr hyn a ddysgodd ers hynny ni fyddai’n gwneud hynny.',
  matchSampled: 'Nid oes neb yn ei amau: tynnwyd y cyswllt ar hap, er mwyn gwybod pa mor aml y mae paru’n gywir.',
  proposalBareNumber: 'Rhoddodd yr anfonwr y gorau i rif heb ddweud rhif pwy ydyw.',
  proposalOthersJoined:
    'Mae’r anfonwr yn dweud mai un person biau dau gofnod, ac mae cofnodion asiantaethau eraill ynghlwm wrth y ddau.',
  proposalDoNotAgree: 'Mae’r anfonwr yn dweud mai un person biau dau gofnod, ac maent yn dweud pethau gwahanol.',
  proposalJoinedByOthers: 'Mae’r anfonwr yn dweud nad un person biau dau gofnod, ac mae rhywun arall wedi’u cysylltu.',
  proposalAsked: 'Dywedodd rhywun drwy ap mai un person biau dau gofnod.',
  saidWithdrawn: 'Mae’r system a anfonodd un o’r cofnodion cysylltiedig wedi’i ddileu.',
  saidNotMine: 'Mae’r person yn dweud nad ei gofnod ef neu hi yw un cofnod.',
} satisfies Record<keyof typeof en, string>
