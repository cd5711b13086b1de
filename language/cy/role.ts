import type en from '../en/role.ts'

export default {
  socialWorker: 'gweithiwr cymdeithasol',
  frontDoorOfficer: 'swyddog drws ffrynt',
  occupationalTherapist: 'therapydd galwedigaethol',
  reablementWorker: 'gweithiwr ailalluogi',
  careWorker: 'gweithiwr gofal',
  districtNurse: 'nyrs ardal',
  wardNurse: 'nyrs ward',
  dischargeCoordinator: 'cydlynydd rhyddhau',
  generalPractitioner: 'meddyg teulu',
  housingOfficer: 'swyddog tai',
  carerSupportWorker: 'gweithiwr cymorth gofalwyr',
  communityConnector: 'cysylltydd cymunedol',
  integrationOfficer: 'swyddog integreiddio',
  recordsOfficer: 'swyddog cofnodion',
  dataOfficer: 'swyddog data',
  privacyOfficer: 'swyddog preifatrwydd',
  boardMember: 'aelod o’r bwrdd',
  safeguardingLead: 'arweinydd diogelu',
  signatory: 'llofnodwr cytundebau',
} satisfies Record<keyof typeof en, string>
