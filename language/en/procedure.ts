export default {
  identifying: 'Making sure who somebody is',
  informing: 'Telling people',
  security: 'Keeping it safe',
  records: 'Keeping and correcting records',
  requests: 'Requests for information',
  complaints: 'Complaints',
} as const
