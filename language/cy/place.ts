import type en from '../en/place.ts'

export default {
  lookRecord: 'Edrychodd {who} ar eich cofnod',
  lookPlan: 'Edrychodd {who} ar eich cynllun',
  lookLooks: 'Gofynnodd {who} pwy sydd wedi edrych ar eich cofnod',
  listPeople: 'Gwelodd {who} chi ar restr o bobl',
  tellPeople: 'Cafodd {who} wybod ar unwaith am rywbeth a ddigwyddodd i chi',
  tellPlan: 'Cafodd {who} wybod ar unwaith fod eich cynllun wedi newid',
  writePlan: 'Ysgrifennodd {who} yn eich cynllun',
  writeNotice: 'Cadarnhaodd {who} fod y newyddion amdanoch wedi’u gweld',
  writeFeed: 'Anfonodd {who} wybodaeth amdanoch',
  look: 'Edrychodd {who} ar rywbeth amdanoch',
  list: 'Gwelodd {who} chi ar restr',
  tell: 'Cafodd {who} wybod ar unwaith am rywbeth yn eich cylch',
  write: 'Ysgrifennodd {who} rywbeth amdanoch',
  triedLook: 'Ceisiodd {who} weld rhywbeth amdanoch, ac ni chaniatawyd hynny',
  triedWrite: 'Ceisiodd {who} ysgrifennu rhywbeth amdanoch, ac ni chaniatawyd hynny',
  ownRecord: 'Edrychoch chi ar eich cofnod',
  ownPlan: 'Edrychoch chi ar eich cynllun',
  ownLooks: 'Gwelsoch chi pwy sydd wedi edrych',
  ownWrite: 'Ysgrifennoch chi yn eich cynllun',
  ownOther: 'Gwelsoch chi rywbeth amdanoch eich hun',
} satisfies Record<keyof typeof en, string>
