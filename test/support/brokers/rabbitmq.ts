import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerKind } from './broker.js';

export const RABBITMQ: BrokerKind = {
  name: 'rabbitmq-server',
  needs: ['/usr/lib/rabbitmq/bin/rabbitmq-server', '/usr/bin/epmd'],
  protocols: ['amqp', 'distribution', 'epmd'],
  prepare(folder, ports) {
    const home = join(folder, 'home');
    mkdirSync(home);
    mkdirSync(join(folder, 'log'));
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const epmd = join(folder, 'epmd.pid');
    // Started first, so that its id is known: the server would start one that outlives it.
    const launcher = file(
      'start.sh',
      [
        '#!/bin/sh',
        `epmd -address 127.0.0.1 -port ${ports['epmd'] ?? 0} & echo $! > ${epmd}`,
        'exec /usr/lib/rabbitmq/bin/rabbitmq-server',
        '',
      ].join('\n'),
    );
    return {
      command: '/bin/sh',
      args: [launcher],
      ready: ['amqp'],
      alsoStop: [join(folder, 'rabbit.pid'), epmd],
      env: {
        HOME: home,
        RABBITMQ_NODENAME: `cim${ports['amqp'] ?? 0}@localhost`,
        RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
        RABBITMQ_LOG_BASE: join(folder, 'log'),
        RABBITMQ_PID_FILE: join(folder, 'rabbit.pid'),
        RABBITMQ_CONFIG_FILE: file(
          'rabbitmq.conf',
          [
            `listeners.tcp.1 = 127.0.0.1:${ports['amqp'] ?? 0}`,
            'loopback_users = none',
            'disk_free_limit.absolute = 50MB',
            'log.console.level = warning',
            '',
          ].join('\n'),
        ),
        RABBITMQ_ENABLED_PLUGINS_FILE: file('enabled_plugins', '[rabbitmq_amqp1_0].\n'),
        RABBITMQ_DIST_PORT: String(ports['distribution'] ?? 0),
        ERL_EPMD_ADDRESS: '127.0.0.1',
        ERL_EPMD_PORT: String(ports['epmd'] ?? 0),
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1} +S 2:2',
      },
    };
  },
};
