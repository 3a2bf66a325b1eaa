/** How the server and its database are set for a test: on this computer alone, and with no care for power failures. */
export const DATABASE = 'livecrm';
export const POSTGRES = '/usr/lib/postgresql/13/bin';

export function postgresSettings(port: number): string[] {
  return [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'dynamic_shared_memory_type = mmap',
    'fsync = off',
    'full_page_writes = off',
    'synchronous_commit = off',
  ];
}

export function odooSettings(port: number, databasePort: number): string[] {
  return [
    '[options]',
    'db_host = 127.0.0.1',
    `db_port = ${databasePort}`,
    'db_user = odoo',
    `dbfilter = ^${DATABASE}$`,
    'http_interface = 127.0.0.1',
    `http_port = ${port}`,
    'data_dir = /srv/run/data',
    'workers = 0',
    'max_cron_threads = 0',
  ];
}

/** A command of the system inside, as one of its users; in words that a shell takes as they are. */
export function asUser(user: 'postgres' | 'odoo', command: string): string {
  return `env HOME=/srv/run setpriv --reuid ${user} --regid ${user} --clear-groups -- ${command}`;
}
