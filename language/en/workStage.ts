export default {
  enquiry: 'Reported',
  assessment: 'Assessment',
  application: 'Applied',
  approved: 'Approved',
  onSite: 'In progress',
  completed: 'Completed',
  certified: 'Certified',
  cancelled: 'Cancelled',
} as const
