/**
 * The bank holidays of England and Wales, ISO 8601 days, with the substitute days where one falls on a weekend.
 * Source: https://www.gov.uk/bank-holidays (England and Wales) as far as it is announced; 2028 follows the same rules
 * (Banking and Financial Dealings Act 1971, schedule 1; Easter Sunday 2028 is 16 April). A day proclaimed besides, for
 * a coronation or a funeral, is added here when it is announced.
 */
export const BANK_HOLIDAYS: ReadonlySet<string> = new Set([
  '2025-01-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-05-26',
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
])
