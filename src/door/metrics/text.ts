import type { LedgerMetrics } from '#work/ledger/read-metrics.ts'

const OUTCOMES = ['applied', 'duplicate', 'quarantined', 'refused'] as const

/** The figures as Prometheus reads them. Source: its text-based exposition format, version 0.0.4. */
export function metricsText({ tallies, oldestWaitingAt }: LedgerMetrics, now: Date): string {
  const of = ({ sender, channel }: LedgerMetrics['tallies'][number]) => ({ sender, channel })
  const seconds = (since: Date) => Math.max(0, (now.getTime() - since.getTime()) / 1000)
  const unbalanced = tallies.map(tally => tally.received - OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0))
  return [
    metric(
      'cydofal_messages_received',
      tallies.map(tally => [of(tally), tally.received]),
    ),
    metric(
      'cydofal_messages',
      tallies.flatMap(tally => OUTCOMES.map(outcome => [{ ...of(tally), outcome }, tally[outcome]] as const)),
    ),
    metric('cydofal_messages_waiting', [[{}, tallies.reduce((sum, { quarantined }) => sum + quarantined, 0)]]),
    metric('cydofal_messages_oldest_waiting_seconds', [
      [{}, oldestWaitingAt === undefined ? 0 : seconds(oldestWaitingAt)],
    ]),
    metric(
      'cydofal_messages_last_age_seconds',
      tallies.flatMap(tally =>
        tally.lastReceivedAt === null ? [] : [[of(tally), seconds(tally.lastReceivedAt)] as const],
      ),
    ),
    metric('cydofal_messages_unbalanced', [[{}, unbalanced.reduce((sum, count) => sum + Math.abs(count), 0)]]),
  ].join('')
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

function metric(name: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labelled(labels)} ${value}\n`)
  return `# TYPE ${name} gauge\n${lines.join('')}`
}

function labelled(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
