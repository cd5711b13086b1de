import type en from '../en/live.ts'

export default {
  arrived: 'Mae rhywbeth newydd wedi cyrraedd y dudalen hon.',
  changed: 'Mae hwn wedi newid tra buoch chi yma. Ail-lwythwch y dudalen i’w weld.',
  stale:
    'Mae’r dudalen hon wedi colli ei chysylltiad ac efallai nad yw’n gyfredol. Bydd yn rhoi cynnig arall arni ohoni’i hun.',
} satisfies Record<keyof typeof en, string>
