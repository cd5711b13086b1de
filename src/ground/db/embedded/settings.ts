/**
 * How the embedded server runs. Given on its command line at each start, so a later version may change any of them
 * and nothing that was left in its folder can weaken the first four.
 */
export function settingsFor(port: number): string[] {
  const settings = { port, ...SAFE, ...LOCAL, ...SMALL, ...QUIET }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** An acknowledged message is on the disk. These are never traded for speed. */
const SAFE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', ignore_checksum_failure: 'off' }

/** Reached from this machine alone, and only over TCP: a socket's path has a length limit that a data folder may exceed. */
const LOCAL = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' }

/** For two cores and a few gigabytes shared with the application. No parallel workers: they need /dev/shm, often tiny. */
const SMALL = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  // A product holds twenty at most. The journeys run one for each file, all on one server: a slot that is not used costs little.
  max_connections: 1000,
  max_wal_size: '1GB',
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  io_method: 'sync',
  random_page_cost: '1.1',
  jit: 'off',
}

/** The log tells of the server, never of people: no statements, no values of rows that were refused. */
const QUIET = {
  logging_collector: 'off',
  log_destination: 'stderr',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}
