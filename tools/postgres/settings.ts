// SPDX-License-Identifier: EUPL-1.2

/** What decides the server's settings. */
export interface SettingsFor {
  readonly socketDir: string;
  /** False only for throw-away clusters: nothing is flushed, a power cut destroys everything. */
  readonly durable: boolean;
}

/** Settings on the command line: they outrank postgresql.conf and ALTER SYSTEM, so nobody weakens durability by accident. */
export function serverArguments({ socketDir, durable }: SettingsFor): string[] {
  const settings = { ...everywhere(socketDir), ...(durable ? lasting : throwAway) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function everywhere(socketDir: string): Record<string, string> {
  return {
    listen_addresses: '', // no network: the socket's folder (0700) is the only way in
    port: '5432',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    data_sync_retry: 'off', // a failed fsync is a crash and a recovery, never a silent loss
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_logical_replication_workers: '0',
    jit: 'off',
    random_page_cost: '1.1',
    cluster_name: 'fachwerk',
    ...quiet,
  };
}

/**
 * The log must not hold personal data (GDPR Art. 5 (1)(c)). Statements, parameters and the DETAIL of an error repeat what a clerk typed,
 * so errors of a statement go to the client alone: `log` ranks above `error` in the server's log.
 */
const quiet: Record<string, string> = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_connections: 'off',
  log_disconnections: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

const lasting: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '10min',
  wal_level: 'replica', // base copies while running
  // One call instead of one for each of thousands of files: after a crash the city waits a moment, not seconds. Linux only.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  // seven days, one file per weekday, overwritten
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_file_mode: '0600',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
};

const throwAway: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '1h',
};
