/** How a care plan that came with somebody is called, and what was in it, in the words and the shape of whoever made it. */
export interface SeedOtherPlan {
  readonly fileName: string
  /** A CarePlan of FHIR R4, as its maker wrote it. */
  readonly plan: Readonly<Record<string, unknown>>
}

/**
 * By person. Mair fell on a visit to her sister and was six days in a hospital across the border, which sent her home with
 * its own plan in its own shape: an extension nobody here knows, timings, a goal of its own.
 */
export const otherPlans: Readonly<Record<string, SeedOtherPlan>> = {
  'mair-pritchard': {
    fileName: 'brackenmoor-discharge-careplan.json',
    plan: {
      resourceType: 'CarePlan',
      id: 'bm-88213',
      language: 'en',
      status: 'active',
      intent: 'plan',
      title: 'Going home after a wrist fracture',
      description: 'Left distal radius fracture after a fall on steps. Cast for five weeks. Lives alone, keeps hens.',
      subject: { display: 'Mair Pritchard' },
      period: { start: '2026-06-11', end: '2026-07-20' },
      created: '2026-06-11',
      author: { display: 'Brackenmoor General Hospital, Ward 6' },
      contained: [
        {
          resourceType: 'Goal',
          id: 'grip',
          lifecycleStatus: 'active',
          description: { text: 'Lift a full kettle with the left hand' },
          subject: { display: 'Mair Pritchard' },
          target: [
            { dueDate: '2026-09-01', measure: { text: 'Grip strength' }, detailQuantity: { value: 14, unit: 'kg' } },
          ],
        },
      ],
      goal: [{ reference: '#grip' }],
      activity: [
        {
          detail: {
            status: 'scheduled',
            description: 'Cast off and X-ray, fracture clinic',
            scheduledString: 'Five weeks after the fall',
            performer: [{ display: 'Fracture clinic' }],
          },
        },
        {
          detail: {
            status: 'in-progress',
            description: 'Finger and shoulder exercises',
            scheduledTiming: {
              repeat: { frequency: 4, period: 1, periodUnit: 'd', boundsDuration: { value: 6, unit: 'wk' } },
            },
          },
        },
        {
          detail: {
            status: 'not-started',
            description: 'Bone density scan to be asked for by her own doctor',
            performer: [{ display: 'General practitioner' }],
          },
        },
      ],
      note: [
        {
          time: '2026-06-11T14:20:00+01:00',
          text: 'Prefers Welsh. Her sister Gwyneth fetched her. Wants to be home for the hens.',
        },
      ],
      extension: [{ url: 'https://brackenmoor.example/fhir/frailty', valueDecimal: 4.0 }],
    },
  },
}
