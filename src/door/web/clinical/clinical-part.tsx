import type { JSX } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import { type Appointment, appointmentsToCome } from '#record/chart/clinical/appointments.ts'
import { type Document, documentsOf } from '#record/chart/clinical/documents.ts'
import { type Referral, referralsOf } from '#record/chart/clinical/referrals.ts'
import { type Report, reportsOf } from '#record/chart/clinical/results.ts'
import type { Access } from '#record/sharing/access.ts'
import { useSay } from '../asked.ts'
import { AppointmentList } from './appointment-list.tsx'
import { DocumentLinks } from './document-links.tsx'
import { ReferralList } from './referral-list.tsx'
import { ReportLinks } from './report-links.tsx'

/** What is to come and what came last of somebody's care, as far as it is open. */
export interface Clinical {
  readonly appointments: readonly Appointment[]
  readonly referrals: readonly Referral[]
  readonly reports: readonly Report[]
  readonly documents: readonly Document[]
}

/** How many of the latest referrals, reports and documents stand on the page of a record. */
const SHOWN_MAX = 5

/** What the page of a record shows of it. */
export async function readClinical(tx: Tx, access: Access): Promise<Clinical> {
  return {
    appointments: await appointmentsToCome(tx, access),
    referrals: await referralsOf(tx, access, SHOWN_MAX),
    reports: await reportsOf(tx, access, SHOWN_MAX),
    documents: await documentsOf(tx, access, SHOWN_MAX),
  }
}

/** Appointments to come, the latest referrals, results and letters; each only where there is one to show. */
export function ClinicalPart({ clinical, own }: { clinical: Clinical; own: string }): JSX.Element {
  const say = useSay()
  const { appointments, referrals, reports, documents } = clinical
  return (
    <>
      {appointments.length > 0 && <AppointmentList appointments={appointments} />}
      {referrals.length > 0 && <ReferralList referrals={referrals} />}
      {reports.length > 0 && <ReportLinks reports={reports} own={own} />}
      {documents.length > 0 && (
        <section aria-labelledby="documents">
          <h2 class="nhsuk-heading-l" id="documents">
            {say('clinical.documents')}
          </h2>
          <DocumentLinks documents={documents} own={own} />
          <p class="nhsuk-u-margin-bottom-7">
            <a href={`${own}/documents`}>{say('clinical.toDocuments')}</a>
          </p>
        </section>
      )}
    </>
  )
}
