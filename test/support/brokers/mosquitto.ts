import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerKind } from './broker.js';

export const MOSQUITTO: BrokerKind = {
  name: 'mosquitto',
  needs: ['/usr/sbin/mosquitto'],
  protocols: ['mqtt'],
  prepare(folder, ports) {
    const configuration = join(folder, 'mosquitto.conf');
    mkdirSync(join(folder, 'store'));
    writeFileSync(
      configuration,
      [
        `listener ${ports['mqtt'] ?? 0} 127.0.0.1`,
        'allow_anonymous true',
        'set_tcp_nodelay true',
        'persistence true',
        `persistence_location ${join(folder, 'store')}/`,
        'autosave_on_changes true',
        'autosave_interval 1',
        'max_queued_messages 100000',
        // Otherwise it becomes another user, to whom the folder does not belong.
        `user ${process.getuid?.() === 0 ? 'root' : 'mosquitto'}`,
        '',
      ].join('\n'),
    );
    return { command: '/usr/sbin/mosquitto', args: ['-c', configuration] };
  },
};
