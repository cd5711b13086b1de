export default {
  healthAndCare: 'about health and care',
  money: 'about money',
  whereToLive: 'about where to live',
  sharingInformation: 'about sharing information',
} as const
