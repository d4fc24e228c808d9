import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerKind } from './broker.js';

export const NATS: BrokerKind = {
  name: 'nats-server',
  needs: ['/usr/sbin/nats-server'],
  protocols: ['nats'],
  prepare(folder, ports) {
    const configuration = join(folder, 'nats.conf');
    writeFileSync(
      configuration,
      [
        `listen: 127.0.0.1:${ports['nats'] ?? 0}`,
        `jetstream { store_dir: ${JSON.stringify(join(folder, 'store'))}, max_file: 2G, max_mem: 64M }`,
        'max_payload: 16MB',
        'max_pending: 128MB',
        '',
      ].join('\n'),
    );
    return { command: '/usr/sbin/nats-server', args: ['-c', configuration] };
  },
};
